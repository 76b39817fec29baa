import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { connectionList } from '../../api/lists.ts'
import { load, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { useConnectionContext } from '../../ui/connections/use-connection-context.ts'
import { KitWords } from '../../ui/KitWords.tsx'
import { mergeEntries, timeOfId, type LogEntry } from '../../ui/log/log-entry.ts'
import { LogView } from '../../ui/log/LogView.tsx'
import { useKeptLines } from '../../ui/log/use-kept-lines.ts'
import { useLogUrl } from '../../ui/log/use-log-url.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { findConnections, scopeOf } from './find-connections.ts'
import { useSettled } from './use-settled.ts'

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  // Names are a help; without them ids do.
  await Promise.allSettled([load(request, connectionList(params['cloudId'] ?? ''))])
  return null
}

/** The log lines of all connections of the cloud, as the console has collected and kept them. */
export default function LogsPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const [isLive, setLive] = useState(true)
  const [{ filter, line }] = useLogUrl()
  const { data: connections } = useQuery({
    ...connectionList(cloudId),
    enabled: denied('listVpnConnections') === undefined,
  })
  const contextOf = useConnectionContext(cloudId, connections)
  const find = useSettled(filter.text)
  const named = useMemo(() => findConnections(find, connections ?? [], contextOf), [find, connections, contextOf])
  const scope = useMemo(() => scopeOf(find, named), [find, named])
  const refused = denied('showVpnConnectionLog')
  const kept = useKeptLines(cloudId, {
    scope,
    isLive,
    reachBack: (line === undefined ? undefined : timeOfId(line)) ?? filter.span?.from,
    enabled: refused === undefined,
  })
  const entries = useMemo(() => mergeEntries(...kept.entries), [kept.entries])
  const byId = useMemo(() => new Map((connections ?? []).map((one) => [one.id, one])), [connections])
  // Of a connection that was deleted the lines are left.
  const nameOf = useCallback((id: string) => byId.get(id)?.name ?? id, [byId])
  const logOf = useCallback((id: string) => `${paths.vpnConnection({ cloudId, connectionId: id })}?tab=logs`, [cloudId])
  const tunnelCell = useCallback(
    (id: string) =>
      byId.has(id) ? <AppLink to={logOf(id)}>{nameOf(id)}</AppLink> : <span className="mono">{id}</span>,
    [byId, nameOf, logOf],
  )
  const tunnels = useMemo(() => [...new Set(entries.map(({ connectionId }) => connectionId))], [entries])
  const meaningOf = ({ connectionId, id, line: { reason } }: LogEntry) =>
    reason !== undefined && byId.has(connectionId) ? (
      <AppLink to={`${logOf(connectionId)}&line=${encodeURIComponent(id)}`}>
        Explain “{reason}” for {nameOf(connectionId)}
      </AppLink>
    ) : undefined

  return (
    <KitWords>
      <PageHeader
        title="Logs"
        description="What the gateways wrote about all connections. The console collects these lines by itself, for the cloud has only the newest 200 of each connection."
      />
      {refused ?? (
        <LogView
          title="Lines of all connections"
          description="Lines come when a negotiation succeeds or fails, and when a tunnel is taken down. New ones appear here some minutes after they were written."
          fileName="vpn-logs"
          entries={entries}
          isPending={kept.isPending}
          {...(kept.error && entries.length === 0 && { error: kept.error })}
          kept={kept}
          isLive={isLive}
          onLive={setLive}
          tunnels={tunnels}
          hasTunnelColumn
          tunnelHeader="Connection"
          nameOf={nameOf}
          tunnelCell={tunnelCell}
          meaningOf={meaningOf}
          find={{
            label: 'Find by name, address, prefix or text',
            placeholder: 'A name, an address, a prefix such as 10.1.0.0/16, or text',
            named,
          }}
          empty="The console has collected none yet. It looks at every connection in turn, which takes some minutes after its start."
        />
      )}
    </KitWords>
  )
}
