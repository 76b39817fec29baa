import { processItems } from '@cloudscape-design/collection-hooks/operations'
import { toFilterProperties, type Column, type Row, type RowColumn } from './columns.ts'
import type { TableState } from './table-state.ts'

export type TableView<T> = {
  /** What is on this page. */
  rows: readonly Row<T>[]
  /** What the filter lets through, on all pages, in order. */
  matching: readonly Row<T>[]
  page: number
  pageCount: number
}

type Flat<T> = Record<string, unknown> & { row: Row<T> }

/** The rows of one page of a table: filtered, sorted and cut. */
export const tableView = <T>(
  rows: readonly Row<T>[],
  state: TableState,
  columns: readonly Column<T>[],
  tableColumns: readonly RowColumn<T>[],
  pageSize: number,
): TableView<T> => {
  const column = tableColumns.find(({ id }) => id === state.sort?.column)
  const comparator = column?.sortingComparator
  const flat = rows.map((row): Flat<T> => ({ ...row.values, row }))
  const { items } = processItems<Flat<T>>(
    flat,
    {
      propertyFilteringQuery: knownTokens(state, columns),
      sortingColumns: comparator && [
        {
          sortingColumn: { sortingComparator: (a: Flat<T>, b: Flat<T>) => comparator(a.row, b.row) },
          isDescending: state.sort?.isDescending ?? false,
        },
      ],
    },
    { propertyFiltering: { filteringProperties: toFilterProperties(columns) }, sorting: {} },
  )
  const matching = items.map(({ row }) => row)
  const pageCount = Math.max(1, Math.ceil(matching.length / pageSize))
  // A page beyond the end is the last one: rows may have gone since the URL was made.
  const page = Math.min(state.page, pageCount)
  return { rows: matching.slice((page - 1) * pageSize, page * pageSize), matching, page, pageCount }
}

/** A filter from an old URL on a column that is no more must not hide everything. */
const knownTokens = <T>({ query }: TableState, columns: readonly Column<T>[]) => ({
  operation: query.operation,
  tokens: query.tokens.filter(
    ({ propertyKey }) => propertyKey === undefined || columns.some(({ id, filter }) => filter && id === propertyKey),
  ),
})
