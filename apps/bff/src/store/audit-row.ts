import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Tables } from './tables.ts'

export type AuditRow = Selectable<Tables['audit']>

/** Every column, in an order that stays: what is digested. A column more would need digests of another version. */
const columns = [
  'id',
  'at',
  'ended_at',
  'times',
  'person_id',
  'person_name',
  'ip',
  'operation',
  'cloud_id',
  'resource_id',
  'outcome',
  'status',
  'code',
  'request_id',
  'console_request_id',
  'body',
  'before_state',
  'after_state',
] as const satisfies readonly (keyof AuditRow)[]

// Does not compile when a column is missing above.
type AllOf<All, Given extends All> = [Exclude<All, Given>] extends [never] ? readonly Given[] : never
const digested: AllOf<keyof AuditRow, (typeof columns)[number]> = columns

/** What an entry says, in a few characters: two rows that differ anywhere have different ones. */
export const digestOf = (row: AuditRow): string =>
  createHash('sha256')
    .update(JSON.stringify(['v1', ...digested.map((column) => row[column])]))
    .digest('base64url')

/** A text as both databases keep it: whole characters, without NUL, of the column's width. */
export function clip(text: string, length: number): string
export function clip(text: string | null | undefined, length: number): string | null
export function clip(text: string | null | undefined, length: number): string | null {
  if (text === null || text === undefined) return null
  // Half a character, where it was cut, becomes a sign that can be kept.
  return Buffer.from(text.slice(0, length)).toString().replaceAll('\0', '\u{FFFD}')
}

let lastAt = 0
let countInAt = 0

/** An id that comes after those made before it by this process: entries of one moment stay in their order. */
export const orderedId = (at: number, random: () => string): string => {
  countInAt = at === lastAt ? (countInAt + 1) % 0x10_00 : 0
  lastAt = at
  const time = Math.floor(at).toString(16).padStart(12, '0').slice(-12)
  const count = countInAt.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}${random().slice(18)}`
}
