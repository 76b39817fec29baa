import { operation, type OperationName } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createInputReader } from './input.ts'

const read = (name: OperationName, given: { params?: object; query?: object; body?: unknown }) =>
  createInputReader(operation(name))(
    { params: { ...given.params }, query: { ...given.query }, body: given.body },
    'project-paris',
  )

const fieldsOf = (name: OperationName, given: Parameters<typeof read>[1]): unknown => {
  try {
    read(name, given)
  } catch (error) {
    return error instanceof Error && 'fields' in error ? error.fields : error
  }
  return 'accepted'
}

describe('the path', () => {
  test('gets the project of the account, whatever was sent', () => {
    const { params } = read('showVgw', { params: { project_id: 'somebody-else', vgw_id: 'gw-1', cloudId: 'paris' } })
    expect(params).toEqual({ project_id: 'project-paris', vgw_id: 'gw-1' })
  })

  test.each(['..', '.', '../../v3/users', 'a/b', 'a?b=1', 'a#b', '', 'a b', 'a%2fb', 'é', 'a\n', 'x'.repeat(129)])(
    'refuses %j as an id',
    (id) => {
      expect(fieldsOf('showVgw', { params: { vgw_id: id } })).toEqual({
        vgw_id: expect.stringContaining('Enter an id'),
      })
    },
  )

  test('no id leads out of its place, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        if (fieldsOf('showVgw', { params: { vgw_id: id } }) === 'accepted') {
          expect(id).toMatch(/^[A-Za-z0-9._-]+$/)
          expect(new URL(`http://cloud/v5/p/vpn-gateways/${id}`).pathname).toBe(`/v5/p/vpn-gateways/${id}`)
        }
      }),
    )
  })
})

describe('the query', () => {
  test('becomes what the row wants: numbers, booleans, lists', () => {
    const query = { limit: '5', is_include_nexthop_resource: 'true', marker: '42' }
    expect(read('showVpnGatewayRoutingTable', { params: { vgw_id: 'a' }, query }).query).toEqual({
      limit: 5,
      marker: '42',
      is_include_nexthop_resource: true,
    })
    expect(read('listVgws', { query: { enterprise_project_id: 'a' } }).query).toEqual({ enterprise_project_id: ['a'] })
    expect(read('listPublicipsV3', { query: { 'bandwidth.size': ['5', '10'] } }).query).toEqual({
      'bandwidth.size': [5, 10],
    })
  })

  test.each([
    ['limit', { limit: 'many' }],
    ['limit', { limit: '1.5' }],
    ['limit', { limit: '' }],
    ['limit', { limit: ['1', '2'] }],
    ['is_include_nexthop_resource', { is_include_nexthop_resource: 'yes' }],
    ['marker', { marker: ['a', 'b'] }],
    ['unknown', { unknown: '1' }],
  ])('is refused where %s does not fit: %j', (field, query) => {
    const fields = fieldsOf('showVpnGatewayRoutingTable', { params: { vgw_id: 'a' }, query })
    expect(Object.keys(Object(fields))).toEqual([field])
  })

  test('is refused where the row has none', () => {
    expect(fieldsOf('showVgw', { params: { vgw_id: 'a' }, query: { debug: '1' } })).toEqual({
      debug: 'This field is not known here.',
    })
  })
})

describe('the body', () => {
  const body = { customer_gateway: { id_type: 'ip', id_value: '192.0.2.10', name: 'cgw-lyon' } }

  test('goes through as it is', () => {
    expect(read('createCgw', { body }).body).toEqual(body)
  })

  test.each([
    ['customer_gateway.owner', { customer_gateway: { ...body.customer_gateway, owner: 'me' } }],
    ['extra', { ...body, extra: 1 }],
    ['customer_gateway.name', { customer_gateway: { ...body.customer_gateway, name: 'a b' } }],
    ['customer_gateway', {}],
    ['body', undefined],
    ['body', []],
  ])('is refused, and %s named', (field, wrong) => {
    expect(Object.keys(Object(fieldsOf('createCgw', { body: wrong })))).toEqual([field])
  })

  test('cannot reach a prototype', () => {
    const planted: unknown = JSON.parse('{"customer_gateway":{"name":"cgw-lyon"},"__proto__":{"admin":true}}')
    expect(fieldsOf('createCgw', { body: planted })).not.toBe('accepted')
  })

  test('of a row without one is left out', () => {
    expect(read('resetVpnConnection', { params: { vpn_connection_id: 'a' }, body: { any: 1 } })).not.toHaveProperty(
      'body',
    )
  })
})
