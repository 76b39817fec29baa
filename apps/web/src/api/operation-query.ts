import { ApiError, type Input, type OperationName, type Output } from '@vpn-console/api-client'
import {
  queryOptions,
  useMutation,
  useSuspenseQuery,
  type FetchQueryOptions,
  type QueryKey,
  type UseSuspenseQueryOptions,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { redirect, useParams } from 'react-router'
import { paths } from '../paths.ts'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { randomUuid } from './uuid.ts'

/** The cloud of the page: one account, region and project. */
export const useCloudId = (): string => useParams()['cloudId'] ?? ''

/** One read operation as a query; `[cloudId, name]` is the start of its key. */
export const operationQuery = <N extends OperationName>(cloudId: string, name: N, input: Input<N>) =>
  queryOptions({
    queryKey: [cloudId, name, input],
    queryFn: ({ signal }) => call(cloudId, name, input, { signal }),
  })

/** Marks every answer of these operations as old, so that what is on screen is asked for again. */
export const invalidate = (cloudId: string, ...names: OperationName[]): Promise<unknown> =>
  Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [cloudId, name] })))

/**
 * For loaders: waits until a query has an answer (an old one is shown while a new one is fetched). A session that has
 * ended leads to the sign-in page and back here.
 */
export const load = async <T, K extends QueryKey>(
  request: Request,
  query: FetchQueryOptions<T, Error, T, K>,
): Promise<T> => {
  try {
    return await queryClient.ensureQueryData({ ...query, revalidateIfStale: true })
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'CONSOLE.SIGNED_OUT') throw error
    const { pathname, search } = new URL(request.url)
    throw redirect(paths.signIn(`${pathname}${search}`))
  }
}

/** When data that could not be refreshed was last right; undefined while it is current. */
export const staleSince = (result: { isRefetchError: boolean; dataUpdatedAt: number }): Date | undefined =>
  result.isRefetchError ? new Date(result.dataUpdatedAt) : undefined

/** After a failure the next try comes no sooner than this, however fast the data would be polled. */
const afterFailureMs = 15_000

/** The time to the next poll. A session that has ended is not polled: only a person can begin the next one. */
export const nextPollMs = (wanted: number | false, error: Error | null): number | false => {
  if (!error || wanted === false) return wanted
  if (error instanceof ApiError && error.code === 'CONSOLE.SIGNED_OUT') return false
  return Math.max(wanted, afterFailureMs)
}

/**
 * Follows a query that the page's loader has awaited: its data is always there. `intervalOf` says from the data when
 * to look again; hidden tabs rest.
 */
export const useLive = <T, K extends QueryKey>(
  query: UseSuspenseQueryOptions<T, Error, T, K>,
  intervalOf: (data: T | undefined) => number | false,
) => {
  const result = useSuspenseQuery({
    ...query,
    refetchInterval: ({ state }) => nextPollMs(intervalOf(state.data), state.error),
    refetchIntervalInBackground: false,
  })
  return { ...result, staleSince: staleSince(result) }
}

/**
 * One changing operation as a mutation. `refreshes` names the reads that the change makes old. The same idempotency
 * token goes with each try until one succeeds.
 */
export const useOperation = <N extends OperationName>(
  name: N,
  { refreshes = [] }: { refreshes?: readonly OperationName[] } = {},
) => {
  const cloudId = useCloudId()
  const token = useRef<string>(undefined)
  return useMutation<Output<N>, Error, Input<N>>({
    // An input may hold a key or password: it is forgotten with the page.
    gcTime: 0,
    mutationFn: (input) => {
      token.current ??= randomUuid()
      return call(cloudId, name, input, { clientToken: token.current })
    },
    onSuccess: () => {
      token.current = undefined
    },
    // Also after a failure: the change may have been made although its answer was lost.
    onSettled: () => invalidate(cloudId, ...refreshes),
  })
}
