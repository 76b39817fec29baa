/** Where a figure was not measured. */
export const notMeasured = '–'

const ladders = {
  bytes: { base: 1_000, names: ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] },
  bits: { base: 1_000, names: ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s'] },
} as const

const numberWords = (value: number) =>
  value.toLocaleString('en', { maximumFractionDigits: value >= 100 || Number.isInteger(value) ? 0 : 1 })

const scaled = (value: number, { base, names }: { base: number; names: readonly string[] }) => {
  let step = 0
  // What would be rounded to a thousand is one of the next.
  while (step < names.length - 1 && Math.round(value / base ** step) >= base) step += 1
  return `${numberWords(value / base ** step)} ${names[step] ?? ''}`
}

/** A number of bytes: `12.3 MB`. */
export const byteWords = (bytes: number | undefined): string =>
  bytes === undefined ? notMeasured : scaled(bytes, ladders.bytes)

/** Bytes per second as a rate in bits: `1.2 Mbit/s`. */
export const bitRateWords = (bytesPerSecond: number | undefined): string =>
  bytesPerSecond === undefined ? notMeasured : scaled(Math.round(bytesPerSecond * 8), ladders.bits)

const countLadder = { base: 1_000, names: ['', 'k', 'M', 'G', 'T'] } as const
/** Up to here a count is told exactly. */
const exactBelow = 100_000

/** A count that keeps its width while it grows: exact while it is small, `1.3M packets` beyond. */
export const packetWords = (packets: number | undefined): string | undefined => {
  if (packets === undefined) return undefined
  if (packets === 1) return '1 packet'
  if (packets < exactBelow) return `${packets.toLocaleString('en')} packets`
  return `${scaled(packets, countLadder).replace(' ', '')} packets`
}

export const packetRateWords = (perSecond: number | undefined): string | undefined => {
  if (perSecond === undefined) return undefined
  const rounded = perSecond < 10 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond)
  return `${scaled(rounded, countLadder).replace(' ', '')} packets/s`
}

const word = (count: number) => (count === 1 ? 'session' : 'sessions')

export const sessionsWords = (count: number): string => `${count} ${word(count)}`
