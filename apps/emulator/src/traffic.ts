import type { Connection, Project } from './project-state.ts'
import { createRandom, noise } from './random.ts'
import { pairsOf, type Pair } from './subnet-pairs.ts'
import { phaseAt } from './tunnel.ts'

export type Direction = 'send' | 'recv'

const minuteMs = 60_000
const dayMs = 86_400_000
const megabit = 1_000_000
export const bitsPerPacket = 5_600

/** A flow of bits as a function of time that can be summed exactly: figures by the minute and counters agree. */
export type Flow = {
  /** Bits per second at a moment. */
  rate: (at: number) => number
  /** Bytes between two moments. */
  bytes: (from: number, to: number) => number
}

// The working day, then waves of hours and minutes that make it look like traffic. Together they stay below the mean.
const waves = [
  { periodMs: dayMs, height: 0.3 },
  { periodMs: 157 * minuteMs, height: 0.09 },
  { periodMs: 37 * minuteMs, height: 0.07 },
  { periodMs: 11 * minuteMs, height: 0.05 },
  { periodMs: 4.3 * minuteMs, height: 0.04 },
]
const mean = 0.6

/** What would flow if nothing stopped it, around `usual` bits per second. */
export const createFlow = (seed: string, usual: number): Flow => {
  const parts = waves.map(({ periodMs, height }, index) => ({
    turn: (2 * Math.PI) / periodMs,
    height,
    // Everybody has the same day.
    phase: index === 0 ? -Math.PI / 2 : 2 * Math.PI * noise(`${seed} ${index}`),
  }))
  const until = (at: number) =>
    parts.reduce((sum, { turn, height, phase }) => sum - (height / turn) * Math.cos(turn * at + phase), mean * at)
  return {
    rate: (at) =>
      usual * parts.reduce((sum, { turn, height, phase }) => sum + height * Math.sin(turn * at + phase), mean),
    bytes: (from, to) => (to <= from ? 0 : (usual / 8_000) * (until(to) - until(from))),
  }
}

const flowOf = ({ id }: Connection, direction: Direction): Flow =>
  createFlow(`${id} ${direction}`, (2 + 38 * noise(`${id} ${direction}`)) * megabit)

/** One security association of a tunnel: a pair, and the stretch of the whole traffic that is its own. */
export type Sa = { id: string; pair: Pair; from: number; to: number }

/** The security associations that a connection has while its tunnel is up. */
export const sasOf = (project: Project, connection: Connection): Sa[] => {
  const weighed = pairsOf(project, connection).map((pair) => {
    const key = `${connection.id} ${pair.source} ${pair.destination}`
    // The same pair keeps its id for as long as the connection has it.
    return { pair, id: createRandom(key).uuid(), weight: 0.2 + noise(key) }
  })
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0)
  let before = 0
  return weighed.map(({ pair, id, weight }, index) => {
    const from = before / all
    before += weight
    return { id, pair, from, to: index === weighed.length - 1 ? 1 : before / all }
  })
}

/** What of a whole number is that association's: the parts add up to the whole. */
export const partOf = (whole: number, { from, to }: Sa): number => Math.floor(whole * to) - Math.floor(whole * from)

const isSilent = (pairs: 'all' | readonly string[], { id, pair }: Sa) =>
  pairs === 'all' || pairs.includes(id) || pairs.includes(pair.destination)

/** The traffic of a connection, by moments and since moments, as a whole and by association. */
export const trafficOf = (project: Project, connection: Connection) => {
  const sas = sasOf(project, connection)
  const flows = { send: flowOf(connection, 'send'), recv: flowOf(connection, 'recv') }
  const { tunnel } = connection
  const { silences } = tunnel
  const silenceAt = (at: number) => silences.findLast(({ from, until }) => from <= at && at < until)

  const bits = (at: number, direction: Direction) =>
    phaseAt(tunnel, at)?.up === true ? Math.round(flows[direction].rate(at)) : 0
  const packets = (at: number, direction: Direction) => Math.round(bits(at, direction) / bitsPerPacket)
  const figure = { bits, packets }

  const ofSa = (what: keyof typeof figure, sa: Sa, at: number, direction: Direction) => {
    const silence = direction === 'recv' ? silenceAt(at) : undefined
    return silence && isSilent(silence.pairs, sa) ? 0 : partOf(figure[what](at, direction), sa)
  }
  const ofAll = (what: keyof typeof figure, at: number, direction: Direction) => {
    const silence = direction === 'recv' ? silenceAt(at) : undefined
    if (!silence) return figure[what](at, direction)
    return sas.reduce((sum, sa) => sum + ofSa(what, sa, at, direction), 0)
  }

  /** Bytes through one association since `from`, the time the tunnel has been up. */
  const bytesOf = (sa: Sa, from: number, to: number, direction: Direction) => {
    const flow = flows[direction]
    const all = partOf(Math.floor(flow.bytes(from, to)), sa)
    if (direction === 'send') return all
    const lost = silences
      .filter(({ pairs }) => isSilent(pairs, sa))
      .reduce(
        (sum, one) => sum + partOf(Math.floor(flow.bytes(Math.max(one.from, from), Math.min(one.until, to))), sa),
        0,
      )
    return Math.max(0, all - lost)
  }

  return { sas, ofSa, ofAll, bytesOf, isSilentAt: (at: number) => silenceAt(at)?.pairs === 'all' }
}
