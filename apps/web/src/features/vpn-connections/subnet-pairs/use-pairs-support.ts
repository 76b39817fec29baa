import { ApiError } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { isNotOffered } from '../../../api/gone.ts'
import { subnetPairsQuery } from './pair-queries.ts'

export const pairsTab = 'subnet-pairs'

const answered = new Map<string, boolean>()

/**
 * Whether the tab with the subnet pairs is there: not every region offers the call that tells them. Once it was answered
 * it is known for all connections of the cloud; until then only who asks for the tab sees it, so that none vanishes.
 */
export const useHasPairs = (connectionId: string): boolean => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const [search] = useSearchParams()
  const isDenied = denied('listConnectionIpsecSa') !== undefined
  const known = answered.get(cloudId)
  const { data, error } = useQuery({
    ...subnetPairsQuery(cloudId, connectionId),
    enabled: known === undefined && !isDenied,
  })
  // A tab that may not be used says so itself.
  if (isDenied) return true
  if (known !== undefined) return known
  const isMissing = isNotOffered(error)
  // With a code of the service itself only this connection is not there: that says nothing of the others.
  const isOfRegion = isMissing && !(error instanceof ApiError && error.code.startsWith('VPN.'))
  if (isOfRegion || data) answered.set(cloudId, data !== undefined)
  return !isMissing && (data !== undefined || error !== null || search.get('tab') === pairsTab)
}
