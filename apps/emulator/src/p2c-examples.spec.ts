import { catalogue, operation, type AnyInput, type OperationName } from '@vpn-console/api-client'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAuthority } from './p2c/certificate-authority.ts'
import { startCloud, type Cloud } from './testing/cloud.ts'
import { absence, fillMasks, hasExamples, missingFields, printed } from './testing/examples.ts'
import { addUser, createGateway, password, prepareServer } from './testing/p2c.ts'

const made = { ca: '' }
beforeAll(() => {
  made.ca = createAuthority('C=CN,O=example,CN=example client CA', Date.now()).certificate
})

const send = async (cloud: Cloud, name: OperationName, input: AnyInput) => {
  const answer = await cloud.untyped(name, input)
  expect(answer.status, answer.text).toBe(operation(name).status)
  expect(operation(name).response?.safeParse(answer.body).error).toBeUndefined()
  return answer
}

const expectAsPrinted = (name: string, answer: unknown) => {
  const [, expected] = printed(name.split('.')[0] ?? '', 'response').find(([other]) => other === name) ?? []
  expect(expected, name).toBeDefined()
  expect(missingFields(expected, answer), name).toEqual([])
}

const requestNamed = (name: string): unknown =>
  printed(name.split('.')[0] ?? '', 'request').find(([other]) => other === name)?.[1]

/** The printed body with other texts in the place of some: ids of its own, or what a table beside it forbids. */
const withTexts = (name: string, texts: Record<string, string>): unknown => {
  const filled = JSON.stringify(fillMasks(requestNamed(name), made.ca))
  const replaced = Object.entries(texts).reduce((text, [from, to]) => text.replaceAll(from, to), filled)
  return JSON.parse(replaced)
}

test.for(hasExamples ? [] : [absence])('the emulator answers as printed: %s', (why, { skip }) => skip(why))

