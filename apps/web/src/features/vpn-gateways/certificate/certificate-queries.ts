import { ApiError, isSettling, type VpnGatewayCertificate } from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../api/client.ts'

/** The certificates of a GM gateway; null where none were uploaded yet, which the cloud answers with a 404. */
export const gatewayCertificate = (cloudId: string, gatewayId: string) =>
  queryOptions({
    queryKey: [cloudId, 'showVpnGatewayCertificate', gatewayId],
    queryFn: async ({ signal }): Promise<VpnGatewayCertificate | null> => {
      try {
        const params = { vgw_id: gatewayId }
        return (await call(cloudId, 'showVpnGatewayCertificate', { params }, { signal })).certificate
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null
        throw error
      }
    },
  })

/** Binding takes seconds; after that only a person or the calendar changes anything. */
export const certificatePollInterval = (certificate: VpnGatewayCertificate | null | undefined): number =>
  isSettling(certificate?.status) ? 3_000 : 60_000

/** Why certificates cannot be given to the gateway now; undefined where they can. */
export const certificateRefuses = (
  certificate: Pick<VpnGatewayCertificate, 'name' | 'status'> | null | undefined,
): string | undefined =>
  isSettling(certificate?.status) ? `${certificate?.name ?? ''} is being bound to the gateway.` : undefined
