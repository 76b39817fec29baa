import type { OperationName } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import type { TagResourceType } from './save-tags.ts'

/** Everything that shows tags and is old once they change. */
export const readsOfTags = [
  'showResourceTags',
  'listProjectTags',
  'listResourcesByTags',
  'listVgws',
  'showVgw',
  'listCgws',
  'showCgw',
  'listVpnConnections',
  'showVpnConnection',
  'listP2cVgws',
  'showP2cVgw',
] as const satisfies readonly OperationName[]

/** What carries tags, in the order of the side navigation. */
export const tagTypes: readonly { type: TagResourceType; one: string; many: string }[] = [
  { type: 'vpn-gateway', one: 'VPN gateway', many: 'VPN gateways' },
  { type: 'customer-gateway', one: 'customer gateway', many: 'customer gateways' },
  { type: 'vpn-connection', one: 'connection', many: 'connections' },
  { type: 'p2c-vpn-gateways', one: 'Point-to-Cloud gateway', many: 'Point-to-Cloud gateways' },
]

/** The page of a tagged resource. */
export const pathOf = (cloudId: string, type: TagResourceType, id: string): string => {
  if (type === 'vpn-gateway') return paths.vpnGateway({ cloudId, gatewayId: id })
  if (type === 'customer-gateway') return paths.customerGateway({ cloudId, customerGatewayId: id })
  if (type === 'p2c-vpn-gateways') return paths.p2cGateway({ cloudId, p2cGatewayId: id })
  return paths.vpnConnection({ cloudId, connectionId: id })
}
