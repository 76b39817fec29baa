import { operation, type Input, type OperationName } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { startCloud, type Cloud } from '../testing/cloud.ts'
import { gone, refused } from '../testing/connections.ts'
import { absence, hasExamples, missingFields, printed } from '../testing/examples.ts'

type Params = Input<'showResourceTags'>['params']
type Body = Input<'listResourcesByTags'>['body']

const tag = (key: string, value = '') => ({ key, value })

const prepare = async () => {
  const cloud = await startCloud()
  const at = Date.now() - 3_600_000
  const { gateways, customer_gateways, connections } = cloud.control.seed(cloud.projectId, {
    gateways: [
      { name: 'gw-paris', tags: [tag('env', 'prod'), tag('site', 'paris')], at },
      { name: 'gw-lyon', tags: [tag('env', 'test'), tag('site', 'lyon')], at: at + 1_000 },
      { name: 'gw-nice', tags: [tag('env', 'prod')], at: at + 2_000 },
      { name: 'resource1', at: at + 3_000 },
    ],
    customer_gateways: [{ name: 'cgw-lyon' }],
    connections: [{ gateway: 'gw-paris', customer_gateway: 'cgw-lyon' }],
  })
  const of = (resource_type: Params['resource_type'], [resource_id = '']: string[]) => ({ resource_type, resource_id })
  return {
    cloud,
    gateway: of('vpn-gateway', gateways.slice(3)),
    customer: of('customer-gateway', customer_gateways),
    connection: of('vpn-connection', connections),
  }
}

const shown = async (cloud: Cloud, params: Params) => (await cloud.call('showResourceTags', { params })).body.tags
const add = (cloud: Cloud, params: Params, tags: object[]) =>
  cloud.untyped('batchCreateResourceTags', { params, body: { tags } })
const drop = (cloud: Cloud, params: Params, tags: object[]) =>
  cloud.untyped('batchDeleteResourceTags', { params, body: { tags } })

const found = async (
  cloud: Cloud,
  body: Body,
  query: object = {},
  resource_type: Params['resource_type'] = 'vpn-gateway',
) => {
  const params = { resource_type }
  const listed = await cloud.call('listResourcesByTags', { params, query, body })
  expect(listed.status, listed.text).toBe(200)
  const counted = await cloud.call('countResourcesByTags', { params, body })
  expect(counted.body).toEqual({ total_count: listed.body.total_count })
  return { names: listed.body.resources.map((one) => one.resource_name), total: listed.body.total_count }
}

test.for(hasExamples ? [] : [absence])('tags are answered as printed: %s', (why, { skip }) => skip(why))

describe.runIf(hasExamples)('the printed requests', () => {
  const bodyOf = (name: OperationName) => printed(name, 'request')[0]?.[1]
  const answerOf = (name: OperationName) => printed(name, 'response')[0]?.[1]

  test('set tags, find the resource by them, and delete them', async () => {
    const { cloud, gateway: params } = await prepare()
    const added = await cloud.untyped('batchCreateResourceTags', { params, body: bodyOf('batchCreateResourceTags') })
    expect(added).toMatchObject({ status: 204, text: '' })
    expect((await cloud.call('showResourceTags', { params })).body).toEqual(answerOf('showResourceTags'))
    const inProject = await cloud.call('listProjectTags', { params: { resource_type: params.resource_type } })
    expect(missingFields(answerOf('listProjectTags'), inProject.body)).toEqual([])
    expect(inProject.body.tags).toContainEqual({ key: 'key1', values: ['value1'] })

    // The printed filter asks for another key beside it.
    await add(cloud, params, [tag('key2', 'value2')])
    for (const name of ['listResourcesByTags', 'countResourcesByTags'] as const) {
      const { resource_type } = params
      const answer = await cloud.untyped(name, { params: { resource_type }, body: bodyOf(name) })
      expect(answer.status, answer.text).toBe(200)
      expect(operation(name).response?.safeParse(answer.body).error).toBeUndefined()
      expect(missingFields(answerOf(name), answer.body)).toEqual([])
      expect(answer.body).toMatchObject({ total_count: 1 })
    }
    const dropped = await cloud.untyped('batchDeleteResourceTags', { params, body: bodyOf('batchDeleteResourceTags') })
    expect(dropped).toMatchObject({ status: 204, text: '' })
    expect(await shown(cloud, params)).toEqual([tag('key2', 'value2')])
  })
})

