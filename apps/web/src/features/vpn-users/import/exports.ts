import { csvCell } from '../../../ui/table/export.ts'
import type { CheckedRow } from './precheck.ts'
import type { UserRow } from './rows.ts'
import type { Outcome } from './sending.ts'

// Spreadsheets take a file for UTF-8 only where it begins with this mark.
const mark = '\ufeff'

const toText = (lines: readonly (readonly string[])[]) => mark + lines.map((cells) => `${cells.join(',')}\r\n`).join('')

/** A sheet to fill in, with one user as an example. */
export const templateCsv = (): string =>
  toText([
    ['Name', 'Password', 'Group', 'Static IP', 'Description'],
    ['paris.lyon', '', 'default', '', 'example_row_to_replace'],
  ])

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const dateLike = new RegExp(`^(?:\\d{1,4}[-/. ]?)?(?:${months})[-/., ]*\\d+`, 'i')
const numberLike = /^[\d\s.,:/%$eE+-]+$/

const isRun = (text: string) => !text.startsWith("'") && /^"?'/.test(csvCell(text))

/** Whether a spreadsheet would run a text, or take it for a number or a date and write it differently. */
const isAltered = (text: string) => isRun(text) || numberLike.test(text) || dateLike.test(text)

/**
 * A password as a CSV cell, always in quotes so that its spaces and commas stay. Only one that a spreadsheet would run
 * or rewrite gets an apostrophe in front, which the remark beside it explains: the password itself is without it.
 */
export const passwordCells = (password: string): { cell: string; remark: string } => {
  const needsMark = isAltered(password)
  const text = needsMark ? `'${password}` : password
  return {
    cell: `"${text.replaceAll('"', '""')}"`,
    remark: needsMark ? 'The apostrophe in front is not part of the password' : '',
  }
}

export type Credentials = { server: string; port: string; profile: string }

/** Who was created, with what they need to sign in. */
export const credentialsCsv = (rows: readonly UserRow[], { server, port, profile }: Credentials): string =>
  toText([
    ['User', 'Password', 'Remark', 'Server', 'Port', 'Profile'],
    ...rows.map(({ name, password }) => {
      const { cell, remark } = passwordCells(password)
      return [csvCell(name), cell, csvCell(remark), csvCell(server), csvCell(port), csvCell(profile)]
    }),
  ])

/** What became of a row, in words. */
export const resultWords = ({ row, problems, isFit }: CheckedRow, outcome: Outcome | undefined): string => {
  if (outcome?.kind === 'created') return 'Created'
  if (outcome?.kind === 'refused') return 'Refused'
  if (outcome?.kind === 'unclear') return 'Unclear'
  if (row.isSkipped) return 'Skipped'
  return isFit ? 'Not sent' : problems.some(({ field }) => field === 'room') ? 'No room' : 'Not correct'
}

export const causeWords = ({ problems }: CheckedRow, outcome: Outcome | undefined): string => {
  if (outcome?.kind === 'created') return ''
  if (outcome?.kind === 'refused') return outcome.cause
  if (outcome?.kind === 'unclear') {
    return 'An answer was lost, and only a part of the batch is in the list. Reset the password of this user.'
  }
  return problems.map(({ words }) => words).join(' ')
}

/** Each row of the sheet with what became of it; without passwords. */
export const resultCsv = (checked: readonly CheckedRow[], outcomes: ReadonlyMap<string, Outcome>): string =>
  toText([
    ['Row', 'Name', 'Group', 'Static IP', 'Description', 'Result', 'Cause'],
    ...checked.map((one) => {
      const { id, line, name, group, staticIp, description } = one.row
      const outcome = outcomes.get(id)
      const texts = [name, group, staticIp, description, resultWords(one, outcome), causeWords(one, outcome)]
      return [String(line), ...texts.map(csvCell)]
    }),
  ])
