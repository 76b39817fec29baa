import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { readLogFilter, writeLogFilter, type LogFilter } from './log-filter.ts'

type LogUrl = {
  filter: LogFilter
  /** The line that is open, by its id. */
  line: string | undefined
  /** From 1. */
  page: number
  hasPage: boolean
}

export const readLogUrl = (search: URLSearchParams): LogUrl => {
  const page = Number(search.get('page') ?? 1)
  return {
    filter: readLogFilter(search),
    line: search.get('line') ?? undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
    hasPage: search.has('page'),
  }
}

type Change = { filter?: LogFilter; line?: string | undefined; page?: number }

const changed = (current: URLSearchParams, change: Change): URLSearchParams => {
  const next = change.filter ? writeLogFilter(current, change.filter) : new URLSearchParams(current)
  if ('line' in change) {
    if (change.line === undefined) next.delete('line')
    else next.set('line', change.line)
  }
  if (change.page !== undefined) next.set('page', String(change.page))
  return next
}

/** What is looked at of a log, in the URL; changing it is no step back in the browser's history. */
export const useLogUrl = () => {
  const [search, setSearch] = useSearchParams()
  const url = useMemo(() => readLogUrl(search), [search])
  const change = useCallback(
    (wanted: Change) => setSearch((current) => changed(current, wanted), { replace: true, preventScrollReset: true }),
    [setSearch],
  )
  return [url, change] as const
}
