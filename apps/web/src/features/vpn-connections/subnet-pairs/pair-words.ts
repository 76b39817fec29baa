import type { PairRow, PairState } from './pair-rows.ts'

type StateWords = { words: string; kind: 'error' | 'warning' | 'pending' | 'success' | 'info'; meaning: string }

export const stateWords: Record<PairState, StateWords> = {
  down: { words: 'Not up', kind: 'pending', meaning: 'The tunnel is not connected.' },
  missing: {
    words: 'Missing',
    kind: 'error',
    meaning: 'The ends have not agreed on it: the device has no mirror image of it, or nothing was sent yet.',
  },
  unanswered: {
    words: 'Sent but nothing back',
    kind: 'error',
    meaning: 'The far side drops the packets, or has no way back to these addresses.',
  },
  fallenSilent: {
    words: 'Nothing back lately',
    kind: 'warning',
    meaning: 'Between the last two counts packets were sent and none came back; before that some did.',
  },
  unexpected: {
    words: 'Unexpected',
    kind: 'warning',
    meaning: 'The device agreed to it, but the settings here do not name it.',
  },
  unasked: {
    words: 'Received but nothing sent',
    kind: 'warning',
    meaning: 'Something arrives, and the cloud’s side does not answer: look at security groups and routes.',
  },
  idle: { words: 'Up, nothing sent yet', kind: 'pending', meaning: 'Agreed on; no packet has gone through.' },
  working: { words: 'Packets both ways', kind: 'success', meaning: 'Agreed on, and packets go and come.' },
}

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']
const bitUnits = ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s']

const inUnits = (value: number, step: number, units: readonly string[]): string => {
  let [size, index] = [value, 0]
  while (size >= step && index < units.length - 1) {
    size /= step
    index += 1
  }
  const digits = index === 0 || size >= 100 ? 0 : 1
  return `${size.toLocaleString(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${units[index] ?? ''}`
}

export const bytesWords = (bytes: number): string => inUnits(bytes, 1_024, byteUnits)
export const rateWords = (bits: number): string => inUnits(bits, 1_000, bitUnits)

/** What stands out, in one sentence: `1 pair is missing, 2 send but get nothing back.` */
export const summaryWords = (counts: Record<PairState, number>): string => {
  const pairs = (count: number) => `${count} ${count === 1 ? 'pair' : 'pairs'}`
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const parts = [
    ...(counts.missing > 0 ? [`${pairs(counts.missing)} missing`] : []),
    ...(counts.unanswered > 0 ? [`${pairs(counts.unanswered)} where packets are sent and nothing comes back`] : []),
    ...(counts.fallenSilent > 0 ? [`${pairs(counts.fallenSilent)} where nothing has come back lately`] : []),
    ...(counts.unasked > 0 ? [`${pairs(counts.unasked)} where packets come and nothing is sent`] : []),
    ...(counts.unexpected > 0 ? [`${pairs(counts.unexpected)} that nobody asked for`] : []),
  ]
  if (total > 0 && counts.down === total) return 'The tunnel is not connected, so no pair is up.'
  if (total === 0) return 'No pair is expected, and none is there.'
  if (parts.length === 0)
    return counts.working === total ? `${pairs(total)}, packets both ways.` : `${pairs(total)}, all up.`
  return `${parts.join(', ')}; ${counts.idle + counts.working} of ${pairs(total)} in order.`
}

/** What a cell of the matrix says in its second line. */
export const trafficWords = ({ counters }: Pick<PairRow, 'counters'>): string =>
  counters ? `${bytesWords(counters.bytesSent)} out, ${bytesWords(counters.bytesReceived)} in` : ''
