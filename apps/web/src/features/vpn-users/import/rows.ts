import { generateUserPassword } from '@vpn-console/api-client'
import { randomBytes } from '../../../ui/random-bytes.ts'
import { userFields, type Mapping, type UserField } from './columns.ts'
import type { SheetLine } from './sheet.ts'

/** One user of the sheet as he is to be created; what is empty is left to the service. */
export type UserRow = Readonly<Record<UserField, string>> & {
  readonly id: string
  /** Its number in the file. */
  readonly line: number
  /** As it was in the sheet or typed since; what is sent may be generated instead. */
  readonly ownPassword: string
  readonly isGenerated: boolean
  readonly isSkipped: boolean
  /** What the file itself made doubtful: formulas, dates. */
  readonly remarks: readonly string[]
}

export type PasswordChoice = 'sheet' | 'missing' | 'all'

/** A password that no spreadsheet takes for a formula, so that it is exact in the credentials sheet. */
export const newPassword = (): string => {
  for (;;) {
    const password = generateUserPassword(randomBytes)
    if (/^[A-Za-z]/.test(password)) return password
  }
}

const toRow = ({ number, cells, flags }: SheetLine, { columns }: Mapping, idPrefix: string): UserRow => {
  const cell = (field: UserField) => {
    const column = columns[field]
    return column === undefined ? '' : (cells[column] ?? '')
  }
  const isUsed = (column: number) => userFields.some((field) => columns[field] === column)
  const remarks = flags.filter(({ column }) => isUsed(column)).map(({ words }) => words)
  const password = cell('password')
  return {
    id: `${idPrefix}${number}`,
    line: number,
    name: cell('name').trim(),
    // Spaces count in a password.
    password,
    ownPassword: password,
    group: cell('group').trim(),
    staticIp: cell('staticIp').trim(),
    description: cell('description').trim(),
    isGenerated: false,
    isSkipped: false,
    remarks: password === password.trim() ? remarks : [...remarks, 'The password begins or ends with a space.'],
  }
}

/**
 * The users of a sheet by a mapping; lines in which no mapped column has a value are none. The prefix keeps the rows of
 * several sheets apart.
 */
export const toRows = (lines: readonly SheetLine[], mapping: Mapping, idPrefix = ''): UserRow[] =>
  (mapping.hasHeader ? lines.slice(1) : lines)
    .map((line) => toRow(line, mapping, idPrefix))
    .filter((row) => userFields.some((field) => row[field].trim() !== ''))

/** Passwords as they are to be; who has a generated one already keeps it, so that a choice can be taken back. */
export const withPasswords = (
  rows: readonly UserRow[],
  choice: PasswordChoice,
  make: () => string = newPassword,
): UserRow[] =>
  rows.map((row) => {
    const isOwn = choice === 'sheet' || (choice === 'missing' && row.ownPassword !== '')
    if (isOwn) return row.isGenerated ? { ...row, password: row.ownPassword, isGenerated: false } : row
    return row.isGenerated ? row : { ...row, password: make(), isGenerated: true }
  })
