import { isSettling, type VpnConnection } from '@vpn-console/api-client'
import { operationQuery } from '../../api/operation-query.ts'

export { connectionList, customerGatewayList, gatewayList } from '../../api/lists.ts'

const restingMs = 60_000
const settlingMs = 5_000

export const customerGateway = (cloudId: string, id: string) =>
  operationQuery(cloudId, 'showCgw', { params: { customer_gateway_id: id } })

export const quotas = (cloudId: string) => operationQuery(cloudId, 'showQuotasInfo', {})

/** A customer gateway is only a description: it is there at once and changes only when somebody changes it. */
export const customerGatewayPollInterval = (): number => restingMs

/** Connections are what a customer gateway waits for, before it can be deleted or when it was just put to use. */
export const connectionPollInterval = (connections: readonly Pick<VpnConnection, 'status'>[] = []): number =>
  connections.some(({ status }) => isSettling(status)) ? settlingMs : restingMs