describe.runIf(hasExamples)('the printed requests are answered as printed:', () => {
  test('createP2cVgw.request, but for its empty name of a bandwidth', async () => {
    const cloud = await startCloud()
    const { p2c_vpn_gateway } = requestNamed('createP2cVgw.request') as { p2c_vpn_gateway: { eip: object } } // as printed
    const { bandwidth_name: _, ...eip } = p2c_vpn_gateway.eip as Record<string, unknown> // as printed
    const answer = await send(cloud, 'createP2cVgw', { body: { p2c_vpn_gateway: { ...p2c_vpn_gateway, eip } } })
    expectAsPrinted('createP2cVgw.response', answer.body)
  })

  test.each([1, 2, 3, 4, 5, 6, 7])('createVpnServer.request.%i', async (number) => {
    const cloud = await startCloud()
    const p2c_vgw_id = await createGateway(cloud)
    const body = withTexts(`createVpnServer.request.${number}`, { scs1113922: 'scs1716171403922' })
    const answer = await send(cloud, 'createVpnServer', { params: { p2c_vgw_id }, body })
    expectAsPrinted('createVpnServer.response.1', answer.body)
    const shownAs = ['2', '1', '1', '2', '3', '4', '5'][number - 1]
    const shown = await send(cloud, 'listVpnServersByVgw', { params: { p2c_vgw_id } })
    expectAsPrinted(`listVpnServersByVgw.response.${shownAs}`, shown.body)
  })

  test('updateVpnServer.request, where people have certificates', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const params = { vpn_server_id: '2407a20d-0bf7-4530-ba9a-7ffa0cedfa3b' }
    const answer = await send(cloud, 'updateVpnServer', { params, body: requestNamed('updateVpnServer.request') })
    expectAsPrinted('updateVpnServer.response', answer.body)
  })

  test('those of client CAs', async () => {
    const { cloud, vpn_server_id } = await prepareServer()
    const checked = await send(cloud, 'checkClientCaCertificate', {
      body: withTexts('checkClientCaCertificate.request', {}),
    })
    expectAsPrinted('checkClientCaCertificate.response', checked.body)
    const answer = await send(cloud, 'importClientCa', {
      params: { vpn_server_id },
      body: withTexts('importClientCa.request', {}),
    })
    expectAsPrinted('importClientCa.response', answer.body)
    const { id } = catalogue.importClientCa.response.parse(answer.body).client_ca_certificate
    const params = { vpn_server_id, client_ca_certificate_id: id }
    expectAsPrinted('showClientCa.response', (await send(cloud, 'showClientCa', { params })).body)
    const body = requestNamed('updateClientCa.request')
    expectAsPrinted('updateClientCa.response', (await send(cloud, 'updateClientCa', { params, body })).body)
  })

  test('those of users, groups and policies', async () => {
    const { cloud, vpn_server_id } = await prepareServer()
    const params = { vpn_server_id }
    const group = await send(cloud, 'createVpnUserGroup', {
      params,
      body: requestNamed('createVpnUserGroup.request.1'),
    })
    expectAsPrinted('createVpnUserGroup.response.1', group.body)
    const { id: group_id } = catalogue.createVpnUserGroup.response.parse(group.body).user_group
    const groups = {
      'yWYnJt0R-Q0a7-R4QW-tFXX-QfundEqrR27W': group_id,
      '7625fd92-2e20-4e4d-8c56-66f110fbfaa8': group_id,
      'PTnsQAbZ-KOGW-mCzt-C9Sk-rMM3TcNjQ8wY': group_id,
      'efb92c43-c2e9-44c0-b2e5-5b980f0ca90a': group_id,
    }
    const body = withTexts('createVpnUser.request.1', {
      ...groups,
      '"111"': `"${password}"`,
    })
    const user = await send(cloud, 'createVpnUser', { params, body })
    expectAsPrinted('createVpnUser.response.1', user.body)
    const { id: user_id } = catalogue.createVpnUser.response.parse(user.body).user
    expectAsPrinted(
      'showVpnUser.response.1',
      (await send(cloud, 'showVpnUser', { params: { ...params, user_id } })).body,
    )
    expectAsPrinted('listVpnUsers.response', (await send(cloud, 'listVpnUsers', { params })).body)
    const members = await send(cloud, 'listVpnUsersInGroup', { params: { ...params, group_id } })
    expectAsPrinted('listVpnUsersInGroup.response', members.body)
    // The table beside it allows no hyphen.
    const update = withTexts('updateVpnUser.request', { ...groups, 'UserDescription-update': 'UserDescription_update' })
    const changed = await send(cloud, 'updateVpnUser', { params: { ...params, user_id }, body: update })
    expectAsPrinted('updateVpnUser.response', changed.body)
    const reset = { params: { ...params, user_id }, body: requestNamed('resetVpnUserPassword.request') }
    expectAsPrinted('resetVpnUserPassword.response', (await send(cloud, 'resetVpnUserPassword', reset)).body)

    const policy = await send(cloud, 'createVpnAccessPolicy', {
      params,
      body: withTexts('createVpnAccessPolicy.request.1', groups),
    })
    expectAsPrinted('createVpnAccessPolicy.response.1', policy.body)
    const { id: policy_id } = catalogue.createVpnAccessPolicy.response.parse(policy.body).access_policy
    const one = await send(cloud, 'showVpnAccessPolicy', { params: { ...params, policy_id } })
    expectAsPrinted('showVpnAccessPolicy.response.1', one.body)
    expectAsPrinted('listVpnAccessPolicies.response', (await send(cloud, 'listVpnAccessPolicies', { params })).body)
    const policyUpdate = withTexts('updateVpnAccessPolicy.request', groups)
    const after = await send(cloud, 'updateVpnAccessPolicy', { params: { ...params, policy_id }, body: policyUpdate })
    expectAsPrinted('updateVpnAccessPolicy.response', after.body)
    const renamed = await send(cloud, 'updateVpnUserGroup', {
      params: { ...params, group_id },
      body: requestNamed('updateVpnUserGroup.request'),
    })
    expectAsPrinted('updateVpnUserGroup.response', renamed.body)
    expectAsPrinted('listVpnUserGroups.response', (await send(cloud, 'listVpnUserGroups', { params })).body)
  })

  test('those of a batch, with and without somebody wrong in it', async () => {
    const { cloud, vpn_server_id } = await prepareServer()
    const params = { vpn_server_id }
    await send(cloud, 'createVpnUserGroup', { params, body: { user_group: { name: 'UserGroup1' } } })
    const body = withTexts('batchCreateVpnUsers.request', { '"111"': `"${password}"` })
    const good = await send(cloud, 'batchCreateVpnUsers', { params, body })
    expect(good.body).toMatchObject({ invalid_users: [] })
    const again = await send(cloud, 'batchCreateVpnUsers', { params, body })
    expectAsPrinted('batchCreateVpnUsers.response.2', again.body)
    const users = await addUser(cloud, vpn_server_id, { name: 'paris.lyon' })
    const removed = await send(cloud, 'batchDeleteVpnUsers', { params, body: { users: [{ id: users }] } })
    expectAsPrinted('batchDeleteVpnUsers.response', removed.body)
  })

  const paris = '10d176c7-aed8-4766-9180-a47e536c64d0'
  const lyon = '6d526e5f-a0c6-44b6-a785-7e0ef7c9eb76'
  const reads: [OperationName, AnyInput][] = [
    ['showP2cVgw', { params: { p2c_vgw_id: lyon } }],
    ['listP2cVgws', {}],
    ['listP2cVgwAvailabilityZones', {}],
    ['listP2cVgwConnections', { params: { p2c_vgw_id: paris } }],
    ['listP2cVpnGatewayJobs', {}],
    ['listVpnServersByProject', {}],
    ['showVpnConnectionsLogConfig', { params: { p2c_vgw_id: paris } }],
  ]
  test.each(reads)('%s in the demo project', async (name, input) => {
    const cloud = await startCloud({ estate: 'demo' })
    const [[printedAs] = ['']] = printed(name, 'response')
    expectAsPrinted(printedAs, (await send(cloud, name, input)).body)
  })
})
