import { isSettling, type VpnConnection } from '@vpn-console/api-client'
import { operationQuery } from '../../api/operation-query.ts'

export { connectionList, customerGatewayList, gatewayList } from '../../api/lists.ts'

type WithStatus = Pick<VpnConnection, 'status'>

const settlingMs = 5_000
const troubledMs = 15_000
const restingMs = 60_000

export const connectionQuery = (cloudId: string, id: string) =>
  operationQuery(cloudId, 'showVpnConnection', { params: { vpn_connection_id: id } })

export const connectionLog = (cloudId: string, id: string) =>
  operationQuery(cloudId, 'showVpnConnectionLog', { params: { vpn_connection_id: id } })

// A tunnel takes half a minute to build or to change: 5 s keeps the badge honest without spending the user's API quota.
export const connectionPollInterval = (connections: readonly WithStatus[] = []): number =>
  connections.some(({ status }) => isSettling(status)) ? settlingMs : restingMs

/** The log of a tunnel that does not come up is what somebody is waiting for; that of one that is up is not. */
export const logPollInterval = (status: string | undefined): number => {
  if (status === undefined || isSettling(status)) return settlingMs
  return status === 'ACTIVE' || status === 'FREEZED' ? restingMs : troubledMs
}

/** Names of the ends change seldom, and their own pages follow them more closely. */
export const endsPollInterval = restingMs
