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
] as const satisfies readonly OperationName[]

/** What carries tags, in the order of the side navigation. */
export const tagTypes: readonly { type: TagResourceType; one: string; many: string }[] = [
  { type: 'vpn-gateway', one: 'VPN gateway', many: 'VPN gateways' },
  { type: 'customer-gateway', one: 'customer gateway', many: 'customer gateways' },
  { type: 'vpn-connection', one: 'connection', many: 'connections' },
  { type: 'p2c-vpn-gateways', one: 'Point-to-Cloud gateway', many: 'Point-to-Cloud gateways' },
]

/** The page of a tagged resource, where the console has one. */
export const pathOf = (cloudId: string, type: TagResourceType, id: string): string | undefined => {
  if (type === 'vpn-gateway') return paths.vpnGateway({ cloudId, gatewayId: id })
  if (type === 'customer-gateway') return paths.customerGateway({ cloudId, customerGatewayId: id })
  return type === 'vpn-connection' ? paths.vpnConnection({ cloudId, connectionId: id }) : undefined
}
