import { operation, operationNames, targetOf } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { createEmulator } from './app.ts'
import { startCloud } from './testing/cloud.ts'

const errorBody = (code: string, message?: string) => ({
  error_code: code,
  error_msg: message === undefined ? expect.any(String) : expect.stringContaining(message),
  request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
})

describe('plumbing', () => {
  test('each answer has an id, in the header and in the body', async () => {
    const cloud = await startCloud()
    const answer = await cloud.call('listVgws', {})
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/)
    expect(answer.body.request_id).toBe(answer.headers.get('x-request-id'))
  })

  test('an answer whose schema has no request id has none', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const [gateway] = (await cloud.call('listVgws', {})).body.vpn_gateways
    const params = { vgw_id: gateway?.id ?? '' }
    const table = await cloud.call('showVpnGatewayRoutingTable', { params })
    expect(Object.keys(table.body)).toEqual(['routing_table', 'total_count', 'page_info'])
    expect((await cloud.call('listVpcs', {})).body).not.toHaveProperty('request_id')
    expect(table.headers.get('x-request-id')).toMatch(/./)
  })

  test('an unknown path is 404, another method 405', async () => {
    const cloud = await startCloud()
    const unknown = await cloud.raw({ method: 'GET', target: `/v5/${cloud.projectId}/nothing-here` })
    expect(unknown).toMatchObject({ status: 404, body: errorBody('APIGW.0101') })
    const method = await cloud.raw({ method: 'DELETE', target: `/v5/${cloud.projectId}/vpn-gateways` })
    expect(method).toMatchObject({ status: 405, body: errorBody('APIGW.0101', 'DELETE') })
    expect(method.headers.get('allow')).toContain('POST')
  })

  test('the JSON content type is taken without a body, and so is an empty object where no body is asked for', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const headers = { 'content-type': 'application/json;charset=UTF-8' }
    const target = `/v5/${cloud.projectId}/vpn-connection/98c5af8a-demo-a8df-va86-ae2280a6f4c3`
    expect(await cloud.raw({ method: 'GET', target, headers })).toMatchObject({ status: 200 })
    expect(await cloud.raw({ method: 'POST', target: `${target}/reset`, headers })).toMatchObject({ status: 200 })
    expect(await cloud.raw({ method: 'POST', target: `${target}/reset`, body: '{}' })).toMatchObject({ status: 200 })
    expect(await cloud.raw({ method: 'DELETE', target, headers, body: '{}' })).toMatchObject({ status: 204, text: '' })
  })

  test.each(['{', '', '[1'])('a body that is no JSON (%j) is refused', async (body) => {
    const cloud = await startCloud()
    const answer = await cloud.raw({ method: 'POST', target: `/v5/${cloud.projectId}/customer-gateways`, body })
    expect(answer).toMatchObject({ status: 400, body: errorBody('VPN.0001', 'invalid request: the body') })
  })

  test('a body that the row does not allow is refused by its path, without repeating the value', async () => {
    const cloud = await startCloud()
    const refuse = async (customer_gateway: object) => cloud.untyped('createCgw', { body: { customer_gateway } })
    const wrong = await refuse({ id_value: '192.0.2.1', name: 'a secret!' })
    expect(wrong).toMatchObject({ status: 400, body: errorBody('VPN.0001', 'customer_gateway.name: ') })
    expect(wrong.text).not.toContain('secret')
    expect(await refuse({ id_value: '192.0.2.1', colour: 'red' })).toMatchObject({
      status: 400,
      body: errorBody('VPN.0001', 'invalid request: customer_gateway'),
    })
    expect(await refuse({})).toMatchObject({ status: 400, body: errorBody('VPN.0001', 'id_value') })
  })

  test('a body above 12 MB is refused', async () => {
    const cloud = await startCloud()
    const body = JSON.stringify({ padding: 'x'.repeat(12 * 1024 * 1024) })
    const answer = await cloud.raw({ method: 'POST', target: `/v5/${cloud.projectId}/customer-gateways`, body })
    expect(answer).toMatchObject({ status: 413, body: errorBody('APIGW.0201') })
  })

  test.each([
    ['limit=0', 200],
    ['limit=200', 200],
    ['limit=201', 400],
    ['limit=-1', 400],
    ['limit=2.5', 400],
    ['limit=many', 400],
    ['marker=', 200],
    ['marker=yesterday', 400],
    ['colour=red', 200],
  ])('the query %s of customer gateways is answered with %i', async (query, status) => {
    const cloud = await startCloud()
    const answer = await cloud.raw({ method: 'GET', target: `/v5/${cloud.projectId}/customer-gateways?${query}` })
    expect(answer.status).toBe(status)
  })
})

const unknownIds = (path: string) =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => [key ?? '', 'no-such-id']))

describe('every row', () => {
  test('has an answer of its own', async () => {
    const cloud = await startCloud()
    for (const name of operationNames) {
      const row = operation(name)
      const params = { ...unknownIds(row.path), resource_type: 'vpn-gateway' }
      const target = targetOf(row, cloud.projectId, { params })
      const answer = await cloud.raw({ method: row.method, target, body: row.method === 'GET' ? undefined : '{}' })
      expect([200, 204, 400, 404], `${name} ${answer.text}`).toContain(answer.status)
      expect(answer.headers.get('x-request-id'), name).toMatch(/./)
    }
  })
})

test('a taken port is told by a rejection', async () => {
  const cloud = await startCloud()
  const port = Number(new URL(cloud.url).port)
  await expect(createEmulator().listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
