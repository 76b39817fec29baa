import { ApiError } from '@vpn-console/api-client'
import { QueryClient } from '@tanstack/react-query'

/** Long enough that a page does not ask again for what its loader just got. */
const freshMs = 5_000

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: true,
        // The backend repeats reads at the cloud; here only a request that never got to the backend is worth another try.
        retry: (failures, error) => failures < 1 && error instanceof ApiError && error.code === 'CONSOLE.UNREACHABLE',
        retryDelay: 600,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

export const queryClient = createQueryClient()
