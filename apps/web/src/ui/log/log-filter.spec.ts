import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeEntries } from './log-entry.ts'
import { kinds, logView, readLogFilter, toggled, writeLogFilter, type LogFilter } from './log-filter.ts'
import { deleted, entriesOf, established, fails } from './testing.ts'

const at = Date.UTC(2026, 10, 22, 4)
const minute = 60_000
const all: LogFilter = { text: '', kinds: [], reasons: [], tunnels: [], span: undefined }
const entries = mergeEntries(
  entriesOf('c1', [
    [at, established(at)],
    [at + minute, deleted(at + minute, 'dpd timeout')],
    [at + 2 * minute, fails(at + 2 * minute, 'max transmit reached')],
    [at + 3 * minute, fails(at + 3 * minute, 'max transmit reached', '203.0.113.9')],
    [at + 4 * minute, 'a line that fits nothing'],
  ]),
  entriesOf('c2', [[at, established(at)]]),
)
const shown = (filter: Partial<LogFilter>, named?: ReadonlySet<string>) =>
  logView(entries, { ...all, ...filter }, named).matching.map(({ line }) => line.kind)

describe('logView', () => {
  test.each<[string, Partial<LogFilter>, string[]]>([
    ['nothing chosen', {}, ['other', 'failed', 'failed', 'deleted', 'established', 'established']],
    ['a kind', { kinds: ['deleted'] }, ['deleted']],
    ['two reasons', { reasons: ['dpd timeout', 'max transmit reached'] }, ['failed', 'failed', 'deleted']],
    ['a tunnel', { tunnels: ['c2'] }, ['established']],
    ['a text in any case', { text: ' FITS nothing ' }, ['other']],
    ['a prefix around the peer', { text: '203.0.113.0/24' }, ['failed']],
    ['a prefix that is none', { text: '203.0.113.0/99' }, []],
    ['a span', { span: { from: at + minute, to: at + 2 * minute } }, ['failed', 'deleted']],
  ])('%s', (_, filter, expected) => {
    expect(shown(filter)).toEqual(expected)
  })

  test('all lines of a connection that is named are found', () => {
    expect(shown({ text: 'paris' }, new Set(['c2']))).toEqual(['established'])
  })

  test('counts are of what choosing would give: a facet does not narrow itself', () => {
    const view = logView(entries, { ...all, reasons: ['dpd timeout'] })
    expect(view.reasons).toEqual([
      { value: 'max transmit reached', count: 2 },
      { value: 'dpd timeout', count: 1 },
    ])
    expect(view.kinds).toEqual([{ value: 'deleted', count: 1 }])
  })

  test('what is chosen stays to be taken back although there is none of it', () => {
    const view = logView(entries, { ...all, reasons: ['gone'], text: 'dpd' })
    expect(view.reasons).toContainEqual({ value: 'gone', count: 0 })
    expect(view.matching).toEqual([])
  })

  test('the histogram is drawn of everything but the span', () => {
    const view = logView(entries, { ...all, kinds: ['failed'], span: { from: at, to: at } })
    expect(view.matching).toHaveLength(0)
    expect(view.aroundSpan).toHaveLength(2)
  })
})

test('the URL keeps a filter whatever is in it, and other parameters', () => {
  const time = fc.integer({ min: 0, max: 4e9 }).map((seconds) => seconds * 1000)
  const span = fc.option(
    fc.tuple(time, time).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
    { nil: undefined },
  )
  const filters: fc.Arbitrary<LogFilter> = fc.record({
    text: fc.string(),
    kinds: fc.uniqueArray(fc.constantFrom(...kinds)),
    reasons: fc.uniqueArray(fc.string()),
    tunnels: fc.uniqueArray(fc.string()),
    span,
  })
  fc.assert(
    fc.property(filters, (filter) => {
      const written = writeLogFilter(new URLSearchParams('tab=logs&page=7&find=old&from=x'), filter)
      const search = new URLSearchParams(written.toString())
      expect(readLogFilter(search)).toEqual(filter)
      expect(search.get('tab')).toBe('logs')
      expect(search.has('page')).toBe(false)
    }),
  )
})

test.each(['from=yesterday&to=tomorrow', 'from=2026-11-22T05:00:00Z&to=2026-11-22T04:00:00Z', 'from=2026-11-22', ''])(
  '%j is no span',
  (search) => {
    expect(readLogFilter(new URLSearchParams(search)).span).toBeUndefined()
  },
)

test('a choice is taken and given back', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})
