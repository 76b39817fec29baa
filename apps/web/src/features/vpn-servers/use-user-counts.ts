import type { VpnServer } from '@vpn-console/api-client'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { operationQuery, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { hasUsers } from './server-words.ts'

/** One short question for each server; with more servers than this the column stays empty. */
const mostAsked = 20

/** How many users each server has, as far as they can be counted, by its id. */
export const useUserCounts = (servers: readonly VpnServer[] = []): ReadonlyMap<string, number> => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const asked = servers.filter(hasUsers)
  const enabled = asked.length <= mostAsked && denied('listVpnUsers') === undefined
  const answers = useQueries({
    queries: asked.map(({ id }) => ({
      ...operationQuery(cloudId, 'listVpnUsers', { params: { vpn_server_id: id }, query: { limit: 1 } }),
      enabled,
      staleTime: 60_000,
    })),
  })
  const known = asked.flatMap(({ id }, index): [string, number][] => {
    const count = answers[index]?.data?.total_count
    return count === undefined ? [] : [[id, count]]
  })
  const key = JSON.stringify(known)
  // The map stays the same while its numbers do, and so do the columns that are made with it.
  return useMemo(() => new Map(JSON.parse(key) as [string, number][]), [key]) // as it was written above
}
