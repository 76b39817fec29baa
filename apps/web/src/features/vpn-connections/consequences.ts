import type { VpnConnection } from '@vpn-console/api-client'
import type { ConnectionContext } from '../../ui/connections/connection-rows.ts'
import { policyRulesOf } from './connection-words.ts'
import { peerSubnetsOf } from '../../ui/connection-words.ts'

type Context = Pick<ConnectionContext, 'gatewayName' | 'customerGatewayName' | 'customerGateway' | 'end'> & {
  other: Pick<VpnConnection, 'name' | 'status'> | undefined
  beside: readonly Pick<VpnConnection, 'name'>[] | undefined
}

/** Enough to see what it is about. */
const mostNetworks = 4

const networksOf = (connection: VpnConnection): string[] => {
  const peers = peerSubnetsOf(connection)
  const named = peers.length > 0 ? peers : policyRulesOf(connection).flatMap(({ destination = [] }) => destination)
  return [...new Set(named)]
}

const listWords = (items: readonly string[]): string => {
  const rest = items.length - mostNetworks
  const parts = rest > 1 ? [...items.slice(0, mostNetworks), `${rest} more`] : items
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts)
}

const trafficOf = (connection: VpnConnection): string => {
  const networks = networksOf(connection)
  return networks.length > 0 ? `Traffic to ${listWords(networks)}` : 'Its traffic'
}

const withAddress = (name: string, address: string | undefined) =>
  address === undefined || address === name ? name : `${name} (${address})`

const endsOf = ({ gatewayName, end, customerGatewayName, customerGateway }: Context): string =>
  `${withAddress(gatewayName, end.address)} and ${withAddress(customerGatewayName, customerGateway?.id_value)}`

/** What goes down with a connection that is deleted, and what is left. */
export const deleteConsequence = (connection: VpnConnection, context: Context): string => {
  const { other, beside } = context
  const down = `The tunnel between ${endsOf(context)} is taken down for good, with its settings and its pre-shared key.`
  const traffic = trafficOf(connection)
  if (!beside) return `${down} Whether another tunnel takes over could not be looked up.`
  if (!other && beside.length > 0) {
    const names = listWords(beside.map(({ name }) => name))
    return `${down} It has no pair that takes over: ${traffic.toLowerCase()} stops, unless ${names} carries it too.`
  }
  if (!other) return `${down} ${traffic} stops: no other tunnel joins the two.`
  return other.status === 'ACTIVE'
    ? `${down} ${traffic} goes on through ${other.name}, without redundancy.`
    : `${down} ${traffic} stops: the other tunnel, ${other.name}, is not connected.`
}

/** What a reset interrupts. */
export const resetConsequence = (connection: VpnConnection, context: Context): string => {
  const { other } = context
  const down = `The tunnel between ${endsOf(context)} is taken down and negotiated again, with its settings as they are now.`
  const traffic = trafficOf(connection)
  return other?.status === 'ACTIVE'
    ? `${down} ${traffic} goes through ${other.name} until it is up again.`
    : `${down} ${traffic} is interrupted until it is up again.`
}
