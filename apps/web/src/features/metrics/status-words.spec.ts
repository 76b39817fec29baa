import { expect, test } from 'vitest'
import { changeWords, statusCsv, uptimeDetails, uptimeWords } from './status-words.ts'
import { statePath } from './StatusStrip.tsx'

const minute = 60_000

const hour = 60 * minute

test.each([
  [
    { percent: 99.306, covered: 1, downMs: 10 * minute, interruptions: { count: 2, longestMs: 6 * minute } },
    '99.3 % connected',
    'down for 10 min in all, 2 times, 6 min at most',
  ],
  [
    { percent: 100, covered: 0.4, downMs: 0, interruptions: { count: 0, longestMs: 0 } },
    '100 % connected',
    'only 40 % of the time is known',
  ],
  [
    { percent: 50, covered: 1, downMs: hour, interruptions: { count: 1, longestMs: hour } },
    '50 % connected',
    'down once, for 1 h',
  ],
  [{ percent: 98, covered: 1, downMs: 3 * hour, interruptions: undefined }, '98 % connected', 'down for 3 h in all'],
  [{ percent: undefined, covered: 0, downMs: 0, interruptions: { count: 0, longestMs: 0 } }, 'Not measured', ''],
])('%j', (uptime, words, details) => {
  expect(uptimeWords(uptime)).toBe(words)
  expect(uptimeDetails(uptime)).toBe(details)
})

test('what was so already is so for at least that long', () => {
  const change = { state: 'up', since: 0, isAtLeast: true } as const
  expect(changeWords(change, 180 * minute)).toBe('Connected for at least 3 h')
  expect(changeWords({ ...change, state: 'down', isAtLeast: false }, 12 * minute)).toBe('Not connected for 12 min')
})

test('a short interruption in a month is still to be seen', () => {
  const segments = [
    { from: 0, to: 40_000 * minute, state: 'up', upMs: 40_000 * minute },
    { from: 40_000 * minute, to: 40_001 * minute, state: 'down', upMs: 0 },
  ] as const
  expect(statePath(segments, { state: 'down', top: 0, height: 24 })).toBe('M997.00 0h3.00v24h-3.00z')
})

test('the export names what was not measured', () => {
  const segment = { from: 0, to: 90_000, state: 'unmeasured', upMs: 0 } as const
  expect(statusCsv([{ tunnel: 'paris-1', span: 'Last 24 h', segment }])).toBe(
    'Connection,Span,From (UTC),To (UTC),State,Seconds\r\n' +
      'paris-1,Last 24 h,1970-01-01T00:00:00.000Z,1970-01-01T00:01:30.000Z,Not measured,90\r\n',
  )
})
