import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { readTableState, writeTableState, type TableState } from './table-state.ts'

/** A table's state, kept in the URL. Filtering and sorting replace the history entry; each key typed is no page. */
export const useTableState = (prefix: string) => {
  const [search, setSearch] = useSearchParams()
  const state = useMemo(() => readTableState(search, prefix), [search, prefix])
  const change = useCallback(
    (next: Partial<TableState>) => {
      // Whatever changes which rows there are begins at the first page.
      const page = next.page ?? 1
      setSearch((current) => writeTableState(current, { ...readTableState(current, prefix), ...next, page }, prefix), {
        replace: true,
        preventScrollReset: true,
      })
    },
    [setSearch, prefix],
  )
  return [state, change] as const
}
