import { compareValues, type Column, type Row } from './columns.ts'

/** What stands in one row of a table: one item, or several that belong together. */
export type Group<T> = { id: string; rows: readonly Row<T>[] }

/** A row as it is shown; `found` are those that the filter lets through, where it does not let all of them. */
export type ShownGroup<T> = Group<T> & { found?: ReadonlySet<Row<T>> }

export type Sort = { column: string; isDescending: boolean }

const sortKey = <T>({ item, values }: Row<T>, column: Column<T>): string | number =>
  column.sortBy ? column.sortBy(item) : (values[column.id] ?? '')

/** The one key that a row of several is sorted by, whichever way: the least of them. */
const groupKey = <T>({ rows }: Group<T>, column: Column<T>): string | number =>
  rows.map((row) => sortKey(row, column)).reduce((least, key) => (compareValues(key, least) < 0 ? key : least))

/** Puts those with the same key into one row, in the order of the column that names them. */
export const groupRows = <T>(
  rows: readonly Row<T>[],
  keyOf: (item: T) => string,
  naming: Column<T> | undefined,
): Group<T>[] => {
  const groups = new Map<string, Row<T>[]>()
  for (const row of rows) {
    const key = keyOf(row.item)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].map(([id, members]) => ({
    id,
    rows: naming && members.length > 1 ? members.toSorted(compareBy(naming)) : members,
  }))
}

const compareBy =
  <T>(column: Column<T>) =>
  (a: Row<T>, b: Row<T>) =>
    compareValues(sortKey(a, column), sortKey(b, column))

/** All rows in order; what is the same by the column is in the order of the one that names the rows. */
export const sortGroups = <T>(
  groups: readonly Group<T>[],
  sort: Sort | undefined,
  columns: readonly Column<T>[],
): readonly Group<T>[] => {
  const column = columns.find(({ id }) => id === sort?.column)
  if (!column || !sort) return groups
  const naming = columns.find(({ isRowHeader }) => isRowHeader)
  const second = naming === column ? undefined : naming
  const keyed = groups.map((group) => ({
    group,
    key: groupKey(group, column),
    name: second ? groupKey(group, second) : '',
  }))
  const sign = sort.isDescending ? -1 : 1
  return keyed
    .toSorted((a, b) => sign * compareValues(a.key, b.key) || compareValues(a.name, b.name))
    .map(({ group }) => group)
}

/** Rows in the order that they had, as far as they were there; new ones come at the end. */
export const inOrder = <T>(groups: readonly Group<T>[], ids: readonly string[]): readonly Group<T>[] => {
  const places = new Map(ids.map((id, index) => [id, index]))
  const placeOf = ({ id }: Group<T>) => places.get(id) ?? ids.length
  return groups.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The rows that a filter lets through: one that it lets through keeps those beside it. */
export const filterGroups = <T>(
  groups: readonly Group<T>[],
  isFound: ((row: Row<T>) => boolean) | undefined,
): readonly ShownGroup<T>[] =>
  isFound
    ? groups.flatMap((group) => {
        const found = group.rows.filter(isFound)
        if (found.length === 0) return []
        return [found.length === group.rows.length ? group : { ...group, found: new Set(found) }]
      })
    : groups

/** The rows of one page. A page beyond the end is the last one: rows may have gone since the URL was made. */
export const pageOf = <G>(groups: readonly G[], wanted: number, pageSize: number) => {
  const pageCount = Math.max(1, Math.ceil(groups.length / pageSize))
  const page = Math.min(wanted, pageCount)
  return { groups: groups.slice((page - 1) * pageSize, page * pageSize), page, pageCount }
}

const plural = (count: number, { one, many }: { one: string; many: string }) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** How many there are, or how many of them are found by what, and in how many rows where that is another number. */
export const countWords = <T>(
  all: readonly Row<T>[],
  shown: readonly ShownGroup<T>[],
  words: { one: string; many: string },
  { isFiltered, find }: { isFiltered: boolean; find: string },
): string => {
  const found = shown.reduce((sum, { found, rows }) => sum + (found?.size ?? rows.length), 0)
  const hasPairs = shown.some(({ rows }) => rows.length > 1)
  const inRows = hasPairs ? `in ${plural(shown.length, { one: 'row', many: 'rows' })}` : ''
  if (!isFiltered) return `${plural(all.length, words)} ${inRows}`.trim()
  const matches = `${found.toLocaleString('en')} of ${plural(all.length, words)} ${found === 1 ? 'matches' : 'match'}`
  return `${matches}${find === '' ? '' : ` “${find}”`}${inRows && `, ${inRows}`}`
}
