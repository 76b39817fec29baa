import { NotThere } from '../not-there.ts'
import type { Project } from '../project-state.ts'
import { identityOf } from './identity.ts'
import { isPassword, mostWrongTries } from './passwords.ts'
import { endSessions, logAccess, startSession } from './sessions.ts'
import { peopleOf, type Server } from './state.ts'

export type ServerCredentials = { ca: string; certificate: string; private_key: string }
export type ClientAddresses = { client_ip?: string | undefined; virtual_ip?: string | undefined }
export type Connected = { connection_id: string; client_virtual_ip: string; client_ip: string }
export type SignIn = { allowed: boolean; reason?: 'no such user' | 'wrong password' | 'locked' }

const check = (server: Server, name: string, password: string): SignIn => {
  const user = [...peopleOf(server).users.values()].find((one) => one.name === name)
  if (!user) return { allowed: false, reason: 'no such user' }
  if (user.wrongTries >= mostWrongTries) return { allowed: false, reason: 'locked' }
  const allowed = isPassword(user, password)
  user.wrongTries = allowed ? 0 : user.wrongTries + 1
  return allowed ? { allowed } : { allowed, reason: 'wrong password' }
}

/** What a test may do as a client of a server. */
export const clientControl = (settled: (projectId: string) => Project) => {
  const find = (projectId: string, serverId: string) => {
    const project = settled(projectId)
    const server = project.p2c.servers.get(serverId)
    if (!server) throw new NotThere(`There is no server ${serverId}.`)
    return { project, server, now: project.clock.now() }
  }
  return {
    serverCredentials: (projectId: string, serverId: string): ServerCredentials => {
      const { project, server } = find(projectId, serverId)
      const { authority, credentials } = identityOf(project, server)
      return { ca: authority.certificate, ...credentials }
    },
    connectUser: (projectId: string, serverId: string, user: string, more: ClientAddresses = {}): Connected => {
      const { project, server, now } = find(projectId, serverId)
      const isKnown = [...peopleOf(server).users.values()].some(({ name }) => name === user)
      // The other kinds of authentication know people whom the server does not.
      if (server.client_auth_type === 'LOCAL_PASSWORD' && !isKnown) throw new NotThere(`There is no user ${user}.`)
      const result = startSession(project, server, user, now, more)
      if ('refused' in result) throw new Error(`${user} is not let in: ${result.refused}.`)
      const { id, virtual_ip, client_ip } = result.session
      return { connection_id: id, client_virtual_ip: virtual_ip, client_ip }
    },
    disconnectUser: (projectId: string, serverId: string, user: string): void => {
      const { project, server, now } = find(projectId, serverId)
      endSessions(project, server, now, { user_name: user, reason: 'client left' })
    },
    signIn: (projectId: string, serverId: string, user: string, password: string): SignIn => {
      const { project, server, now } = find(projectId, serverId)
      const answer = check(server, user, password)
      if (!answer.allowed) logAccess(project, server, now, { event: 'refused', user, reason: answer.reason })
      return answer
    },
  }
}
