import { useState } from 'react'
import { readPreference, writePreference } from '../preference.ts'

export type Preferences = { pageSize: number; hidden: readonly string[]; wrapLines: boolean }

export const pageSizes = [20, 50, 100, 200] as const

const isPreferences = (value: unknown): value is Preferences =>
  typeof value === 'object' &&
  value !== null &&
  'pageSize' in value &&
  typeof value.pageSize === 'number' &&
  value.pageSize > 0 &&
  'hidden' in value &&
  Array.isArray(value.hidden) &&
  'wrapLines' in value &&
  typeof value.wrapLines === 'boolean'

/** From here on a table has room for what it leaves out on a small screen. */
const wideEnough = '(min-width: 1500px)'

/** The columns that are not shown before somebody has chosen. */
export const hiddenAtFirst = (columns: readonly { id: string; isHidden?: true | 'narrow' }[]): string[] =>
  columns
    .filter(({ isHidden }) => isHidden === true || (isHidden === 'narrow' && !matchMedia(wideEnough).matches))
    .map(({ id }) => id)

/** How somebody likes a table: remembered per table in this browser. */
export const usePreferences = (tableId: string, hiddenAtFirst: readonly string[]) => {
  const key = `table.${tableId}`
  const [preferences, setPreferences] = useState(
    () => readPreference(key, isPreferences) ?? { pageSize: 50, hidden: hiddenAtFirst, wrapLines: true },
  )
  const save = (next: Preferences) => {
    setPreferences(next)
    writePreference(key, next)
  }
  return [preferences, save] as const
}
