import { spanWords } from '../../ui/time-words.ts'
import { csvCell } from '../../ui/table/export.ts'
import { percentWords, type LastChange, type Segment, type Uptime } from './status-history.ts'
import { momentWords } from './time-axis.ts'

export const stateWords: Record<Segment['state'], string> = {
  up: 'Connected',
  down: 'Not connected',
  partly: 'Connected in part',
  unknown: 'Unknown',
  unmeasured: 'Not measured',
}

export const segmentWords = ({ state, from, to }: Segment, span: number): string =>
  `${stateWords[state]} ${momentWords(from, span)} to ${momentWords(to, span)}, ${spanWords(to - from)}`

/** `99.3 % connected`, of what was measured. */
export const uptimeWords = ({ percent }: Uptime): string =>
  percent === undefined ? 'Not measured' : `${percentWords(percent)} connected`

const downWords = ({ downMs, interruptions }: Uptime): string[] => {
  if (downMs <= 0) return []
  const whole = `down for ${spanWords(downMs)} in all`
  if (!interruptions) return [whole]
  const { count, longestMs } = interruptions
  return count === 1
    ? [`down once, for ${spanWords(longestMs)}`]
    : [whole, `${count} times, ${spanWords(longestMs)} at most`]
}

/** What stands behind the percentage. */
export const uptimeDetails = (uptime: Uptime): string => {
  if (uptime.percent === undefined) return ''
  const { covered } = uptime
  const measured = covered >= 0.995 ? [] : [`only ${Math.floor(covered * 100)} % of the time is known`]
  return [...downWords(uptime), ...measured].join(', ')
}

/** `Connected for 3 h`; `for at least` where it already was so when the figures begin. */
export const changeWords = ({ state, since, isAtLeast }: LastChange, now: number): string =>
  `${stateWords[state]} for ${isAtLeast ? 'at least ' : ''}${spanWords(Math.max(0, now - since))}`

export type StatusRow = { tunnel: string; span: string; segment: Segment }

export const statusCsv = (rows: readonly StatusRow[]): string =>
  [
    ['Connection', 'Span', 'From (UTC)', 'To (UTC)', 'State', 'Seconds'],
    ...rows.map(({ tunnel, span, segment: { from, to, state } }) => [
      tunnel,
      span,
      new Date(from).toISOString(),
      new Date(to).toISOString(),
      stateWords[state],
      Math.round((to - from) / 1_000),
    ]),
  ]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('')
