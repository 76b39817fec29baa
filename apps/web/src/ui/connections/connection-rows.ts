import type { CustomerGateway, VpnConnection, VpnGateway } from '@vpn-console/api-client'
import { statusWords } from '../status-words.ts'
import { endsKey, findPairs, groupBy } from './connection-pairs.ts'
import { gatewayEnd, type GatewayEnd } from './gateway-end.ts'

/** What is known about a connection beyond what the cloud says of it: its ends by name, and the other tunnel. */
export type ConnectionContext = {
  gateway: VpnGateway | undefined
  gatewayName: string
  end: GatewayEnd
  customerGateway: CustomerGateway | undefined
  customerGatewayName: string
  other: VpnConnection | undefined
  /** All others that join the same two, paired with it or not; undefined where the connections are not known. */
  beside: readonly VpnConnection[] | undefined
}

export type ContextOf = (connection: VpnConnection) => ConnectionContext

/** Looks up what belongs to a connection; ids stand for names that are not to be had. */
export const contextLookup = (
  listed: readonly VpnConnection[] | undefined,
  gateways: readonly VpnGateway[] = [],
  customerGateways: readonly CustomerGateway[] = [],
): ContextOf => {
  const connections = listed ?? []
  const gatewayById = new Map(gateways.map((gateway) => [gateway.id, gateway]))
  const customerGatewayById = new Map(customerGateways.map((gateway) => [gateway.id, gateway]))
  const connectionById = new Map(connections.map((connection) => [connection.id, connection]))
  const pairs = findPairs(connections)
  const joined = groupBy(connections, endsKey)
  // Every column asks for the same; of a long list that is often.
  const known = new Map<VpnConnection, ConnectionContext>()
  const lookUp = (connection: VpnConnection): ConnectionContext => {
    const gateway = gatewayById.get(connection.vgw_id)
    const customerGateway = customerGatewayById.get(connection.cgw_id)
    return {
      gateway,
      gatewayName: gateway?.name ?? connection.vgw_id,
      end: gatewayEnd(connection, gateway),
      customerGateway,
      customerGatewayName: customerGateway?.name ?? connection.cgw_id,
      other: connectionById.get(pairs.get(connection.id) ?? ''),
      beside: listed && (joined.get(endsKey(connection)) ?? []).filter(({ id }) => id !== connection.id),
    }
  }
  return (connection) => {
    const found = known.get(connection) ?? lookUp(connection)
    known.set(connection, found)
    return found
  }
}

export const connectedAlone = 'Connected without redundancy'

/** Whether a tunnel is up while the other of its pair is down: the status of one does not tell that. */
export const isAlone = (
  connection: Pick<VpnConnection, 'status'>,
  other: Pick<VpnConnection, 'status'> | undefined,
): boolean => connection.status === 'ACTIVE' && (other?.status === 'DOWN' || other?.status === 'ERROR')

/** The status in words, as it is shown. */
export const statusText = (
  connection: Pick<VpnConnection, 'status'>,
  other: Pick<VpnConnection, 'status'> | undefined,
): string => (isAlone(connection, other) ? connectedAlone : statusWords('connection', connection.status).words)

/** Worst first, so that what needs somebody is on top; a word that was never seen may need one too. */
const ranks: Record<string, number> = {
  ERROR: 0,
  DOWN: 1,
  FREEZED: 4,
  PENDING_CREATE: 5,
  PENDING_UPDATE: 5,
  PENDING_DELETE: 5,
  ACTIVE: 6,
}

/** Where a connection stands in a list that is sorted by status. */
export const statusRank = (
  connection: Pick<VpnConnection, 'status'>,
  other: Pick<VpnConnection, 'status'> | undefined,
): number => (isAlone(connection, other) ? 3 : (ranks[connection.status] ?? 2))

/** The key that the two tunnels of a pair have in common; one alone has its own. */
export const rowKey = (connection: Pick<VpnConnection, 'id'>, other: Pick<VpnConnection, 'id'> | undefined): string =>
  other === undefined ? connection.id : [connection.id, other.id].toSorted().join(' ')
