import {
  blockHolds,
  clientGateway,
  freeStaticIp,
  mostConnectionsOfUser,
  type P2cConnection,
} from '@vpn-console/api-client'
import { findStream, writeLine } from '../log-streams.ts'
import { timeText, type Project } from '../project-state.ts'
import { noise } from '../random.ts'
import { createFlow, type Direction } from '../traffic.ts'
import { peopleOf, type Server, type Session } from './state.ts'

const megabit = 1_000_000
const mostPast = 2_000
const bitsPerPacket = 6_400

const flowOf = ({ id }: Session, direction: Direction) =>
  createFlow(`${id} ${direction}`, (0.05 + 1.5 * noise(`${id} ${direction}`)) * megabit)

/** Bits per second through a session by the moment; none before it began and after it ended. */
export const sessionRate = (session: Session, direction: Direction): ((at: number) => number) => {
  const flow = flowOf(session, direction)
  const { from, until = Number.POSITIVE_INFINITY } = session
  return (at) => (at < from || at >= until ? 0 : Math.round(flow.rate(at)))
}

const countersAt = (session: Session, now: number) => {
  // In is what comes from the client, as the gateway sees it.
  const inbound_bytes = Math.floor(flowOf(session, 'recv').bytes(session.from, now)) + 4_185
  const outbound_bytes = Math.floor(flowOf(session, 'send').bytes(session.from, now)) + 10_480
  return {
    inbound_packets: Math.ceil((inbound_bytes * 8) / bitsPerPacket),
    outbound_packets: Math.ceil((outbound_bytes * 8) / bitsPerPacket),
    inbound_bytes,
    outbound_bytes,
  }
}

/** A session as the list of connections shows it. */
export const shownSession = (session: Session, now: number): P2cConnection => ({
  connection_id: session.id,
  client_virtual_ip: session.virtual_ip,
  client_ip: session.client_ip,
  client_user_name: session.user_name,
  ...countersAt(session, now),
  connection_established_time: timeText(session.from),
  timestamp: timeText(now).replace(/\.\d+Z$/, 'Z'),
})

/** What the access log says, where the gateway has one. The form of the cloud's own lines is not documented. */
export const logAccess = (project: Project, server: Server, at: number, line: Record<string, unknown>): void => {
  const { logConfig } = project.p2c.gateways.get(server.p2c_vgw_id) ?? {}
  if (!logConfig) return
  const stream = findStream(project.neighbours, logConfig.log_group_id, logConfig.log_stream_id)
  if (stream) writeLine(stream, at, JSON.stringify({ time: timeText(at), server_id: server.id, ...line }))
}

const addressFor = (server: Server, userName: string): string | undefined => {
  const taken = new Set(server.sessions.map(({ virtual_ip }) => virtual_ip))
  const users = [...peopleOf(server).users.values()]
  const fixed = users.find(({ name }) => name === userName)?.static_ip ?? 'disable'
  if (fixed !== 'disable') return taken.has(fixed) ? undefined : fixed
  const reserved = new Set([...taken, ...users.map(({ static_ip }) => static_ip)])
  return freeStaticIp(server.client_cidr, reserved)
}

const clientAddress = (userName: string, count: number) => {
  const place = Math.floor(noise(`${userName} at home ${count}`) * 254 * 254)
  return `100.${64 + Math.floor(place / 254 / 4)}.${(Math.floor(place / 254) % 250) + 1}.${(place % 254) + 1}`
}

export type SignedIn = { session: Session } | { refused: string }

/** Lets somebody in, if there is room: five times at once at most, and no more than the gateway takes. */
export const startSession = (
  project: Project,
  server: Server,
  user_name: string,
  at: number,
  given: { client_ip?: string | undefined; virtual_ip?: string | undefined } = {},
): SignedIn => {
  const gateway = project.p2c.gateways.get(server.p2c_vgw_id)
  const mine = server.sessions.filter((session) => session.user_name === user_name)
  if (mine.length >= mostConnectionsOfUser) return { refused: 'the user is connected too often' }
  if (server.sessions.length >= (gateway?.max_connection_number ?? 0)) return { refused: 'the gateway is full' }
  const virtual_ip = given.virtual_ip ?? addressFor(server, user_name)
  if (virtual_ip === undefined) return { refused: 'no address is free' }
  if (!blockHolds(server.client_cidr, virtual_ip) || virtual_ip === clientGateway(server.client_cidr)) {
    return { refused: 'the address is not one for clients' }
  }
  const session: Session = {
    id: project.random.uuid(),
    user_name,
    virtual_ip,
    client_ip: given.client_ip ?? clientAddress(user_name, mine.length),
    from: at,
    until: undefined,
  }
  server.sessions.unshift(session)
  logAccess(project, server, at, { event: 'connected', ...told(session) })
  return { session }
}

const told = ({ id, user_name, client_ip, virtual_ip }: Session) => ({
  connection_id: id,
  user: user_name,
  client_ip,
  virtual_ip,
})

export const endSession = (
  project: Project,
  server: Server,
  session: Session,
  at: number,
  reason = 'client left',
): void => {
  session.until = at
  server.sessions = server.sessions.filter((other) => other !== session)
  server.past.unshift(session)
  if (server.past.length > mostPast) server.past.length = mostPast
  const seconds = Math.round((at - session.from) / 1_000)
  logAccess(project, server, at, {
    event: 'disconnected',
    ...told(session),
    reason,
    seconds,
    ...countersAt(session, at),
  })
}

/** Ends the sessions of one user, or of all. */
export const endSessions = (
  project: Project,
  server: Server,
  at: number,
  { user_name, reason = 'server changed' }: { user_name?: string; reason?: string } = {},
): void => {
  for (const session of server.sessions) {
    if (user_name === undefined || session.user_name === user_name) endSession(project, server, session, at, reason)
  }
}
