import type { Answer, RoleRow } from './role-rows.ts'

export type MatrixFilter = {
  find: string
  /** Empty: all. */
  resource: string
  /** What one role may or may not do; empty: both. */
  shows: '' | 'may' | 'may-not'
}

export const readFilter = (search: URLSearchParams): MatrixFilter => {
  const shows = search.get('shows')
  return {
    find: search.get('find') ?? '',
    resource: search.get('resource') ?? '',
    shows: shows === 'may' || shows === 'may-not' ? shows : '',
  }
}

/** The rows that a filter leaves; `answers` are those of the one role that is looked at. */
export const filterRows = (
  rows: readonly RoleRow[],
  { find, resource, shows }: MatrixFilter,
  answers?: ReadonlyMap<string, Answer>,
): RoleRow[] => {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (resource !== '' && row.resource !== resource) return false
    if (answers && shows !== '' && (answers.get(row.name)?.isAllowed ?? false) !== (shows === 'may')) return false
    const text = `${row.name} ${row.action ?? ''} ${row.resource}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
