import type { VpnConnection } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { call } from '../../api/client.ts'
import { operationQuery, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { StatusBadge } from '../StatusBadge.tsx'
import { useWasSeen } from '../use-was-seen.ts'
import { isAlone } from './connection-rows.ts'
import { ConnectedAlone } from './ConnectedAlone.tsx'
import { fewAtATime } from './few-at-a-time.ts'
import { lastTrouble } from './trouble.ts'

// A bad day has hundreds of failing tunnels: only those on screen are looked up, a few at a time, and seldom again.
const inTurn = fewAtATime(3)
const againMs = 120_000

const useTrouble = (connectionId: string, isEnabled: boolean) => {
  const cloudId = useCloudId()
  const input = { params: { vpn_connection_id: connectionId } }
  const mayRead = useDenied()('showVpnConnectionLog') === undefined
  const { data } = useQuery({
    queryKey: operationQuery(cloudId, 'showVpnConnectionLog', input).queryKey,
    queryFn: ({ signal }) => inTurn(() => call(cloudId, 'showVpnConnectionLog', input, { signal }), signal),
    select: ({ logs }) => lastTrouble(logs),
    enabled: isEnabled && mayRead,
    staleTime: againMs,
    refetchInterval: againMs,
  })
  return data
}

const Down = ({ connection }: { connection: Pick<VpnConnection, 'id' | 'status'> }) => {
  const place = useRef<HTMLSpanElement>(null)
  const trouble = useTrouble(connection.id, useWasSeen(place))
  return (
    <span ref={place}>
      <StatusBadge
        of="connection"
        id={connection.id}
        status={connection.status}
        cause={trouble?.reason}
        since={trouble}
      />
    </span>
  )
}

type TunnelStatusProps = {
  connection: Pick<VpnConnection, 'id' | 'status'>
  /** The other tunnel of its pair. */
  other: Pick<VpnConnection, 'status'> | undefined
}

/** How a tunnel in a list is, and where it is down since when and why, once it is on screen. */
export const TunnelStatus = ({ connection, other }: TunnelStatusProps) => {
  if (isAlone(connection, other)) return <ConnectedAlone status={connection.status} />
  if (connection.status === 'DOWN') return <Down connection={connection} />
  return <StatusBadge of="connection" id={connection.id} status={connection.status} />
}
