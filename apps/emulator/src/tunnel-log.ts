import type { Log } from '@vpn-console/api-client'
import { gatewayAddress, peerAddress } from './addresses.ts'
import { logText, type LogEvent, type LogWriter } from './log-spelling.ts'
import type { Connection, Project } from './project-state.ts'
import { retryMs, type Phase } from './tunnel.ts'

const mostLines = 200
const shortestGapMs = 1_000

/** Moments `from`, `from + step`, ... before `until`, the last `most` of them, newest first. */
const lastOf = (from: number, until: number, step: number, most: number): number[] => {
  if (until <= from) return []
  const count = Math.ceil((until - from) / step)
  return Array.from({ length: Math.min(count, most) }, (_, back) => from + (count - 1 - back) * step)
}

const writerOf = (project: Project, connection: Connection): LogWriter => {
  const { address, isBehindNat } = peerAddress(project, connection)
  return {
    id: connection.id,
    host: gatewayAddress(project, connection),
    peer: { address, port: isBehindNat ? 4500 : 500 },
    lifetimeSeconds: connection.ipsecpolicy.lifetime_seconds ?? 3600,
    spelling: connection.tunnel.spelling,
  }
}

const eventsOf = (phase: Phase, until: number, room: number, every: { rekeyMs: number; tryMs: number }): LogEvent[] => {
  if (phase.up) {
    // Keys are replaced at the end of each lifetime: the old pair goes as the new one comes.
    return lastOf(phase.at, until, every.rekeyMs, room).flatMap((at) => {
      const established: LogEvent = { at, kind: 'established' }
      const replaced: LogEvent = { at: at + 1, kind: 'deleted', reason: 'phase2 sa replace' }
      return at === phase.at ? [established] : [replaced, established]
    })
  }
  const { reason, teardown } = phase
  const tries: LogEvent[] =
    reason === undefined ? [] : lastOf(phase.at, until, every.tryMs, room).map((at) => ({ at, kind: 'failed', reason }))
  return teardown === undefined ? tries : [...tries, { at: phase.at, kind: 'deleted', reason: teardown }]
}

/** Newest first, the last 200: `IPsec tunnel negotiation fails. (IfIndex=[207], ..., Reason=[version mismatch])`. */
export const connectionLog = (project: Project, connection: Connection, now: number): Log[] => {
  const { phases, foreignLines } = connection.tunnel
  const writer = writerOf(project, connection)
  const every = {
    rekeyMs: Math.max(project.clock.takes(writer.lifetimeSeconds * 1000), shortestGapMs),
    tryMs: Math.max(project.clock.takes(retryMs), shortestGapMs),
  }
  const events: LogEvent[] = []
  let until = now + 1
  for (let index = phases.length - 1; index >= 0 && events.length < mostLines; index--) {
    const phase = phases[index]
    if (!phase) break
    events.push(...eventsOf(phase, until, mostLines - events.length, every))
    until = phase.at
  }
  const own = events.map((event) => ({ at: Math.floor(event.at), text: logText(event, writer) }))
  const foreign = foreignLines.toReversed()
  const all = foreign.length === 0 ? own : [...foreign, ...own].toSorted((a, b) => b.at - a.at)
  return all.slice(0, mostLines).map(({ at, text }) => ({ time: Math.floor(at / 1000), raw_message: text }))
}
