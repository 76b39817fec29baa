import type { VpnGatewayCreate } from '@vpn-console/api-client'
import { expect } from 'vitest'
import type { Cloud } from './cloud.ts'

export const eips = ['cff40e5e-demo-a8df-va86-7366077bf097', 'd290f1ee-demo-a8df-va86-d701748f0851'] as const
export const others = ['f1469b4a-demo-a8df-va86-bb7de91cf493', '6ad8e297-demo-a8df-va86-da0f885ccb98'] as const
const production = 'cb4a631d-demo-a8df-va86-ca3fa348c36c'
export const interconnection = 'f5741286-demo-a8df-va86-2c82bd9ee114'

export const plain: VpnGatewayCreate = {
  name: 'gw-paris',
  vpc_id: production,
  connect_subnet: interconnection,
  local_subnets: ['192.168.0.0/24'],
  eip1: { id: eips[0] },
  eip2: { id: eips[1] },
}

export const create = async (cloud: Cloud, change: Partial<VpnGatewayCreate> = {}) => {
  const answer = await cloud.call('createVgw', { body: { vpn_gateway: { ...plain, ...change } } })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.vpn_gateway.id
}
export const show = (cloud: Cloud, vgw_id: string) => cloud.call('showVgw', { params: { vgw_id } })
export const update = (cloud: Cloud, vgw_id: string, vpn_gateway: object) =>
  cloud.call('updateVgw', { params: { vgw_id }, body: { vpn_gateway } })
export const remove = (cloud: Cloud, vgw_id: string) => cloud.call('deleteVgw', { params: { vgw_id } })

export const notReady = (id: string, doing: string) => ({
  status: 403,
  body: { error_code: 'VPN.0003', error_msg: `resource (type=GATEWAY, ID=${id}) is not ready, currently ${doing}` },
})
export const gone = { status: 404, body: { error_code: 'VPN.0004', error_msg: 'resource not found' } }
export const refusedWith = (code: string, text = '') => ({
  status: 400,
  body: { error_code: code, error_msg: expect.stringContaining(text) },
})

export const statusOfEip = async (cloud: Cloud, id: string) => {
  const { publicips } = (await cloud.call('listPublicips', { query: { id: [id] } })).body
  return publicips[0]?.status
}
export const freeAddresses = async (cloud: Cloud, id: string) => {
  const { subnets } = (await cloud.call('listSubnets', {})).body
  return subnets.find((subnet) => subnet.id === id)?.available_ip_address_count
}
