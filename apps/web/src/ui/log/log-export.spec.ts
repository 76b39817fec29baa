import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logCsv, logJsonLines, logRaw } from './log-export.ts'
import { entriesOf, fails } from './testing.ts'

const at = Date.UTC(2026, 10, 22, 4, 0, 0, 730)
const nameOf = (id: string) => `name of ${id}`

/** Reads CSV as RFC 4180 has it, quoted line breaks included. */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('10,000 lines', () => {
  const entries = entriesOf(
    'c1',
    Array.from(
      { length: 10_000 },
      (_, index) => [at + index * 1000, fails(at + index * 1000, `reason ${index % 7}`)] as const,
    ),
  )

  test('are all in the CSV, in their columns', () => {
    const rows = parseCsv(logCsv(entries, nameOf))
    expect(rows).toHaveLength(10_001)
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]))
    expect(rows[1]).toEqual([
      '2026-11-22T04:00:00.730275Z',
      'name of c1',
      'c1',
      'failed',
      'IPsec tunnel negotiation fails',
      'reason 0',
      '198.51.100.7',
      '192.0.2.1',
      '192.0.2.1',
      'ipsec_ike',
      '30085',
      entries[0]?.line.raw,
    ])
  })

  test('are all in the JSON lines and in the raw text', () => {
    const lines = logJsonLines(entries, nameOf).trimEnd().split('\n')
    expect(lines).toHaveLength(10_000)
    expect(JSON.parse(lines[9_999] ?? '')).toMatchObject({ connection: 'name of c1', reason: 'reason 3', pid: 30_085 })
    expect(logRaw(entries).split('\n')).toHaveLength(10_001)
  })
})

test('no cell begins a formula, whatever a line holds, and nothing is lost', () => {
  const texts = fc.oneof(fc.string(), fc.constantFrom('=1+1', '+cmd|calc', '-2', '@SUM(A1)', 'say "=1"', 'a\nb,c'))
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), texts, (raws, name) => {
      const entries = entriesOf(
        '=evil()',
        raws.map((raw) => [at, raw] as const),
      )
      const rows = parseCsv(logCsv(entries, () => name))
      expect(rows).toHaveLength(raws.length + 1)
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      expect(rows.slice(1).map((row) => (row[11] ?? '').replace(/^'/, ''))).toEqual(
        entries.map(({ line }) => line.raw.replace(/^'/, '')),
      )
    }),
  )
})
