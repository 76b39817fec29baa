import { ApiError, type VpnConnection } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { isGone } from '../../api/gone.ts'
import { connectionsOf, countByCustomerGateway, deleteRefusal, inUseReason } from './in-use.ts'

const lyon = { id: 'cgw-1', name: 'cgw-lyon' }

const connection = (name: string, cgw_id: string): VpnConnection => ({
  id: `id-of-${name}`,
  name,
  status: 'ACTIVE',
  vgw_id: 'vgw-1',
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id,
})

describe('inUseReason', () => {
  test('none uses it', () => {
    expect(inUseReason(lyon, [connection('vpn-nice', 'cgw-2')])).toBeUndefined()
  })

  test('one uses it', () => {
    expect(inUseReason(lyon, [connection('vpn-lyon', 'cgw-1')])).toBe(
      'cgw-lyon is used by vpn-lyon. Delete this connection first.',
    )
  })

  test('a pair uses it', () => {
    const pair = ['vpn-lyon-1', 'vpn-lyon-2'].map((name) => connection(name, 'cgw-1'))
    expect(inUseReason(lyon, pair)).toBe(
      'cgw-lyon is used by vpn-lyon-1 and vpn-lyon-2. Delete these connections first.',
    )
  })

  test('many are counted', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => connection(name, 'cgw-1'))
    expect(inUseReason(lyon, many)).toBe('cgw-lyon is used by a, b, c, and 2 more. Delete these connections first.')
  })
})

test('the counts are those of the lists', () => {
  const all = ['cgw-1', 'cgw-2', 'cgw-1'].map((cgw, index) => connection(`vpn-${index}`, cgw))
  expect(countByCustomerGateway(all)).toEqual(
    new Map([
      ['cgw-1', 2],
      ['cgw-2', 1],
    ]),
  )
  expect(connectionsOf(lyon, all).map(({ name }) => name)).toEqual(['vpn-0', 'vpn-2'])
})

describe('deleteRefusal', () => {
  const refused = (code: string, message: string) => new ApiError({ status: 400, code, message, requestId: 'req-1' })

  test('names the connections, and keeps what the cloud said and its request id', () => {
    const error = deleteRefusal(refused('VPN.0001', 'customer gateway cgw-1 has connection'), lyon, [
      connection('vpn-lyon', 'cgw-1'),
    ])
    expect(error.message).toBe(
      'cgw-lyon is used by vpn-lyon. Delete this connection first. The cloud says: customer gateway cgw-1 has connection',
    )
    expect(error.requestId).toBe('req-1')
  })

  test('says so too where the connections cannot be seen', () => {
    expect(deleteRefusal(refused('VPN.0001', 'it has connection'), lyon, []).message).toContain(
      'A connection uses cgw-lyon.',
    )
  })

  test('leaves every other error alone', () => {
    for (const error of [refused('VPN.0001', 'something else'), refused('VPN.0003', 'has connection')]) {
      expect(deleteRefusal(error, lyon, [])).toBe(error)
    }
  })
})

test('gone is what the cloud does not find', () => {
  expect(isGone(new ApiError({ status: 404, code: 'VPN.0002', message: '' }))).toBe(true)
  expect(isGone(new ApiError({ status: 400, code: 'VPN.0001', message: '' }))).toBe(false)
  expect(isGone(new Error('404'))).toBe(false)
})
