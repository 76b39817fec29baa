import type { VpnAccessPolicy, VpnServer, VpnUser, VpnUserGroup } from '@vpn-console/api-client'

/** What a server holds; undefined where it could not be looked up. */
export type ServerContents = {
  users?: readonly VpnUser[] | undefined
  groups?: readonly VpnUserGroup[] | undefined
  policies?: readonly VpnAccessPolicy[] | undefined
  cas?: VpnServer['client_ca_certificates']
}

export type Obstacle = { tab: 'users' | 'groups' | 'policies' | 'client-cas'; words: string; names: string[] }

const obstacle = (tab: Obstacle['tab'], one: string, many: string, names: readonly string[] = []): Obstacle[] =>
  names.length === 0
    ? []
    : [{ tab, words: names.length === 1 ? `1 ${one}` : `${names.length} ${many}`, names: [...names] }]

// The group and the policy that every server has go with it.
const isOwn = ({ type }: { type?: string | undefined }) => type !== 'Default'

const named = (item: { name?: string | undefined; id?: string | undefined }) => item.name ?? item.id ?? '–'

/** What has to be deleted before a gateway can be: the cloud refuses while any of it is left. */
export const obstaclesOf = ({ users, groups, policies, cas }: ServerContents): Obstacle[] => [
  ...obstacle('users', 'user', 'users', users?.map(named)),
  ...obstacle('policies', 'access policy', 'access policies', policies?.filter(isOwn).map(named)),
  ...obstacle('groups', 'group', 'groups', groups?.filter(isOwn).map(named)),
  ...obstacle('client-cas', 'client CA', 'client CAs', cas?.map(named)),
]
