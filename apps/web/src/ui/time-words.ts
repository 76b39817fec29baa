const units = [
  { ms: 86_400_000, word: 'd' },
  { ms: 3_600_000, word: 'h' },
  { ms: 60_000, word: 'min' },
  { ms: 1_000, word: 's' },
] as const

/** A span in its largest unit: `12 min`, `3 h`, `under 5 s` for what is too short to count. */
export const spanWords = (ms: number): string => {
  const unit = units.find((unit) => ms >= unit.ms)
  if (!unit || ms < 5_000) return 'a few s'
  return `${Math.floor(ms / unit.ms)} ${unit.word}`
}

/** When something was, seen from now: `12 min ago`; a date beyond a month. */
export const agoWords = (time: number, now: number): string => {
  const ms = now - time
  if (ms > 30 * 86_400_000) return dayWords(time)
  // Clocks of the cloud and of this machine differ by a little.
  return ms < 5_000 ? 'just now' : `${spanWords(ms)} ago`
}

export const dayWords = (time: number): string =>
  new Date(time).toLocaleDateString(undefined, { year: 'numeric', month: 'short', day: 'numeric' })

export const clockWords = (time: Date): string =>
  time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })

/** The exact time in the reader's zone, and in UTC. */
export const exactWords = (time: number): string => {
  const here = new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'long' })
  const utc = new Date(time)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC')
  return `${here} (${utc})`
}

/** The cloud writes times as ISO, at times without a zone, which then is UTC. */
export const parseTime = (text: string | undefined): number | undefined => {
  if (!text) return undefined
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text.replace(' ', 'T')}Z`)
  return Number.isNaN(time) ? undefined : time
}
