import type { Log } from '@vpn-console/api-client'
import { gatewayAddress, peerAddress } from './addresses.ts'
import type { Connection, Project } from './project-state.ts'
import { hash } from './random.ts'
import { retryMs, type Phase } from './tunnel.ts'

const mostLines = 200
const shortestGapMs = 1_000

type Event = { at: number; text: string }

/** Moments `from`, `from + step`, ... before `until`, the last `most` of them, newest first. */
const lastOf = (from: number, until: number, step: number, most: number): number[] => {
  if (until <= from) return []
  const count = Math.ceil((until - from) / step)
  return Array.from({ length: Math.min(count, most) }, (_, back) => from + (count - 1 - back) * step)
}

const pad = (value: number, digits: number) => String(value).padStart(digits, '0')

/** Newest first, the last 200: `IPsec tunnel negotiation fails. (IfIndex=[207], ..., Reason=[version mismatch])`. */
export const connectionLog = (project: Project, connection: Connection, now: number): Log[] => {
  const { tunnel } = connection
  const host = gatewayAddress(project, connection)
  const peer = peerAddress(project, connection)
  const port = peer.isBehindNat ? 4500 : 500
  const ends = `IfIndex=[207], PolicyName=[], SeqNum=[0], PeerAddress=[${peer.address}], PeerPort=[${port}]`
  const prefix = `host-${host.replaceAll(/[.:]/g, '-')} ipsec_ike[${20_000 + (hash(connection.id) % 20_000)}]: [${host}]`

  const lifetimeSeconds = connection.ipsecpolicy.lifetime_seconds ?? 3600
  const rekeyMs = Math.max(project.clock.takes(lifetimeSeconds * 1000), shortestGapMs)
  const tryMs = Math.max(project.clock.takes(retryMs), shortestGapMs)
  const established = `IPsec tunnel is established. (${ends}, Role=[Initiator], LifeTime=[${lifetimeSeconds}])`
  const deleted = (reason: string) => `IPsec tunnel is deleted. (${ends}, OfflineReason=[${reason}])`

  const eventsOf = (phase: Phase, until: number, room: number): Event[] => {
    if (phase.up) {
      // Keys are replaced at the end of each lifetime: the old pair goes as the new one comes.
      return lastOf(phase.at, until, rekeyMs, room).flatMap((at) =>
        at === phase.at
          ? [{ at, text: established }]
          : [
              { at: at + 1, text: deleted('phase2 sa replace') },
              { at, text: established },
            ],
      )
    }
    const fails = `IPsec tunnel negotiation fails. (${ends}, Reason=[${phase.reason}])`
    const tries =
      phase.reason === undefined ? [] : lastOf(phase.at, until, tryMs, room).map((at) => ({ at, text: fails }))
    return phase.teardown === undefined ? tries : [...tries, { at: phase.at, text: deleted(phase.teardown) }]
  }

  const events: Event[] = []
  let until = now + 1
  for (let index = tunnel.phases.length - 1; index >= 0 && events.length < mostLines; index--) {
    const phase = tunnel.phases[index]
    if (!phase) break
    events.push(...eventsOf(phase, until, mostLines - events.length))
    until = phase.at
  }
  return events.slice(0, mostLines).map(({ at, text }) => {
    const ms = Math.floor(at)
    const micros = pad(hash(`${connection.id} ${ms} ${text.length}`) % 1000, 3)
    const stamp = new Date(ms).toISOString().replace('Z', `${micros}+00:00`)
    return { time: Math.floor(ms / 1000), raw_message: `${stamp} ${prefix} ${text}` }
  })
}
