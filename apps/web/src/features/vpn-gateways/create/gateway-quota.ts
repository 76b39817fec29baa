import type { QuotaInfo } from '@vpn-console/api-client'

export type GatewayQuota = { used: number; quota: number; refusal: string | undefined }

/** How many gateways there may be; undefined where the cloud does not say. */
export const gatewayQuota = (resources: readonly QuotaInfo[] | undefined): GatewayQuota | undefined => {
  const found = resources?.find(({ type }) => type === 'vpn_gateway')
  if (!found) return undefined
  const { used, quota } = found
  const refusal =
    used < quota
      ? undefined
      : `All ${quota} VPN gateways of this account are in use. Delete one, or ask for a larger quota in a service ticket.`
  return { used, quota, refusal }
}
