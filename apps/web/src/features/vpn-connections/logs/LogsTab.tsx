import type { VpnConnection } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { nextPollMs, staleSince, useCloudId } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { liveEntries, mergeEntries, timeOfId, type LogEntry } from '../../../ui/log/log-entry.ts'
import { LogView } from '../../../ui/log/LogView.tsx'
import { useKeptLines } from '../../../ui/log/use-kept-lines.ts'
import { useLogUrl } from '../../../ui/log/use-log-url.ts'
import { StaleNotice } from '../../../ui/StaleNotice.tsx'
import { connectionLog, logPollInterval } from '../connection-queries.ts'
import type { ConnectionContext } from '../../../ui/connections/connection-rows.ts'
import { LineMeaning } from '../explain/LineMeaning.tsx'

const find = { label: 'Find in the lines', placeholder: 'Text, an address, or a prefix such as 198.51.100.0/24' }

type LogsTabProps = { connection: VpnConnection; context: ConnectionContext }

/** What the gateway wrote about negotiating this tunnel and the other one of its pair, on one time line. */
export default function LogsTab({ connection, context }: LogsTabProps) {
  const cloudId = useCloudId()
  const { other } = context
  const [isLive, setLive] = useState(true)
  const [{ filter, line }] = useLogUrl()
  const logOf = (one: VpnConnection | undefined) => ({
    ...connectionLog(cloudId, one?.id ?? ''),
    refetchInterval: ({ state }: { state: { error: Error | null } }) =>
      isLive && nextPollMs(logPollInterval(one?.status), state.error),
    enabled: one !== undefined,
  })
  const own = useQuery(logOf(connection))
  const beside = useQuery(logOf(other))
  const tunnels = useMemo(() => [connection.id, ...(other ? [other.id] : [])], [connection.id, other])
  const scope = useMemo(() => ({ connection_id: tunnels.join(',') }), [tunnels])
  const linked = line === undefined ? undefined : timeOfId(line)
  const kept = useKeptLines(cloudId, {
    scope,
    isLive,
    reachBack: linked ?? filter.span?.from,
  })
  const entries = useMemo(
    () =>
      mergeEntries(
        ...kept.entries,
        own.data ? liveEntries(connection.id, own.data.logs) : [],
        other && beside.data ? liveEntries(other.id, beside.data.logs) : [],
      ),
    [kept.entries, own.data, beside.data, connection.id, other],
  )
  const byId = useMemo(
    () => new Map([connection, ...(other ? [other] : [])].map((one) => [one.id, one])),
    [connection, other],
  )
  const nameOf = useCallback((id: string) => byId.get(id)?.name ?? id, [byId])
  const tunnelCell = useCallback(
    (id: string) =>
      id === connection.id ? (
        nameOf(id)
      ) : (
        <AppLink to={`${paths.vpnConnection({ cloudId, connectionId: id })}?tab=logs`}>{nameOf(id)}</AppLink>
      ),
    [cloudId, connection.id, nameOf],
  )
  const meaningOf = (entry: LogEntry) => {
    const tunnel = byId.get(entry.connectionId)
    return tunnel && <LineMeaning entry={entry} connection={tunnel} />
  }

  return (
    <LogView
      title={other ? `Log of ${connection.name} and ${other.name}` : `Log of ${connection.name}`}
      description="Lines come when a negotiation succeeds or fails, and when a tunnel is taken down."
      fileName={`log-${connection.name}`}
      entries={entries}
      isPending={own.isPending || kept.isPending}
      {...(own.error && entries.length === 0 && { error: own.error })}
      kept={kept}
      isLive={isLive}
      onLive={setLive}
      tunnels={tunnels}
      tunnelHeader="Tunnel"
      nameOf={nameOf}
      tunnelCell={tunnelCell}
      meaningOf={meaningOf}
      find={find}
      status={<StaleNotice since={staleSince(own)} onRetry={() => void own.refetch()} isRetrying={own.isFetching} />}
      empty="Neither end has begun to negotiate yet."
    />
  )
}
