import type { VpnConnectionCreate } from '@vpn-console/api-client'
import { expect } from 'vitest'
import type { GatewaySeed } from '../estates/seed.ts'
import { startCloud, type Cloud } from './cloud.ts'

/** The key of the connections made here: no answer may show it. */
export const key = 'Paris-Lyon-1'

/** A cloud with a gateway and a customer gateway, and the least that a connection between them needs. */
export const prepareConnections = async (gateway: GatewaySeed = {}) => {
  const cloud = await startCloud()
  const { gateways, customer_gateways } = cloud.control.seed(cloud.projectId, {
    gateways: [{ name: 'gw-paris', ...gateway }],
    customer_gateways: [{ name: 'cgw-lyon', id_value: '192.0.2.10', bgp_asn: 65_010 }],
  })
  const vgw_id = gateways[0] ?? ''
  const shown = (await cloud.call('showVgw', { params: { vgw_id } })).body.vpn_gateway
  const ips = [shown.eip1?.id ?? shown.access_private_ip_1 ?? '', shown.eip2?.id ?? shown.access_private_ip_2 ?? '']
  const plain: VpnConnectionCreate = {
    vgw_id,
    vgw_ip: ips[0] ?? '',
    cgw_id: customer_gateways[0] ?? '',
    peer_subnets: ['10.10.0.0/16'],
    psk: key,
  }
  const send = (change: Partial<VpnConnectionCreate> = {}) =>
    cloud.call('createVpnConnection', { body: { vpn_connection: { ...plain, ...change } } })
  return { cloud, plain, ips, gateway: shown, send }
}

export const show = async (cloud: Cloud, vpn_connection_id: string) =>
  (await cloud.call('showVpnConnection', { params: { vpn_connection_id } })).body.vpn_connection
export const update = (cloud: Cloud, vpn_connection_id: string, vpn_connection: object) =>
  cloud.call('updateVpnConnection', { params: { vpn_connection_id }, body: { vpn_connection } })
export const remove = (cloud: Cloud, vpn_connection_id: string) =>
  cloud.call('deleteVpnConnection', { params: { vpn_connection_id } })
export const reset = (cloud: Cloud, vpn_connection_id: string) =>
  cloud.call('resetVpnConnection', { params: { vpn_connection_id } })

export const refused = (text: string) => ({
  status: 400,
  body: { error_code: 'VPN.0001', error_msg: expect.stringContaining(text) },
})
export const notReady = (type: string, id: string, doing: string) => ({
  status: 403,
  body: { error_code: 'VPN.0003', error_msg: `resource (type=${type}, ID=${id}) is not ready, currently ${doing}` },
})
export const gone = { status: 404, body: { error_code: 'VPN.0004', error_msg: 'resource not found' } }
