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
    ['\t=x', "'\t=x"],
    ['gw-paris', 'gw-paris'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
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
          expect(cell).not.toMatch(/^[=+\-@\t\r]/)
          expect(cell.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(texts[index])
        })
      }),
    )
  })
})

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
