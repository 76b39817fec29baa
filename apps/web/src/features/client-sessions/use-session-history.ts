import { useInfiniteQuery } from '@tanstack/react-query'
import { consoleCall } from '../../api/console-call.ts'
import { nextPollMs } from '../../api/operation-query.ts'
import type { Span } from './history-words.ts'

const pageSize = 1_000
/** As often as the console looks. */
const pollMs = 60_000

/** What the console has seen of the sessions of a gateway, or of one user on it: latest begun first, page by page. */
export const useSessionHistory = (
  cloudId: string,
  { gatewayId, userName, span }: { gatewayId: string; userName: string; span: Span },
) =>
  useInfiniteQuery({
    queryKey: [cloudId, 'listClientSessions', gatewayId, userName, span.id],
    queryFn: ({ pageParam, signal }) =>
      consoleCall(
        cloudId,
        'listClientSessions',
        {
          query: {
            p2c_vgw_id: gatewayId,
            limit: pageSize,
            ...(userName !== '' && { user_name: userName }),
            ...(span.ms !== undefined && { since: Date.now() - span.ms }),
            ...(pageParam !== undefined && { before: pageParam }),
          },
        },
        { signal },
      ),
    initialPageParam: undefined as number | undefined, // the first page has none, the others have a number
    getNextPageParam: (last) => last.next_before,
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
