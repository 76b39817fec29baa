import type { VpnConnection } from '@vpn-console/api-client'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMemo } from 'react'
import { connectionList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { ContextOf } from '../../ui/connections/connection-rows.ts'
import { useConnectionContext } from '../../ui/connections/use-connection-context.ts'
import { FailingTable } from './FailingTable.tsx'
import styles from './Overview.module.css'
import { Panel } from './Panel.tsx'
import { failingTunnels, tunnelStates } from './tunnel-states.ts'
import { useWatched } from './use-watched.ts'

const listOf = (cloudId: string, words: string) =>
  `${paths.vpnConnections({ cloudId })}?${new URLSearchParams({ filter: `status=${words}` }).toString()}`

const States = ({ connections, contextOf }: { connections: readonly VpnConnection[]; contextOf: ContextOf }) => {
  const cloudId = useCloudId()
  const states = useMemo(() => tunnelStates(connections, contextOf), [connections, contextOf])
  return (
    <ul className={styles['states']} aria-label="Tunnels by state">
      {states.map(({ words, kind, count }) => (
        <li key={words} className={styles['state']}>
          <AppLink to={listOf(cloudId, words)}>
            <span className={styles['figure']}>{count}</span>
            <span className="visually-hidden"> tunnels: </span>
            <StatusIndicator type={kind}>{words}</StatusIndicator>
          </AppLink>
        </li>
      ))}
    </ul>
  )
}

const Tunnels = ({ connections }: { connections: readonly VpnConnection[] }) => {
  const contextOf = useConnectionContext(useCloudId(), connections)
  const failing = useMemo(() => failingTunnels(connections, contextOf), [connections, contextOf])
  if (connections.length === 0) return <p className={styles['none']}>There are no connections on this cloud yet.</p>
  return (
    <>
      <States connections={connections} contextOf={contextOf} />
      {failing.length === 0 ? (
        <p className={styles['none']}>No tunnel is failing.</p>
      ) : (
        <FailingTable tunnels={failing} contextOf={contextOf} />
      )}
    </>
  )
}

/** How the tunnels are: by state, and those that fail with cause, age and the way to find out more. */
export const TunnelsPanel = () => {
  const cloudId = useCloudId()
  const connections = useWatched(connectionList(cloudId))
  return (
    <Panel
      title="Tunnels"
      count={connections.data?.length}
      what="the tunnels"
      link={{ text: 'All connections', to: paths.vpnConnections({ cloudId }) }}
      asked={connections}
    >
      {(data) => <Tunnels connections={data} />}
    </Panel>
  )
}
