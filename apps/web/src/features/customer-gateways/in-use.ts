import { ApiError, type CustomerGateway, type VpnConnection } from '@vpn-console/api-client'

/** Enough to see what it is about; the page lists them all. */
const mostNames = 3

export const connectionsOf = (
  gateway: Pick<CustomerGateway, 'id'>,
  connections: readonly VpnConnection[],
): VpnConnection[] => connections.filter(({ cgw_id }) => cgw_id === gateway.id)

/** How many connections each customer gateway has, by its id. */
export const countByCustomerGateway = (connections: readonly VpnConnection[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { cgw_id } of connections) counts.set(cgw_id, (counts.get(cgw_id) ?? 0) + 1)
  return counts
}

/** Why a customer gateway cannot be deleted: which connections use it. Undefined where none does. */
export const inUseReason = (
  gateway: Pick<CustomerGateway, 'id' | 'name'>,
  connections: readonly VpnConnection[],
): string | undefined => {
  const names = connectionsOf(gateway, connections).map(({ name }) => name)
  if (names.length === 0) return undefined
  const shown = names.slice(0, mostNames)
  const rest = names.length - shown.length
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown
  const words = new Intl.ListFormat('en', { type: 'conjunction' }).format(parts)
  return `${gateway.name} is used by ${words}. Delete ${names.length === 1 ? 'this connection' : 'these connections'} first.`
}

/** The cloud's refusal of a delete in words: its code for a connection that is in the way is the one for everything. */
export const deleteRefusal = (
  error: ApiError,
  gateway: Pick<CustomerGateway, 'id' | 'name'>,
  connections: readonly VpnConnection[],
): ApiError => {
  if (error.code !== 'VPN.0001' || !/connection/i.test(error.message)) return error
  const reason = inUseReason(gateway, connections) ?? `A connection uses ${gateway.name}. Delete the connection first.`
  const { status, code, requestId } = error
  return new ApiError({ status, code, requestId, message: `${reason} The cloud says: ${error.message}`, cause: error })
}
