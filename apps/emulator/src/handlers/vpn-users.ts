import { staticIpProblems, userPasswordProblems, vpnUserProblems, type Problem } from '@vpn-console/api-client'
import { hashPassword, isPassword, setPassword, wasPassword } from '../p2c/passwords.ts'
import { addUser, shownUser, staticIpsOf } from '../p2c/people.ts'
import { endSessions } from '../p2c/sessions.ts'
import { peopleOf, type People, type Server, type User } from '../p2c/state.ts'
import { changeableServer, findServer } from '../p2c/states-refused.ts'
import type { Project } from '../project-state.ts'
import { refusalTexts } from '../refusal-texts.ts'
import { invalid, refusal, refuseProblems } from '../refusal.ts'
import type { Call, Handlers } from './handler.ts'
import { pageByTime } from './paging.ts'

const most = 2000

export const findUser = (people: People, id: string): User => {
  const user = people.users.get(id)
  if (!user) throw refusal('VPN.1303')
  return user
}

/** The users of a list without doubles, each of whom is there. */
export const findUsers = (people: People, wanted: readonly { id: string }[]): User[] => {
  const seen = new Set<string>()
  for (const { id } of wanted) {
    if (seen.has(id)) throw refusal('VPN.1315', id)
    seen.add(id)
  }
  return wanted.map(({ id }) => findUser(people, id))
}

const checkGroup = ({ groups }: People, id: string | undefined) => {
  if (id !== undefined && !groups.has(id)) throw refusal('VPN.1301')
}

const checkTakesUsers = (server: Server) => {
  if (server.client_auth_type !== 'LOCAL_PASSWORD') {
    throw invalid(`server ${server.id} does not authenticate clients by user name and password`)
  }
}

const checkRoom = (project: Project, server: Server, more: number) => {
  const most = project.p2c.gateways.get(server.p2c_vgw_id)?.max_connection_number ?? 0
  if (peopleOf(server).users.size + more > most) throw refusal('VPN.1307')
}

const surroundingsOf = (server: Server) => {
  const { users, groups } = peopleOf(server)
  return {
    client_cidr: server.client_cidr,
    names: new Set([...users.values()].map(({ name }) => name)),
    staticIps: staticIpsOf(server),
    groups: new Set([...groups.values()].map(({ name }) => name)),
  }
}

// A batch names its causes in words of its own.
const causes: Record<string, string> = {
  'VPN.1302': 'Duplicate user name.',
  'VPN.1308': 'Password length invalid.',
  'VPN.1317': 'User name invalid.',
  'VPN.1301': 'User group does not exist.',
}

const causeOf = ({ code, message, rule }: Problem, password: string): string => {
  // One code stands for two things that are wrong with a password.
  if (code === 'VPN.1308' && password.length >= 8 && password.length <= 32) return 'Password complexity invalid.'
  if (rule === 'user.static-ip') return `Static IP invalid: ${message}`
  if (rule === 'user.description') return 'Description invalid.'
  return causes[code] ?? refusalTexts[code] ?? message
}

type BatchUser = Call<'batchCreateVpnUsers'>['body']['users'][number]

/** Everybody of a batch who cannot be created, with the first thing that is wrong. */
const invalidUsers = (server: Server, users: readonly BatchUser[]) => {
  const around = surroundingsOf(server)
  return users.flatMap((user) => {
    const { name, password, description, user_group_name, static_ip } = user
    const [first] = vpnUserProblems(user, around)
    // The second of a name or an address is the one that is too many.
    around.names.add(name)
    if (static_ip !== undefined && static_ip !== 'disable') around.staticIps.add(static_ip)
    return first ? [{ name, description, user_group_name, static_ip, cause: causeOf(first, password) }] : []
  })
}

const changePassword = (user: User, password: string) => {
  refuseProblems(userPasswordProblems(password, user.name))
  if (wasPassword(user, password)) throw refusal('VPN.1311')
  setPassword(user, password)
}

