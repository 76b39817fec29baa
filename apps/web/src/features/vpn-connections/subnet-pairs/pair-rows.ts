import type { SaInfo } from '@vpn-console/api-client'
import { parseTime } from '../../../ui/time-words.ts'
import { pairKey, type SubnetPair } from './expected-pairs.ts'

/**
 * `down`: expected, but the tunnel is not up. `missing`: it is up, but the ends have not agreed on this. `unexpected`: agreed on, but nobody asked for it.
 * `unanswered`: packets went out and none came back. `fallenSilent`: the same since the count before. `unasked`: packets came in and none went out.
 */
export type PairState =
  | 'down'
  | 'missing'
  | 'unexpected'
  | 'unanswered'
  | 'fallenSilent'
  | 'unasked'
  | 'idle'
  | 'working'

export type Counters = { packetsSent: number; packetsReceived: number; bytesSent: number; bytesReceived: number }

/** Per second, between the last two answers that differ. */
export type Rates = { bitsSent: number; bitsReceived: number }

export type PairRow = SubnetPair & {
  key: string
  state: PairState
  counters: Counters | undefined
  rates: Rates | undefined
  /** When the cloud counted, in milliseconds. */
  collectedAt: number | undefined
}

/** An association as it is compared with the next answer. */
type Sample = { counters: Counters; collectedAt: number | undefined; rates: Rates | undefined }

/** What the last answers told, by association. */
export type Samples = ReadonlyMap<string, Sample>

const countersOf = (sa: SaInfo): Counters => ({
  packetsSent: sa.packets_sent ?? 0,
  packetsReceived: sa.packets_recv ?? 0,
  bytesSent: sa.traffic_sent ?? 0,
  bytesReceived: sa.traffic_recv ?? 0,
})

const rateBetween = (before: Sample | undefined, now: Omit<Sample, 'rates'>): Rates | undefined => {
  if (before?.collectedAt === undefined || now.collectedAt === undefined) return undefined
  const ms = now.collectedAt - before.collectedAt
  // The same count again: the last rate still is the latest.
  if (ms <= 0) return before.rates
  const sent = now.counters.bytesSent - before.counters.bytesSent
  const received = now.counters.bytesReceived - before.counters.bytesReceived
  // Counters begin anew with a new association: no rate is better than a negative one.
  if (sent < 0 || received < 0) return undefined
  return { bitsSent: (sent * 8_000) / ms, bitsReceived: (received * 8_000) / ms }
}

/** Keeps of an answer what the next one is compared with. */
export const nextSamples = (before: Samples, associations: readonly SaInfo[]): Samples =>
  new Map(
    associations.map((sa) => {
      const now = { counters: countersOf(sa), collectedAt: parseTime(sa.collected_at) }
      return [sa.id, { ...now, rates: rateBetween(before.get(sa.id), now) }]
    }),
  )

const stateOf = (
  { packetsSent, packetsReceived }: Counters,
  rates: Rates | undefined,
  isExpected: boolean,
): PairState => {
  if (!isExpected) return 'unexpected'
  if (packetsSent > 0 && packetsReceived === 0) return 'unanswered'
  if (packetsReceived > 0 && packetsSent === 0) return 'unasked'
  if (rates && rates.bitsSent > 0 && rates.bitsReceived === 0) return 'fallenSilent'
  return packetsSent === 0 ? 'idle' : 'working'
}

const sum = (a: Counters, b: Counters): Counters => ({
  packetsSent: a.packetsSent + b.packetsSent,
  packetsReceived: a.packetsReceived + b.packetsReceived,
  bytesSent: a.bytesSent + b.bytesSent,
  bytesReceived: a.bytesReceived + b.bytesReceived,
})

const sumRates = (a: Rates | undefined, b: Rates | undefined): Rates | undefined =>
  a && b ? { bitsSent: a.bitsSent + b.bitsSent, bitsReceived: a.bitsReceived + b.bitsReceived } : (a ?? b)

const latest = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b)

/**
 * Expected pairs beside those that are there, in the order of the expectation; unexpected ones come last. Where the
 * expectation is not known, no pair is called unexpected. While keys are renewed a pair has two associations: their
 * counters are added up.
 */
export const pairRows = (
  expected: readonly SubnetPair[] | undefined,
  associations: readonly SaInfo[],
  samples: Samples,
  isUp = true,
): PairRow[] => {
  const expectedKeys = new Set((expected ?? []).map(pairKey))
  const rows = new Map<string, PairRow>()
  for (const pair of expected ?? []) {
    const key = pairKey(pair)
    const state = isUp ? 'missing' : 'down'
    rows.set(key, { ...pair, key, state, counters: undefined, rates: undefined, collectedAt: undefined })
  }
  for (const sa of associations) {
    const pair = { source: sa.source_ip_cidr ?? '', destination: sa.dest_ip_cidr ?? '' }
    const key = pairKey(pair)
    const own = countersOf(sa)
    const row = rows.get(key)
    const counters = row?.counters ? sum(row.counters, own) : own
    const rates = sumRates(row?.rates, samples.get(sa.id)?.rates)
    rows.set(key, {
      source: row?.source ?? pair.source,
      destination: row?.destination ?? pair.destination,
      key,
      state: stateOf(counters, rates, expected === undefined || expectedKeys.has(key)),
      counters,
      rates,
      collectedAt: latest(row?.collectedAt, parseTime(sa.collected_at)),
    })
  }
  return [...rows.values()]
}

/** How many rows are in each state. */
export const countStates = (rows: readonly PairRow[]): Record<PairState, number> => {
  const counts: Record<PairState, number> = {
    down: 0,
    missing: 0,
    unexpected: 0,
    unanswered: 0,
    fallenSilent: 0,
    unasked: 0,
    idle: 0,
    working: 0,
  }
  for (const { state } of rows) counts[state] += 1
  return counts
}
