import { gatewayIps, takesPolicyTemplate, type VpnGateway } from '@vpn-console/api-client'
import { suggestedTunnels, usedTunnelAddresses } from '../fields/tunnel-addresses-form.ts'
import { gatewayOf, peerOf, type ConnectionFacts } from './connection-facts.ts'
import { connectionFormDefaults, type ConnectionFormValues, type TunnelFormValues } from './connection-form.ts'
import { gatewayReason } from './connection-problems.ts'

type Tunnels = [TunnelFormValues, TunnelFormValues]

/** Longest base of two names that end in `-1` and `-2`. */
const longestBase = 62

const ofTunnel = (base: string, index: number) => (base === '' ? '' : `${base}-${index + 1}`)

/** Both tunnels with the names that follow from a new base; a name that was typed by hand stays. */
export const renamedTunnels = (tunnels: Tunnels, oldBase: string, newBase: string): Tunnels => {
  const renamed = (tunnel: TunnelFormValues, index: number): TunnelFormValues =>
    tunnel.name === ofTunnel(oldBase, index) ? { ...tunnel, name: ofTunnel(newBase, index) } : tunnel
  return [renamed(tunnels[0], 0), renamed(tunnels[1], 1)]
}

const bare = (name: string) => name.replace(/^(?:vgw|gw|vpngw|cgw|customer)-/i, '')

/** A name for connections between two ends, free for one as for two: `paris-lyon` for gw-paris and cgw-lyon. */
export const suggestedName = (facts: ConnectionFacts, values: ConnectionFormValues): string => {
  const gateway = gatewayOf(facts, values)
  const peer = peerOf(facts, values)
  if (!gateway || peer.name === '') return ''
  const taken = new Set(facts.connections.map(({ name }) => name))
  const stem = `${bare(gateway.name)}-${bare(peer.name)}`.replaceAll(/[^A-Za-z0-9_.-]/g, '').slice(0, longestBase - 3)
  for (let count = 1; ; count++) {
    const name = count === 1 ? stem : `${stem}-${String.fromCodePoint(95 + count)}`
    if (count > 26 || ![name, ofTunnel(name, 0), ofTunnel(name, 1)].some((one) => taken.has(one))) return name
  }
}

/** Both tunnels with free addresses of a gateway; a higher `turn` gives others. */
export const readdressedTunnels = (
  tunnels: Tunnels,
  facts: ConnectionFacts,
  gateway: VpnGateway,
  turn: number,
): Tunnels => {
  const [first, second] = suggestedTunnels(usedTunnelAddresses(facts.connections, gateway.id), gateway.id, 2, turn)
  return [
    { ...tunnels[0], ...first },
    { ...tunnels[1], ...second },
  ]
}

type Changes = Partial<ConnectionFormValues>

/** The name that follows from changed ends, unless somebody has typed another. */
const renamed = (before: ConnectionFormValues, after: ConnectionFormValues, facts: ConnectionFacts): Changes => {
  const wasSuggested = before.name === '' || before.name === suggestedName(facts, before)
  const name = suggestedName(facts, after)
  if (!wasSuggested || name === '') return {}
  return { name, tunnels: renamedTunnels(after.tunnels, before.name, name) }
}

/** What else changes in the form when a gateway is chosen: all that was its predecessor's. */
export const afterGateway = (values: ConnectionFormValues, vgw_id: string, facts: ConnectionFacts): Changes => {
  const gateway = gatewayOf(facts, { vgw_id })
  if (!gateway) return { vgw_id, vgw_ip: '' }
  const [first, second] = gatewayIps(gateway)
  const isTemplateLost = values.style === 'policy-template' && !takesPolicyTemplate(gateway.flavor)
  const changes: Changes = {
    vgw_id,
    vgw_ip: first ?? second ?? '',
    tunnels: readdressedTunnels(values.tunnels, facts, gateway, 0),
    ...(isTemplateLost && { style: 'static' }),
  }
  return { ...changes, ...renamed(values, { ...values, ...changes }, facts) }
}

type PeerChanges = Partial<Pick<ConnectionFormValues, 'customerGateway' | 'cgw_id' | 'newCustomerGateway'>>

/** What else changes when the other end does. */
export const afterPeer = (values: ConnectionFormValues, changes: PeerChanges, facts: ConnectionFacts): Changes => ({
  ...changes,
  ...renamed(values, { ...values, ...changes }, facts),
})

/** The form as it begins: with the gateway that was asked for, or the only one there is. */
export const defaultsFor = (facts: ConnectionFacts, wanted: string | null): ConnectionFormValues => {
  const defaults: ConnectionFormValues = {
    ...connectionFormDefaults(),
    customerGateway: facts.customerGateways.length === 0 ? 'new' : 'existing',
  }
  const usable = facts.gateways.filter((gateway) => gatewayReason(gateway) === undefined)
  const id = wanted ?? (usable.length === 1 ? usable[0]?.id : undefined)
  return id === undefined ? defaults : { ...defaults, ...afterGateway(defaults, id, facts) }
}
