import { isSettling } from '@vpn-console/api-client'
import { useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query'
import { nextPollMs } from '../../api/operation-query.ts'

const settlingMs = 5_000
const restingMs = 60_000

/** How soon to look again: soon only while something is being built. */
export const calmInterval = (items: readonly { status?: string | undefined }[] = []): number =>
  items.some(({ status }) => isSettling(status)) ? settlingMs : restingMs

/** A list of the overview, followed as calmly as on its own page. */
export const useWatched = <T extends { status?: string | undefined }, K extends QueryKey>(
  query: UseQueryOptions<T[], Error, T[], K>,
  { isEnabled = true }: { isEnabled?: boolean } = {},
) =>
  useQuery({
    ...query,
    enabled: isEnabled,
    refetchInterval: ({ state }) => nextPollMs(calmInterval(state.data), state.error),
  })
