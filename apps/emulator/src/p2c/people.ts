import type { VpnAccessPolicy, VpnUser, VpnUserGroup } from '@vpn-console/api-client'
import { timeText, type Project } from '../project-state.ts'
import { peopleOf, type AccessPolicy, type People, type Server, type User, type UserGroup } from './state.ts'

/** A server where people sign in by name has a group and a policy from the beginning, which stay. */
export const addDefaults = (project: Project, server: Server, at: number): void => {
  const { groups, policies } = server.people
  if (server.client_auth_type !== 'LOCAL_PASSWORD' || groups.size > 0) return
  const group = addGroup(project, server.people, { name: 'default', description: 'Default user group' }, at, 'Default')
  const own = { name: 'default', description: 'Default access policy', dest_ip_cidrs: ['0.0.0.0/0'] }
  if (policies.size === 0) addPolicy(project, server.people, { ...own, user_group_id: group.id }, at, 'Default')
}

export const defaultGroup = ({ groups }: People): UserGroup | undefined =>
  [...groups.values()].find(({ type }) => type === 'Default')

export const addGroup = (
  project: Project,
  { groups }: People,
  given: { name: string; description?: string | undefined },
  at: number,
  type: UserGroup['type'] = 'Custom',
): UserGroup => {
  const { name, description = '' } = given
  const created_at = project.stamp(at)
  const group = { id: project.random.uuid(), name, description, type, created_at, updated_at: created_at }
  groups.set(group.id, group)
  return group
}

export const addPolicy = (
  project: Project,
  { policies }: People,
  given: Pick<AccessPolicy, 'name' | 'user_group_id' | 'dest_ip_cidrs'> & { description?: string | undefined },
  at: number,
  type: AccessPolicy['type'] = 'Custom',
): AccessPolicy => {
  const { name, user_group_id, dest_ip_cidrs, description = '' } = given
  const created_at = project.stamp(at)
  const policy: AccessPolicy = {
    id: project.random.uuid(),
    name,
    description,
    type,
    user_group_id,
    dest_ip_cidrs,
    created_at,
    updated_at: created_at,
  }
  policies.set(policy.id, policy)
  return policy
}

export const addUser = (
  project: Project,
  people: People,
  given: Pick<User, 'name'> & Partial<Pick<User, 'id' | 'description' | 'user_group_id' | 'static_ip' | 'passwords'>>,
  at: number,
): User => {
  const created_at = project.stamp(at)
  const user: User = {
    id: project.random.uuid(),
    description: '',
    user_group_id: defaultGroup(people)?.id,
    static_ip: 'disable',
    passwords: [],
    ...given,
    wrongTries: 0,
    created_at,
    updated_at: created_at,
  }
  people.users.set(user.id, user)
  return user
}

const times = ({ created_at, updated_at }: { created_at: number; updated_at: number }) => ({
  created_at: timeText(created_at),
  updated_at: timeText(updated_at),
})

export const shownUser = ({ groups }: People, user: User): VpnUser => {
  const { id, name, description, user_group_id, static_ip } = user
  const group = groups.get(user_group_id ?? '')
  return {
    id,
    name,
    description,
    ...(group ? { user_group_id: group.id, user_group_name: group.name } : {}),
    static_ip,
    ...times(user),
  }
}

/** How many users each group has, counted once for a whole list. */
export const memberCounts = ({ users }: People): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { user_group_id: id = '' } of users.values()) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

export const shownGroup = (group: UserGroup, counts: ReadonlyMap<string, number>): VpnUserGroup => {
  const { id, name, description, type } = group
  return { id, name, description, type, user_number: counts.get(id) ?? 0, ...times(group) }
}

export const shownPolicy = ({ groups }: People, policy: AccessPolicy): VpnAccessPolicy => {
  const { id, name, type, user_group_id, description, dest_ip_cidrs } = policy
  const user_group_name = groups.get(user_group_id)?.name
  return { id, name, type, user_group_id, user_group_name, description, dest_ip_cidrs, ...times(policy) }
}

/** Fixed addresses of the users of a server, but for one user's own. */
export const staticIpsOf = (server: Server, except?: User): Set<string> => {
  const found = new Set<string>()
  for (const user of peopleOf(server).users.values()) {
    if (user !== except && user.static_ip !== 'disable') found.add(user.static_ip)
  }
  return found
}
