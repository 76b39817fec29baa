import type { Connection, Project } from './project-state.ts'
import { settingsOf, troubleOf, type Trouble } from './tunnel-trouble.ts'

export type Phase = {
  at: number
  up: boolean
  /** Why the tunnel was taken down, where it was up before. */
  teardown: string | undefined
  /** Why negotiation keeps failing while it is down; undefined while nobody tries. */
  reason: string | undefined
}

export type Flapping = { upMs: number; downMs: number; teardown: string; reason: string }

/** A stretch of time in which nothing comes back through some pairs, or through any. */
export type Silence = { from: number; until: number; pairs: 'all' | readonly string[] }

export type Tunnel = {
  /** What the tunnel went through, oldest first: logs, metrics and BGP figures are all read from it. */
  phases: Phase[]
  trouble: Trouble | undefined
  flapping: Flapping | undefined
  /** The settings that were in force at the last negotiation; they may lag behind those of the connection. */
  inUse: Record<string, string>
  /** Counts the orders given to the tunnel: what an older one had planned is dropped. */
  order: number
  silences: Silence[]
  /** Lines of its log that are none of the emulator's own. */
  foreignLines: { at: number; text: string }[]
  /** As the reference spells the lines of the log, or now and then as other devices of the family do. */
  spelling: 'documented' | 'mixed'
}

const mostPhases = 3_000
/** How long peers take to agree, and how long they wait before they try again. */
export const negotiationMs = 8_000
export const retryMs = 30_000
/** At high speed a flapping tunnel still stays in each state long enough to be seen. */
const shortestStayMs = 2_000

export const createTunnel = (): Tunnel => ({
  phases: [],
  trouble: undefined,
  flapping: undefined,
  inUse: {},
  order: 0,
  silences: [],
  foreignLines: [],
  spelling: 'documented',
})

export const currentPhase = (tunnel: Tunnel): Phase | undefined => tunnel.phases.at(-1)

export const isUp = (tunnel: Tunnel): boolean => currentPhase(tunnel)?.up === true

/** The phase a tunnel was in at a moment; undefined before its first. */
export const phaseAt = (tunnel: Tunnel, at: number): Phase | undefined => {
  let low = 0
  let high = tunnel.phases.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const phase = tunnel.phases[middle]
    if (phase && phase.at <= at) low = middle + 1
    else high = middle
  }
  return tunnel.phases[low - 1]
}

const enter = (tunnel: Tunnel, phase: Phase) => {
  tunnel.phases.push(phase)
  if (tunnel.phases.length > mostPhases) tunnel.phases.splice(0, tunnel.phases.length - mostPhases)
}

const endSilence = (tunnel: Tunnel, at: number) => {
  const last = tunnel.silences.at(-1)
  if (last && last.until > at) last.until = at
}

/** From now on nothing comes back through these pairs: the far side drops what it gets. */
export const beSilent = (tunnel: Tunnel, at: number, pairs: Silence['pairs']): void => {
  endSilence(tunnel, at)
  tunnel.silences.push({ from: at, until: Number.POSITIVE_INFINITY, pairs })
}

export const goUp = (tunnel: Tunnel, at: number): void => {
  if (!isUp(tunnel)) enter(tunnel, { at, up: true, teardown: undefined, reason: undefined })
}

export const goDown = (tunnel: Tunnel, at: number, teardown: string, reason: string | undefined): void => {
  const wasUp = isUp(tunnel)
  endSilence(tunnel, at)
  if (!wasUp && tunnel.phases.length > 0 && currentPhase(tunnel)?.reason === reason) return
  enter(tunnel, { at, up: false, teardown: wasUp ? teardown : undefined, reason })
}

/** Plans the next change of a flapping tunnel. `now` may be long after `at` when nobody called for a while. */
const planFlip = (project: Project, connection: Connection, at: number, now: number): void => {
  const { tunnel } = connection
  const { flapping, order } = tunnel
  if (!flapping) return
  const stayOf = (ms: number) => Math.max(project.clock.takes(ms), shortestStayMs)
  const stay = stayOf(isUp(tunnel) ? flapping.upMs : flapping.downMs)
  // After days without a call only the last thousand flaps or so are worth telling.
  const cycle = stayOf(flapping.upMs) + stayOf(flapping.downMs)
  const skipped = Math.max(0, Math.floor((now - at) / cycle) - 1_400) * cycle
  project.schedule.add(at + skipped + stay, (then, settled) => {
    if (tunnel.order !== order || !project.connections.has(connection.id)) return
    if (isUp(tunnel)) goDown(tunnel, then, flapping.teardown, flapping.reason)
    else goUp(tunnel, then)
    planFlip(project, connection, then, settled)
  })
}

/** From now on the tunnel goes up and down by itself; it changes at once. */
export const startFlapping = (project: Project, connection: Connection, at: number, flapping: Flapping): void => {
  const { tunnel } = connection
  tunnel.order++
  tunnel.flapping = flapping
  tunnel.trouble = undefined
  if (isUp(tunnel)) goDown(tunnel, at, flapping.teardown, flapping.reason)
  else goUp(tunnel, at)
  planFlip(project, connection, at, at)
}

/** Both ends negotiate with the settings of this moment: the tunnel comes up unless something is wrong with them. */
export const negotiate = (connection: Connection, at: number): void => {
  const { tunnel } = connection
  tunnel.inUse = settingsOf(connection)
  if (tunnel.trouble && isMended(tunnel.trouble, tunnel.inUse)) tunnel.trouble = undefined
  if (tunnel.trouble) goDown(tunnel, at, 'peer request', tunnel.trouble.reason)
  else goUp(tunnel, at)
}

const isMended = (trouble: Trouble, settings: Record<string, string>) =>
  trouble.wants
    ? Object.entries(trouble.wants).every(([field, value]) => settings[field] === value)
    : trouble.fields.some((field) => settings[field] !== trouble.had[field])

/** Takes the tunnel down and lets the ends negotiate again. */
export const renegotiate = (project: Project, connection: Connection, at: number, teardown: string): void => {
  const { tunnel } = connection
  const order = ++tunnel.order
  goDown(tunnel, at, teardown, undefined)
  project.schedule.add(at + project.clock.takes(negotiationMs), (then, now) => {
    if (tunnel.order !== order || !project.connections.has(connection.id)) return
    negotiate(connection, then)
    planFlip(project, connection, then, now)
  })
}

/** Gives the tunnel a trouble by its documented name, and takes it down. */
export const failTunnel = (
  connection: Connection,
  at: number,
  reason: string,
  wants?: Readonly<Record<string, string>>,
): void => {
  const { tunnel } = connection
  tunnel.order++
  tunnel.flapping = undefined
  const { trouble, teardown, isTeardown } = troubleOf(connection, reason, wants)
  tunnel.trouble = trouble
  // Whoever orders a teardown wants to read of it, also while the tunnel is down.
  if (isTeardown && tunnel.phases.length > 0 && !isUp(tunnel)) {
    enter(tunnel, { at, up: false, teardown, reason: trouble.reason })
  } else goDown(tunnel, at, teardown, trouble.reason)
}

/** Mends whatever was wrong with the tunnel and brings it up. */
export const mendTunnel = (connection: Connection, at: number): void => {
  const { tunnel } = connection
  tunnel.order++
  tunnel.flapping = undefined
  tunnel.trouble = undefined
  endSilence(tunnel, at)
  negotiate(connection, at)
}
