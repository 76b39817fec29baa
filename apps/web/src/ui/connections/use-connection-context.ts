import type { VpnConnection } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { contextLookup, type ContextOf } from './connection-rows.ts'
import { customerGatewayList, gatewayList } from '../../api/lists.ts'
import { useDenied } from '../../api/session.ts'

/** Names of the ends change seldom, and their own pages follow them more closely. */
const endsPollInterval = 60_000

/** The names around connections, as far as they can be listed. */
export const useConnectionContext = (cloudId: string, connections: readonly VpnConnection[] | undefined): ContextOf => {
  const denied = useDenied(cloudId)
  const { data: gateways } = useQuery({
    ...gatewayList(cloudId),
    refetchInterval: endsPollInterval,
    enabled: denied('listVgws') === undefined,
  })
  const { data: customerGateways } = useQuery({
    ...customerGatewayList(cloudId),
    refetchInterval: endsPollInterval,
    enabled: denied('listCgws') === undefined,
  })
  return useMemo(
    () => contextLookup(connections, gateways, customerGateways),
    [connections, gateways, customerGateways],
  )
}
