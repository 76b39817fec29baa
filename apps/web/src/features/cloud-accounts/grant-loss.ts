import type { GivenGrant } from '@vpn-console/api-client'

const most = 5
const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** Who loses what when an account is deleted; undefined where nothing was granted on it alone. */
export const grantLossWords = (grants: readonly Pick<GivenGrant, 'roleName' | 'subject'>[]): string | undefined => {
  if (grants.length === 0) return undefined
  const named = grants.slice(0, most).map(({ roleName, subject }) => `${roleName} from ${subject.name}`)
  const more = grants.length - named.length
  return `It takes ${list.format([...named, ...(more > 0 ? [`${more} more`] : [])])}.`
}
