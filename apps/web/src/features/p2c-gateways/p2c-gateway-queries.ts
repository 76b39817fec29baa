import { ApiError, isSettling, type P2cVpnGateway } from '@vpn-console/api-client'
import { isNotOffered } from '../../api/gone.ts'
import { queryOptions } from '@tanstack/react-query'
import { operationQuery } from '../../api/operation-query.ts'

export { p2cGatewayList } from '../../api/p2c-lists.ts'

const settlingMs = 5_000
const restingMs = 60_000

/** A gateway takes minutes to build: 5 s keeps the badge honest without spending the user's API quota. */
export const p2cPollInterval = (gateways: readonly Pick<P2cVpnGateway, 'status'>[] = []): number =>
  gateways.some(({ status }) => isSettling(status)) ? settlingMs : restingMs

export const p2cGateway = (cloudId: string, gatewayId: string) =>
  operationQuery(cloudId, 'showP2cVgw', { params: { p2c_vgw_id: gatewayId } })

export const p2cZones = (cloudId: string) =>
  queryOptions({ ...operationQuery(cloudId, 'listP2cVgwAvailabilityZones', { query: {} }), staleTime: 10 * 60_000 })

/** The server of a gateway, of which there is one at most. */
export const serverOfGateway = (cloudId: string, gatewayId: string) =>
  operationQuery(cloudId, 'listVpnServersByVgw', { params: { p2c_vgw_id: gatewayId } })

/** Whether the list of gateways was refused so that the page can only say why: the region has none, or may not be looked at. */
export const isUnavailable = (error: unknown): boolean =>
  isNotOffered(error) || (error instanceof ApiError && error.status === 403)