describe('tags of a resource', () => {
  test('show on the resource itself', async () => {
    const { cloud, gateway, customer, connection } = await prepare()
    for (const params of [gateway, customer, connection]) {
      expect((await add(cloud, params, [tag('env', 'prod')])).status).toBe(204)
      expect(await shown(cloud, params)).toEqual([tag('env', 'prod')])
    }
    const tags = [tag('env', 'prod')]
    const vgw = await cloud.call('showVgw', { params: { vgw_id: gateway.resource_id } })
    expect(vgw.body.vpn_gateway.tags).toEqual(tags)
    const cgw = await cloud.call('showCgw', { params: { customer_gateway_id: customer.resource_id } })
    expect(cgw.body.customer_gateway.tags).toEqual(tags)
    const vpn = await cloud.call('showVpnConnection', { params: { vpn_connection_id: connection.resource_id } })
    expect(vpn.body.vpn_connection.tags).toEqual(tags)
  })

  test('are overwritten by key, and deleted by key alone', async () => {
    const { cloud, gateway } = await prepare()
    await add(cloud, gateway, [tag('env', 'prod'), { key: 'owner' }])
    await add(cloud, gateway, [tag('env', 'test')])
    expect(await shown(cloud, gateway)).toEqual([tag('env', 'test'), tag('owner')])
    expect((await drop(cloud, gateway, [{ key: 'env' }, { key: 'never-there' }])).status).toBe(204)
    expect(await shown(cloud, gateway)).toEqual([tag('owner')])
  })

  test('are at most 20, in one call and in all', async () => {
    const { cloud, gateway } = await prepare()
    const many = Array.from({ length: 21 }, (_, index) => tag(`key-${index}`, 'a'))
    expect(await add(cloud, gateway, many)).toMatchObject(refused('at most 20'))
    expect(await drop(cloud, gateway, many)).toMatchObject(refused('at most 20'))
    expect((await add(cloud, gateway, many.slice(0, 20))).status).toBe(204)
    expect(await add(cloud, gateway, many.slice(20))).toMatchObject(refused('at most 20'))
    expect((await add(cloud, gateway, [tag('key-0', 'b')])).status).toBe(204)
    expect(await shown(cloud, gateway)).toHaveLength(20)
  })

  test.each([
    ['no tags', []],
    ['a key of the cloud’s own', [tag('_sys_a')]],
    ['a key that ends with a space', [tag('env ')]],
    ['a key that is there twice', [tag('env', 'a'), tag('env', 'b')]],
    ['a slash', [tag('env', 'a/b')]],
  ])('with %s are refused', async (_what, tags) => {
    const { cloud, gateway } = await prepare()
    expect(await add(cloud, gateway, tags)).toMatchObject(refused(''))
    expect(await shown(cloud, gateway)).toEqual([])
  })

  test('are not there without the resource, nor under another type', async () => {
    const { cloud, gateway } = await prepare()
    const unknown = [
      { ...gateway, resource_id: 'no-gateway' },
      { ...gateway, resource_type: 'vpn-connection' },
      { ...gateway, resource_type: 'p2c-vpn-gateways' },
    ] as const
    for (const params of unknown) {
      expect(await cloud.call('showResourceTags', { params })).toMatchObject(gone)
      expect(await add(cloud, params, [tag('env')])).toMatchObject(gone)
      expect(await drop(cloud, params, [tag('env')])).toMatchObject(gone)
    }
    const params = { ...gateway, resource_type: 'vpn-gateways' }
    expect(await cloud.untyped('showResourceTags', { params })).toMatchObject({ status: 404 })
  })
})

