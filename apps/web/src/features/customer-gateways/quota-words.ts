import type { Output } from '@vpn-console/api-client'

type Quota = { used: number; quota: number }

/** The quota of customer gateways in an answer; undefined where the cloud does not tell it. */
export const customerGatewayQuota = ({ quotas }: Output<'showQuotasInfo'>): Quota | undefined =>
  quotas.resources?.find(({ type }) => type === 'customer_gateway')

export const quotaText = ({ used, quota }: Quota): string => `${used} of ${quota} used`

/** Why no more can be made, or undefined. */
export const quotaReason = (quota: Quota | undefined): string | undefined =>
  quota && quota.used >= quota.quota
    ? `The quota of ${quota.quota} customer gateways is used up. Delete one, or ask the cloud for more.`
    : undefined
