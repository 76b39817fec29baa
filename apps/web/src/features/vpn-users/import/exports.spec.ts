import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { guessMapping } from './columns.ts'
import { credentialsCsv, passwordCells, resultCsv, templateCsv } from './exports.ts'
import { readSheetText } from './read-sheet.ts'
import { newPassword } from './rows.ts'
import { rowOf } from './testing.ts'

const access = { server: '203.0.113.7', port: '443', profile: 'Import the profile, then sign in.' }
const parse = (text: string) => Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data

test('the template is read back with all its columns', () => {
  const { columns } = guessMapping(readSheetText(templateCsv().slice(1)).lines)
  expect(columns).toEqual({ name: 0, password: 1, group: 2, staticIp: 3, description: 4 })
})

describe('the credentials sheet', () => {
  const allowed = fc.string({
    unit: fc.constantFrom(...Array.from('ABCxyz012 `~!@#$%^&*()-_+=\\|[]{};:\'",<.>/?')),
    minLength: 8,
    maxLength: 32,
  })

  test('has each password exactly, but for an apostrophe that it tells of', () => {
    fc.assert(
      fc.property(fc.array(allowed, { minLength: 1, maxLength: 10 }), (passwords) => {
        const rows = passwords.map((password, index) => rowOf(index + 2, { password }))
        const [, ...lines] = parse(credentialsCsv(rows, access))
        passwords.forEach((password, index) => {
          const [name, cell = '', remark] = lines[index] ?? []
          expect(name).toBe(rows[index]?.name)
          expect(remark === '' ? cell : cell.slice(1)).toBe(password)
          expect(cell).not.toMatch(/^[=+\-@]/)
          if (remark !== '') expect(cell[0]).toBe("'")
        })
      }),
    )
  })

  test.each([
    ['=cmd|calc!A1', true],
    ['+49-Tram-1', true],
    ['-Tr4m-line', true],
    ['@Tr4m-line', true],
    ['12345E78', true],
    ['2026-11-22', true],
    ['1-Mar-2026', true],
    ['March 2026', true],
    ['Tr4m,"line" 12', false],
    [' Tr4m-line', false],
    ['Market-1234', false],
    ["'Tr4m-line", false],
  ])('%s gets a mark: %s', (password, isMarked) => {
    expect(passwordCells(password).remark !== '').toBe(isMarked)
  })

  test('leaves generated passwords without a mark', () => {
    for (let count = 0; count < 200; count++) {
      const password = newPassword()
      if (!/^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(password)) {
        expect(passwordCells(password)).toEqual({ cell: `"${password}"`, remark: '' })
      }
    }
  })
})

test('the result has each row with what became of it, no password, and no formula', () => {
  const wrong = { field: 'password', kind: 'Password not allowed', words: 'Use 8 to 32 characters.' } as const
  const full = { field: 'room', kind: 'No connection left', words: 'It is full.' } as const
  const checked = [
    { row: rowOf(2), problems: [], isFit: true },
    { row: rowOf(3, { name: '=HYPERLINK("x")' }), problems: [wrong], isFit: false },
    { row: rowOf(4, { isSkipped: true }), problems: [], isFit: false },
    { row: rowOf(5), problems: [], isFit: true },
    { row: rowOf(6), problems: [full], isFit: false },
    { row: rowOf(7), problems: [], isFit: true },
    { row: rowOf(8), problems: [], isFit: true },
  ]
  const text = resultCsv(
    checked,
    new Map([
      ['2', { kind: 'created' }],
      ['5', { kind: 'refused', cause: '=Duplicate user name.' }],
      ['8', { kind: 'unclear' }],
    ]),
  )
  expect(text).not.toContain('Tr4m-line-12')
  expect(parse(text).map((cells) => [cells[0], cells[1], cells[5], cells[6]])).toEqual([
    ['Row', 'Name', 'Result', 'Cause'],
    ['2', 'paris.0002', 'Created', ''],
    ['3', '\'=HYPERLINK("x")', 'Not correct', 'Use 8 to 32 characters.'],
    ['4', 'paris.0004', 'Skipped', ''],
    ['5', 'paris.0005', 'Refused', "'=Duplicate user name."],
    ['6', 'paris.0006', 'No room', 'It is full.'],
    ['7', 'paris.0007', 'Not sent', ''],
    ['8', 'paris.0008', 'Unclear', expect.stringContaining('Reset the password')],
  ])
})
