import type { P2cVpnGatewayCreate, VpnServerCreate } from '@vpn-console/api-client'
import { expect } from 'vitest'
import type { EmulatorOptions } from '../app.ts'
import { startCloud, type Cloud } from './cloud.ts'

export const plainGateway: P2cVpnGatewayCreate = {
  name: 'p2c-paris',
  vpc_id: 'd9d85143-e1e1-427a-9994-d8b8fd9ebe3f',
  connect_subnet: '2d1da07b-861d-447d-8233-1aff4d767825',
  eip: { type: '5_bgp', bandwidth_size: 10 },
}

export const plainServer: VpnServerCreate = {
  client_cidr: '172.16.0.0/24',
  local_subnets: ['10.16.0.0/24', '10.16.1.0/24'],
  server_certificate: { id: 'scs1717051012106', source: 'CCM' },
  ssl_options: {},
}

/** A password that every rule likes, and that no answer may show. */
export const password = 'Loire-Atlantique-44'

export const createGateway = async (cloud: Cloud, change: Partial<P2cVpnGatewayCreate> = {}) => {
  const answer = await cloud.call('createP2cVgw', { body: { p2c_vpn_gateway: { ...plainGateway, ...change } } })
  expect(answer.status, answer.text).toBe(201)
  cloud.advance('2m')
  return answer.body.p2c_vpn_gateway.id
}

export const sendServer = (cloud: Cloud, p2c_vgw_id: string, change: object = {}) =>
  cloud.untyped('createVpnServer', { params: { p2c_vgw_id }, body: { vpn_server: { ...plainServer, ...change } } })

/** A cloud with a gateway and a server where people sign in by name, both at rest. */
export const prepareServer = async (
  gateway: Partial<P2cVpnGatewayCreate> = {},
  server: Partial<VpnServerCreate> = {},
  options: EmulatorOptions = {},
) => {
  const cloud = await startCloud(options)
  const p2c_vgw_id = await createGateway(cloud, gateway)
  const answer = await cloud.call('createVpnServer', {
    params: { p2c_vgw_id },
    body: { vpn_server: { ...plainServer, ...server } },
  })
  expect(answer.status, answer.text).toBe(201)
  cloud.advance('1m')
  return { cloud, p2c_vgw_id, vpn_server_id: answer.body.vpn_server.id }
}

export const addUser = async (cloud: Cloud, vpn_server_id: string, user: { name: string; [more: string]: unknown }) => {
  const answer = await cloud.untyped('createVpnUser', {
    params: { vpn_server_id },
    body: { user: { password, ...user } },
  })
  expect(answer.status, answer.text).toBe(201)
  const { user: made } = answer.body as { user: { id: string } } // the row's own answer
  return made.id
}

/** What a refusal of that code looks like. */
export const refusedBy = (code: string, status = 400, text = '') => ({
  status,
  body: { error_code: code, error_msg: expect.stringContaining(text), request_id: expect.any(String) },
})
