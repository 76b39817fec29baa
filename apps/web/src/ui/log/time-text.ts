import type { NegotiationLine } from '@vpn-console/api-client'

const parts = { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
const clock = new Intl.DateTimeFormat(undefined, { ...parts, year: 'numeric' })
const brief = new Intl.DateTimeFormat(undefined, parts)

/** The zone that times are shown in: the reader's. */
export const zoneName = (): string => clock.resolvedOptions().timeZone

type Told = Pick<NegotiationLine, 'time' | 'fraction'>

/** A time no calendar has is shown as a dash: a line may tell anything. */
const isTime = (time: number) => Math.abs(time) <= 8.64e15

const formatted = (format: Intl.DateTimeFormat, { time, fraction }: Told): string =>
  isTime(time)
    ? format
        .formatToParts(time)
        .map(({ type, value }) => (type === 'second' && fraction !== undefined ? `${value}.${fraction}` : value))
        .join('')
    : '–'

/** The time of a line in the reader's zone, with the fraction exactly as it was written. */
export const lineTime = (line: Told): string => formatted(clock, line)

/** The same for a narrow column: the year is told where it is another one. */
export const briefLineTime = (line: Told): string =>
  formatted(new Date(line.time).getFullYear() === new Date().getFullYear() ? brief : clock, line)

/** The same in UTC. */
export const lineTimeUtc = ({ time, fraction }: Told): string => {
  if (!isTime(time)) return '–'
  const [day = '', rest = ''] = new Date(time).toISOString().split('T')
  return `${day} ${rest.slice(0, 8)}${fraction === undefined ? '' : `.${fraction}`} UTC`
}

/** A moment on the time line, without its year. */
export const momentText = (time: number): string => brief.format(time)

const two = (value: number) => String(value).padStart(2, '0')

/** For an input of the kind `datetime-local`, which has the reader's zone. */
export const toInputText = (time: number): string => {
  const date = new Date(time)
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}
