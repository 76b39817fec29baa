import type { KeptLogLine } from '@vpn-console/api-client'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { consoleCall } from '../../api/console-call.ts'
import { nextPollMs } from '../../api/operation-query.ts'
import { keptEntries, type LogEntry } from './log-entry.ts'

export type LogScope = {
  /** Ids of connections with commas between; absent: all of the cloud. */
  connection_id?: string
  /** Only lines with this text. */
  text?: string
}

const pageLines = 1_000
/** So far back one looks for a line or a span by itself; further on request. */
const mostPages = 20
const tailMs = 15_000

const noLines: readonly LogEntry[] = []

type KeptLinesOptions = {
  scope: LogScope
  /** Whether new lines are asked for. */
  isLive: boolean
  /** A moment that somebody wants to see: pages are loaded until it is reached. */
  reachBack?: number | undefined
  enabled?: boolean
}

/** The lines that the console has kept: newest first, older ones page by page, and what is added meanwhile. */
export const useKeptLines = (cloudId: string, options: KeptLinesOptions) => {
  const { scope, isLive, reachBack, enabled = true } = options
  const client = useQueryClient()
  const pages = useInfiniteQuery({
    queryKey: [cloudId, 'listKeptLogLines', 'pages', scope],
    queryFn: ({ pageParam, signal }) =>
      consoleCall(
        cloudId,
        'listKeptLogLines',
        { query: { ...scope, limit: pageLines, ...(pageParam !== undefined && { before: pageParam }) } },
        { signal },
      ),
    // What was before the first page is asked for by the tail.
    initialPageParam: undefined as number | undefined, // the first page has none, the others have a number
    getNextPageParam: (last) => last.next_before,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    enabled,
  })
  const tailKey = [cloudId, 'listKeptLogLines', 'tail', scope]
  const newestOfPages = pages.data?.pages[0]?.lines[0]?.time ?? 0
  const tail = useQuery({
    queryKey: tailKey,
    queryFn: async ({ signal }) => {
      const before = client.getQueryData<KeptLogLine[]>(tailKey) ?? []
      const since = before[0]?.time ?? newestOfPages
      const query = { ...scope, since, limit: 2_000 }
      const { lines } = await consoleCall(cloudId, 'listKeptLogLines', { query }, { signal })
      const seen = new Set(before.map(({ id }) => id))
      return [...lines.filter(({ id }) => !seen.has(id)), ...before]
    },
    enabled: enabled && isLive && pages.isSuccess && !pages.isPlaceholderData,
    refetchInterval: ({ state }) => nextPollMs(tailMs, state.error),
  })

  const { hasNextPage, isFetching, isError, fetchNextPage } = pages
  const all = pages.data?.pages
  const oldest = all?.at(-1)?.lines.at(-1)?.time
  const isShort = reachBack !== undefined && oldest !== undefined && oldest > reachBack
  const wantsMore = isShort && hasNextPage && (all?.length ?? 0) < mostPages
  useEffect(() => {
    if (wantsMore && !isFetching && !isError) void fetchNextPage()
  }, [wantsMore, isFetching, isError, fetchNextPage])

  const entries = useMemo(
    () => [...(tail.data ? [keptEntries(tail.data)] : []), ...(all ?? []).map(({ lines }) => keptEntries(lines))],
    [tail.data, all],
  )
  return {
    /** Page by page. */
    entries: all ? entries : [noLines],
    isPending: enabled && pages.isPending,
    error: pages.error,
    retry: () => void (all ? fetchNextPage() : pages.refetch()),
    hasOlder: hasNextPage,
    isLoadingOlder: pages.isFetchingNextPage,
    /** Whether pages are still loaded to reach what is wanted. */
    isReaching: wantsMore && !isError,
    loadOlder: () => void fetchNextPage(),
    keptSince: all?.[0]?.kept_since,
  }
}
export type KeptLines = ReturnType<typeof useKeptLines>
