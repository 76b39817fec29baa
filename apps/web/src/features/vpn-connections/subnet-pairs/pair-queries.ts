import { type VpnConnection } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nextPollMs, operationQuery, useCloudId } from '../../../api/operation-query.ts'
import { nextSamples, type Samples } from './pair-rows.ts'

/** Counters move all the time, and a tunnel that is down is waited for. */
const pollMs = 10_000

export const subnetPairsQuery = (cloudId: string, connectionId: string) =>
  operationQuery(cloudId, 'listConnectionIpsecSa', { params: { vpn_connection_id: connectionId } })

const none: Samples = new Map()

/** The pairs that are there, with what the answer before told of them, from which rates are made. */
export const useSubnetPairs = ({ id }: Pick<VpnConnection, 'id'>) => {
  const query = useQuery({
    ...subnetPairsQuery(useCloudId(), id),
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  const { data } = query
  const [last, setLast] = useState<{ data: typeof data; samples: Samples }>({ data: undefined, samples: none })
  // A new answer is compared with the last one as it is drawn: https://react.dev/reference/react/useState#storing-information-from-previous-renders
  const samples = data && data !== last.data ? nextSamples(last.samples, data.sa_infos) : last.samples
  if (data !== last.data) setLast({ data, samples })
  return { ...query, samples }
}