const remove = (project: Project, server: Server, users: readonly User[]) => {
  for (const { id, name } of users) {
    peopleOf(server).users.delete(id)
    endSessions(project, server, project.clock.now(), { user_name: name, reason: 'user deleted' })
  }
}

export const vpnUsers = {
  createVpnUser: ({ project, params, body }) => {
    const server = changeableServer(project, params.vpn_server_id)
    const people = peopleOf(server)
    const { password, user_group_id, ...given } = body.user
    checkTakesUsers(server)
    refuseProblems(vpnUserProblems(body.user, surroundingsOf(server)))
    checkGroup(people, user_group_id)
    checkRoom(project, server, 1)
    const member = user_group_id === undefined ? {} : { user_group_id }
    const { name, description = '', static_ip = 'disable' } = given
    const all = { name, description, static_ip, ...member, passwords: [hashPassword(password)] }
    return { user: { id: addUser(project, people, all, project.clock.now()).id } }
  },

  batchCreateVpnUsers: ({ project, params, body }) => {
    const server = changeableServer(project, params.vpn_server_id)
    const people = peopleOf(server)
    checkTakesUsers(server)
    const invalid_users = invalidUsers(server, body.users)
    if (invalid_users.length > 0) return { invalid_users }
    checkRoom(project, server, body.users.length)
    const groups = new Map([...people.groups.values()].map(({ name, id }) => [name, id]))
    const at = project.clock.now()
    for (const { name, password, description = '', static_ip = 'disable', user_group_name } of body.users) {
      const user_group_id = user_group_name === undefined ? undefined : groups.get(user_group_name)
      const member = user_group_id === undefined ? {} : { user_group_id }
      addUser(project, people, { name, description, static_ip, ...member, passwords: [hashPassword(password)] }, at)
    }
    return { invalid_users: [] }
  },

  showVpnUser: ({ project, params }) => {
    const people = peopleOf(findServer(project, params.vpn_server_id))
    return { user: shownUser(people, findUser(people, params.user_id)) }
  },

  listVpnUsers: ({ project, params, query }) => {
    const people = peopleOf(findServer(project, params.vpn_server_id))
    const { items, page_info, total_count } = pageByTime([...people.users.values()], query, most)
    return { users: items.map((one) => shownUser(people, one)), total_count, page_info }
  },

  updateVpnUser: ({ project, params, body }) => {
    const server = changeableServer(project, params.vpn_server_id)
    const people = peopleOf(server)
    const user = findUser(people, params.user_id)
    const { user_group_id, static_ip } = body.user
    checkGroup(people, user_group_id)
    refuseProblems(staticIpProblems(static_ip, server.client_cidr, staticIpsOf(server, user)))
    Object.assign(user, body.user)
    user.updated_at = project.clock.now()
    return { user: shownUser(people, user) }
  },

  deleteVpnUser: ({ project, params }) => {
    const server = changeableServer(project, params.vpn_server_id)
    remove(project, server, [findUser(peopleOf(server), params.user_id)])
    return undefined
  },

  batchDeleteVpnUsers: ({ project, params, body }) => {
    const server = changeableServer(project, params.vpn_server_id)
    remove(project, server, findUsers(peopleOf(server), body.users))
    return {}
  },

  updateVpnUserPassword: ({ project, params, body }) => {
    const user = findUser(peopleOf(changeableServer(project, params.vpn_server_id)), params.user_id)
    if (!isPassword(user, body.old_password)) throw refusal('VPN.1312')
    changePassword(user, body.new_password)
    return {}
  },

  resetVpnUserPassword: ({ project, params, body }) => {
    const user = findUser(peopleOf(changeableServer(project, params.vpn_server_id)), params.user_id)
    changePassword(user, body.new_password)
    return {}
  },
} satisfies Partial<Handlers>
