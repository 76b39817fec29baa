import { blockHolds, type P2cVpnGateway, type VpnServer, type VpnServerUpdate } from '@vpn-console/api-client'

/** What stands on a server that keeps users; undefined where it could not be counted. */
export type People = { users: number; groups: number; policies: number }

const count = (number: number, one: string, many: string) =>
  number === 0 ? [] : [`${number.toLocaleString('en')} ${number === 1 ? one : many}`]

const and = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`

/** Why people cannot sign in another way yet: what has to be deleted first. */
export const leavingRefusal = (server: Pick<VpnServer, 'client_auth_type'>, people: People): string | undefined => {
  if (server.client_auth_type !== 'LOCAL_PASSWORD') return undefined
  const there = [
    ...count(people.users, 'user', 'users'),
    ...count(people.groups, 'user group', 'user groups'),
    ...count(people.policies, 'access policy', 'access policies'),
  ]
  if (there.length === 0) return undefined
  return `The server has ${and(there)}: the service takes another sign-in only after they are deleted. The default group and policy go by themselves.`
}

type Around = { gateway: P2cVpnGateway | undefined; staticIps: readonly string[] }

/** What a change means for the people who are connected, and for those who connect next. */
export const editEffects = (update: VpnServerUpdate, { gateway, staticIps }: Around): string[] => {
  if (Object.keys(update).length === 0) return []
  const online = gateway?.current_connection_number ?? 0
  const effects = [
    online > 0
      ? `${online === 1 ? '1 client is' : `${online.toLocaleString('en')} clients are`} online: they are cut off while the change is made, and connect again by themselves where their profile still fits.`
      : 'Whoever connects while the change is made is cut off, and connects again.',
  ]
  const { client_cidr: block, ssl_options: ssl, server_certificate, client_auth_type } = update
  if (block !== undefined) {
    effects.push(
      `Every client gets another address, from ${block}: rules elsewhere that name the old ones no longer fit.`,
    )
    const outside = staticIps.filter((address) => !blockHolds(block, address)).length
    if (outside > 0) {
      effects.push(
        `${outside === 1 ? '1 user has' : `${outside} users have`} a static IP outside ${block}: give them others.`,
      )
    }
  }
  const reasons = [
    ...(block === undefined ? [] : ['client CIDR']),
    ...(ssl?.port === undefined ? [] : ['port']),
    ...(ssl?.encryption_algorithm === undefined ? [] : ['encryption']),
    ...(server_certificate ? ['server certificate'] : []),
    ...(client_auth_type === undefined ? [] : ['sign-in']),
  ]
  if (reasons.length > 0) {
    effects.push(
      `New profiles are needed because of the ${and(reasons)}: download the client configuration again and hand it out. With an old one people may not get in any more.`,
    )
  }
  if (server_certificate) effects.push('A certificate that the service signed cannot be had back.')
  return effects
}