describe('resources by their tags', () => {
  test('match all keys, with any of the values; no values stand for any', async () => {
    const { cloud } = await prepare()
    const names = async (...tags: NonNullable<Body['tags']>) => (await found(cloud, { tags })).names
    expect(await names()).toEqual(['resource1', 'gw-nice', 'gw-lyon', 'gw-paris'])
    expect(await names({ key: 'env', values: ['prod'] })).toEqual(['gw-nice', 'gw-paris'])
    expect(await names({ key: 'env', values: ['prod', 'test'] })).toEqual(['gw-nice', 'gw-lyon', 'gw-paris'])
    expect(await names({ key: 'site', values: [] })).toEqual(['gw-lyon', 'gw-paris'])
    expect(await names({ key: 'env', values: ['prod'] }, { key: 'site', values: [] })).toEqual(['gw-paris'])
    expect(await names({ key: 'ENV', values: [] })).toEqual([])
  })

  test('match the name, and no other field', async () => {
    const { cloud, gateway } = await prepare()
    const match = (value: string) => [{ key: 'resource_name' as const, value }]
    expect((await found(cloud, { matches: match('gw-nice') })).names).toEqual(['gw-nice'])
    expect((await found(cloud, { matches: match('gw-') })).names).toEqual([])
    const tags = [{ key: 'env', values: ['test'] }]
    expect((await found(cloud, { tags, matches: match('gw-nice') })).names).toEqual([])
    const { resource_type } = gateway
    const body = { matches: [{ key: 'resource_id', value: gateway.resource_id }] }
    const refusal = await cloud.untyped('listResourcesByTags', { params: { resource_type }, body })
    expect(refusal).toMatchObject(refused('resource_name'))
  })

  test('that have none, whatever the tags asked for', async () => {
    const { cloud, gateway } = await prepare()
    const tags = [{ key: 'env', values: ['prod'] }]
    expect((await found(cloud, { without_any_tag: true, tags })).names).toEqual(['resource1'])
    expect((await found(cloud, { without_any_tag: false, tags })).names).toEqual(['gw-nice', 'gw-paris'])
    const { resource_type } = gateway
    const send = (without_any_tag: unknown) =>
      cloud.untyped('countResourcesByTags', { params: { resource_type }, body: { without_any_tag, tags } })
    expect((await send('true')).body).toEqual({ total_count: 1 })
    expect((await send('false')).body).toEqual({ total_count: 2 })
    expect(await send('yes')).toMatchObject(refused('without_any_tag'))
  })

  test('come page by page', async () => {
    const { cloud } = await prepare()
    expect(await found(cloud, {}, { limit: 3 })).toEqual({ names: ['resource1', 'gw-nice', 'gw-lyon'], total: 4 })
    expect(await found(cloud, {}, { limit: 3, offset: 3 })).toEqual({ names: ['gw-paris'], total: 4 })
    expect(await found(cloud, {}, { offset: 9 })).toEqual({ names: [], total: 4 })
    for (const query of [{ limit: 0 }, { limit: 1001 }, { offset: -1 }]) {
      const params = { resource_type: 'vpn-gateway' }
      expect(await cloud.untyped('listResourcesByTags', { params, query, body: {} })).toMatchObject(refused(''))
    }
  })

  test('are of one type; there are no point-to-cloud gateways', async () => {
    const { cloud } = await prepare()
    expect((await found(cloud, {}, {}, 'customer-gateway')).names).toEqual(['cgw-lyon'])
    expect(await found(cloud, {}, {}, 'p2c-vpn-gateways')).toEqual({ names: [], total: 0 })
  })
})

test('the tags of a project are listed by key, each value once', async () => {
  const { cloud } = await prepare()
  const tagsOf = async (resource_type: Params['resource_type']) =>
    (await cloud.call('listProjectTags', { params: { resource_type } })).body
  expect(await tagsOf('vpn-gateway')).toEqual({
    tags: [
      { key: 'env', values: ['prod', 'test'] },
      { key: 'site', values: ['paris', 'lyon'] },
    ],
  })
  expect(await tagsOf('customer-gateway')).toEqual({ tags: [] })
  expect(await tagsOf('p2c-vpn-gateways')).toEqual({ tags: [] })
})
