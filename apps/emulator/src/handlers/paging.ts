import { timeText } from '../project-state.ts'
import { invalid } from '../refusal.ts'

type Page<T> = { items: T[]; page_info: { next_marker?: string; current_count: number }; total_count: number }

/** A page of a list, newest first. The marker is the creation time of the last item before the page. */
export const pageByTime = <T extends { created_at: number }>(
  all: readonly T[],
  query: { limit?: number | undefined; marker?: string | undefined },
  most: number,
): Page<T> => {
  const { limit = most, marker } = query
  const before = marker ? Date.parse(marker) : Number.POSITIVE_INFINITY
  if (Number.isNaN(before)) throw invalid('marker must be the next_marker of the previous page')
  const rest = all.filter(({ created_at }) => created_at < before).toSorted((a, b) => b.created_at - a.created_at)
  const items = rest.slice(0, limit)
  const last = items.at(-1)
  const next = last && rest.length > items.length ? { next_marker: timeText(last.created_at) } : {}
  return { items, page_info: { ...next, current_count: items.length }, total_count: all.length }
}

/** A page after the item with the id `marker`, as VPC and EIP page their lists. */
export const pageById = <T extends { id: string }>(
  all: readonly T[],
  query: { limit?: number | undefined; marker?: string | undefined },
  most = 2000,
): T[] => {
  const { limit = most, marker } = query
  const start = marker ? all.findIndex(({ id }) => id === marker) + 1 : 0
  if (marker && start === 0) return []
  return all.slice(start, start + Math.min(limit, most))
}

/** A page of a list counted from its beginning. */
export const pageByOffset = <T>(
  all: readonly T[],
  query: { limit?: number | undefined; offset?: number | undefined },
  most = 1000,
): T[] => {
  const { limit = most, offset = 0 } = query
  return all.slice(offset, offset + Math.min(limit, most))
}
