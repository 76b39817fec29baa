import type { QuotaInfo } from '@vpn-console/api-client'

export type Limit = { id: string; name: string; used: number; quota: number; state: 'plenty' | 'near' | 'full' }

const names: Record<string, string> = {
  vpn_gateway: 'VPN gateways',
  customer_gateway: 'Customer gateways',
  vpn_connection: 'Connections',
}

/** From this part on it is time to ask for more: that takes a ticket, and days. */
const near = 0.8

const stateOf = (used: number, quota: number): Limit['state'] => {
  if (used >= quota) return 'full'
  return used >= quota * near ? 'near' : 'plenty'
}

/**
 * What there may be at most, the nearest to its end first. Kinds that are not of this service's present generation are
 * left out, and so are those without a limit, which the cloud writes as a negative number.
 */
export const limitsOf = (resources: readonly QuotaInfo[]): Limit[] =>
  resources
    .flatMap(({ type, used, quota }) => {
      const name = names[type]
      return name === undefined || quota < 0 ? [] : [{ id: type, name, used, quota, state: stateOf(used, quota) }]
    })
    .toSorted((a, b) => b.used / Math.max(1, b.quota) - a.used / Math.max(1, a.quota))

/** What a limit means for who wants to build more. */
export const limitWords = ({ used, quota, state }: Limit): string => {
  if (state === 'full') return `All ${quota} in use: no more can be made until the quota is raised`
  return state === 'near' ? `${used} of ${quota} in use, ${quota - used} left` : `${used} of ${quota} in use`
}
