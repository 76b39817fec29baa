import type { CertificateEntry } from './certificate-entries.ts'

const dayMs = 86_400_000
/** Early enough to order another certificate and to bring it to the device. */
export const warnDays = 30

type Times = Pick<CertificateEntry, 'begins' | 'ends'>

export type CertificateState = 'ended' | 'ending' | 'not-yet' | 'good' | 'unreadable'

export const certificateState = ({ begins, ends }: Times, now: number): CertificateState => {
  if (ends === undefined) return 'unreadable'
  if (ends <= now) return 'ended'
  if (begins !== undefined && begins > now) return 'not-yet'
  return ends - now < warnDays * dayMs ? 'ending' : 'good'
}

/** Whole days until the end, below zero since; undefined where the end could not be read. */
export const daysLeft = ({ ends }: Times, now: number): number | undefined =>
  ends === undefined ? undefined : Math.floor((ends - now) / dayMs)

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** `Ends in 9 days`, `Ended 3 days ago`. */
export const endWords = ({ begins, ends }: Times, now: number): string => {
  if (ends === undefined) return 'Could not be read'
  const left = ends - now
  const count = Math.floor(Math.abs(left) / dayMs)
  if (left <= 0) return count === 0 ? 'Ended today' : `Ended ${days(count)} ago`
  if (begins !== undefined && begins > now) {
    return `Not valid yet, begins in ${days(Math.ceil((begins - now) / dayMs))}`
  }
  return count === 0 ? 'Ends within a day' : `Ends in ${days(count)}`
}

export const stateKinds = {
  ended: 'error',
  ending: 'warning',
  'not-yet': 'warning',
  good: 'success',
  unreadable: 'warning',
} as const satisfies Record<CertificateState, string>

/** Those at work that end within 30 days or have ended; what nothing of ours uses alarms nobody. */
export const nearEnd = <T extends Times & Pick<CertificateEntry, 'owner'>>(entries: readonly T[], now: number): T[] =>
  entries.filter((entry) => {
    const state = certificateState(entry, now)
    return entry.owner !== undefined && (state === 'ended' || state === 'ending')
  })

const them = (count: number) => (count === 1 ? '1 certificate' : `${count} certificates`)

/** `2 certificates end within 30 days, 1 has ended`; undefined where there is nothing to say. */
export const alarmWords = (entries: readonly Times[], now: number): string | undefined => {
  const ended = entries.filter((entry) => certificateState(entry, now) === 'ended').length
  const ending = entries.length - ended
  if (entries.length === 0) return undefined
  const soon = ending === 0 ? '' : `${them(ending)} ${ending === 1 ? 'ends' : 'end'} within ${warnDays} days`
  if (ended === 0) return soon
  const gone = ended === 1 ? 'has ended' : 'have ended'
  return soon === '' ? `${them(ended)} ${gone}` : `${soon}, ${ended} ${gone}`
}
