import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toRow, type Column } from './columns.ts'
import { csvCell, toCsv, toJson } from './export.ts'

/** Reads one line of CSV as RFC 4180 has it. */
const parse = (line: string): string[] =>
  [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/gs)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  )

describe('csvCell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=x', '"\'\t=x"'],
    ['gw-paris', 'gw-paris'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['＝1+1', "'＝1+1"],
    ['\n=1', '"\'\n=1"'],
    [' a', '" a"'],
    ["'=1", "''=1"],
  ])('%j becomes %j', (value, expected) => {
    expect(csvCell(value)).toBe(expected)
  })

  test('numbers stay numbers, negative ones too', () => {
    expect(csvCell(-5)).toBe('-5')
  })

  test('no text begins a formula, and every text comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (texts) => {
        const cells = parse(texts.map(csvCell).join(','))
        cells.forEach((cell, index) => {
          expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
          expect(cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '')).toBe(texts[index])
        })
      }),
    )
  })
})

/** Reads a whole file of records, which may have line ends in their quoted cells. */
const records = (text: string): string[][] => {
  const cell = /"((?:[^"]|"")*)"(,|\r\n)|([^,\r\n]*)(,|\r\n)/gs
  const all: string[][] = [[]]
  for (const [, quoted, end, bare, bareEnd] of text.matchAll(cell)) {
    all.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if ((end ?? bareEnd) === '\r\n') all.push([])
  }
  return all.slice(0, -1)
}

const columns: Column<{ name: string; used: number }>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name },
  { id: 'used', header: 'Connections', value: ({ used }) => used },
]
const rows = [{ name: 'gw-paris', used: 2 }].map((item) => toRow(item, columns))

test('CSV has a header line and one line for each row', () => {
  expect(toCsv(rows, columns)).toBe('Name,Connections\r\ngw-paris,2\r\n')
})

test('JSON has the objects as they are', () => {
  expect(JSON.parse(toJson(rows))).toEqual([{ name: 'gw-paris', used: 2 }])
})

describe('10,000 rows', () => {
  type Line = { name: string; reason: string; count: number }
  const awkward = ['=cmd()', 'a,b', 'say "hi"', 'two\r\nlines', 'x;=1', '', 'é 日本', '-1', '+49', '@here']
  const items = Array.from({ length: 10_000 }, (_, index): Line => ({
    name: `vpn-${index}`,
    reason: awkward[index % awkward.length] ?? '',
    count: index,
  }))
  const lineColumns: Column<Line>[] = [
    { id: 'name', header: 'Name', value: ({ name }) => name },
    { id: 'reason', header: 'Reason', value: ({ reason }) => reason },
    { id: 'count', header: 'Count', value: ({ count }) => count },
  ]
  const lines = items.map((item) => toRow(item, lineColumns))

  test('come as CSV, each once, in order and whole', () => {
    const read = records(toCsv(lines, lineColumns))
    expect(read).toHaveLength(10_001)
    expect(read[0]).toEqual(['Name', 'Reason', 'Count'])
    const wrong = items.filter(({ name, reason, count }, index) => {
      const [first, second, third] = read[index + 1] ?? []
      return first !== name || second?.replace(/^'(?=[=+\-@])/, '') !== reason || third !== String(count)
    })
    expect(wrong).toEqual([])
  })

  test('hold no formula', () => {
    const cells = records(toCsv(lines, lineColumns)).flat()
    expect(cells.filter((cell) => /^[=+@]|^-\D/.test(cell))).toEqual([])
  })

  test('come as JSON, as they were', () => {
    expect(JSON.parse(toJson(lines))).toEqual(items)
  })
})
