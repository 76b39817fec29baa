import type { CustomerGateway, VpnConnection, VpnGateway } from '@vpn-console/api-client'
import type { CodeResource } from './code-resource.ts'

/** All there is, to look for what belongs together. */
export type Estate = {
  gateways: readonly VpnGateway[]
  customerGateways: readonly CustomerGateway[]
  connections: readonly VpnConnection[]
}

/** Resources, the connections on them, and both ends of each connection; each once, what was there first. */
export const withRelated = (resources: readonly CodeResource[], estate: Estate): CodeResource[] => {
  const has = new Set(resources.map(({ value }) => value.id))
  const chosen = new Set(resources.filter(({ type }) => type === 'vpn-connection').map(({ value }) => value.id))
  const connections = estate.connections.filter(
    ({ id, vgw_id, cgw_id }) => chosen.has(id) || has.has(vgw_id) || has.has(cgw_id),
  )
  const ends = new Set(connections.flatMap(({ vgw_id, cgw_id }) => [vgw_id, cgw_id]))
  const found: CodeResource[] = [
    ...estate.gateways.filter(({ id }) => ends.has(id)).map((value) => ({ type: 'vpn-gateway' as const, value })),
    ...estate.customerGateways
      .filter(({ id }) => ends.has(id))
      .map((value) => ({ type: 'customer-gateway' as const, value })),
    ...connections.map((value) => ({ type: 'vpn-connection' as const, value })),
  ]
  return [...resources, ...found.filter(({ value }) => !has.has(value.id))]
}

/** What comes along, in words. */
export const relatedWords = (resources: readonly CodeResource[]): string => {
  const [first, ...others] = resources
  if (others.length > 0) return 'With their connections and the ends of these'
  if (first?.type === 'vpn-gateway') return 'With its connections and their customer gateways'
  if (first?.type === 'customer-gateway') return 'With its connections and their VPN gateways'
  return 'With its VPN gateway and customer gateway'
}
