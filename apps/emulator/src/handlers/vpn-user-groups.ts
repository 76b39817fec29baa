import { mostUserGroups } from '@vpn-console/api-client'
import { addGroup, defaultGroup, memberCounts, shownGroup } from '../p2c/people.ts'
import { peopleOf, type People, type UserGroup } from '../p2c/state.ts'
import { changeableServer, findServer } from '../p2c/states-refused.ts'
import { refusal } from '../refusal.ts'
import type { Handlers } from './handler.ts'
import { pageByTime } from './paging.ts'
import { findUsers } from './vpn-users.ts'

const most = 2000

const find = ({ groups }: People, id: string): UserGroup => {
  const group = groups.get(id)
  if (!group) throw refusal('VPN.1301')
  return group
}

/** The group of type Default is the service's own. */
const changeable = (people: People, id: string): UserGroup => {
  const group = find(people, id)
  if (group.type === 'Default') throw refusal('VPN.1316')
  return group
}

const checkName = ({ groups }: People, name: string | undefined, except?: UserGroup) => {
  for (const group of groups.values()) if (group !== except && group.name === name) throw refusal('VPN.1300')
}

export const vpnUserGroups = {
  createVpnUserGroup: ({ project, params, body }) => {
    const people = peopleOf(changeableServer(project, params.vpn_server_id))
    checkName(people, body.user_group.name)
    if (people.groups.size >= mostUserGroups) throw refusal('VPN.1306')
    return { user_group: { id: addGroup(project, people, body.user_group, project.clock.now()).id } }
  },

  showVpnUserGroup: ({ project, params }) => {
    const people = peopleOf(findServer(project, params.vpn_server_id))
    return { user_group: shownGroup(find(people, params.group_id), memberCounts(people)) }
  },

  listVpnUserGroups: ({ project, params, query }) => {
    const people = peopleOf(findServer(project, params.vpn_server_id))
    const counts = memberCounts(people)
    const { items, page_info, total_count } = pageByTime([...people.groups.values()], query, most)
    return { user_groups: items.map((one) => shownGroup(one, counts)), total_count, page_info }
  },

  updateVpnUserGroup: ({ project, params, body }) => {
    const people = peopleOf(changeableServer(project, params.vpn_server_id))
    const group = changeable(people, params.group_id)
    checkName(people, body.user_group.name, group)
    Object.assign(group, body.user_group)
    group.updated_at = project.clock.now()
    return { user_group: shownGroup(group, memberCounts(people)) }
  },

  deleteVpnUserGroup: ({ project, params }) => {
    const people = peopleOf(changeableServer(project, params.vpn_server_id))
    const group = changeable(people, params.group_id)
    for (const { user_group_id } of people.policies.values()) if (user_group_id === group.id) throw refusal('VPN.1313')
    people.groups.delete(group.id)
    // Nobody is without a group: its members fall back to that of everybody.
    const fallback = defaultGroup(people)?.id
    for (const user of people.users.values()) if (user.user_group_id === group.id) user.user_group_id = fallback
    return undefined
  },

  addVpnUsersToGroup: ({ project, params, body }) => {
    const people = peopleOf(changeableServer(project, params.vpn_server_id))
    const group = find(people, params.group_id)
    const users = findUsers(people, body.users)
    const common = defaultGroup(people)?.id
    for (const { name, user_group_id } of users) {
      // Being in the group of everybody hinders nobody.
      const isElsewhere = user_group_id !== undefined && user_group_id !== common && user_group_id !== group.id
      if (isElsewhere) throw refusal('VPN.1304', name)
    }
    for (const user of users) user.user_group_id = group.id
    return {}
  },

  removeVpnUsersFromGroup: ({ project, params, body }) => {
    const people = peopleOf(changeableServer(project, params.vpn_server_id))
    const group = find(people, params.group_id)
    const users = findUsers(people, body.users)
    for (const { name, user_group_id } of users) if (user_group_id !== group.id) throw refusal('VPN.1305', name)
    for (const user of users) user.user_group_id = defaultGroup(people)?.id
    return {}
  },

  listVpnUsersInGroup: ({ project, params, query }) => {
    const people = peopleOf(findServer(project, params.vpn_server_id))
    const group = find(people, params.group_id)
    const members = [...people.users.values()].filter(({ user_group_id }) => user_group_id === group.id)
    const { items, page_info, total_count } = pageByTime(members, query, most)
    return { users: items.map(({ id, name, description }) => ({ id, name, description })), total_count, page_info }
  },
} satisfies Partial<Handlers>
