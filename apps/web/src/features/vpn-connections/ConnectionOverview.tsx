import type { Log, VpnConnection } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { BgpPeer } from './BgpPeer.tsx'
import { nextStepOf } from './connection-advice.ts'
import type { ConnectionContext } from '../../ui/connections/connection-rows.ts'
import { ConnectionSecurity } from './ConnectionSecurity.tsx'
import { ConnectionTraffic } from './ConnectionTraffic.tsx'
import { ConnectionEnds } from './ConnectionEnds.tsx'
import { LayersPanel } from './layers/LayersPanel.tsx'
import { statusCause } from './layers/status-cause.ts'

const roles: Record<string, string> = { master: 'Master', slave: 'Slave' }

const OtherTunnel = ({ other, beside, gatewayName }: ConnectionContext) => {
  const cloudId = useCloudId()
  if (!beside) return <Box color="text-body-secondary">Whether it has a pair is not known yet.</Box>
  if (!other) {
    return (
      <Box color="text-body-secondary">
        It has no pair: nothing takes over when it is down. A connection to the same customer gateway on the other
        address of {gatewayName} would.
      </Box>
    )
  }
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <span>Other tunnel of the pair:</span>
      <AppLink to={paths.vpnConnection({ cloudId, connectionId: other.id })}>{other.name}</AppLink>
      <StatusBadge of="connection" id={other.id} status={other.status} />
    </SpaceBetween>
  )
}

const Identity = ({ connection }: { connection: VpnConnection }) => {
  const { id, name, vgw_id, vgw_ip, cgw_id, connection_monitor_id, enterprise_project_id, ha_role } = connection
  const copyable = (value: string | undefined, what: string) =>
    value && <CopyableId value={value} what={`the ${what} of ${name}`} />
  return (
    <Container header={<Header variant="h2">Identity</Header>}>
      <KeyValues
        items={[
          { label: 'Id', value: copyable(id, 'id') },
          { label: 'VPN gateway id', value: copyable(vgw_id, 'VPN gateway id') },
          { label: 'Gateway address id', value: copyable(vgw_ip, 'gateway address id') },
          { label: 'Customer gateway id', value: copyable(cgw_id, 'customer gateway id') },
          { label: 'Monitor id', value: copyable(connection_monitor_id, 'monitor id') },
          { label: 'Enterprise project id', value: copyable(enterprise_project_id, 'enterprise project id') },
          { label: 'HA role', value: ha_role && (roles[ha_role] ?? ha_role) },
          { label: 'Created', value: <Timestamp value={connection.created_at} /> },
          { label: 'Changed', value: <Timestamp value={connection.updated_at} /> },
          { label: 'Tags', value: <TagList tags={connection.tags} /> },
        ]}
      />
    </Container>
  )
}

type ConnectionOverviewProps = {
  connection: VpnConnection
  context: ConnectionContext
  requestId: string | undefined
  /** The newest lines of its log, where they can be read. */
  logs: readonly Log[] | undefined
}

/** Everything the cloud tells of a connection: its ends, how it is, what it carries, and how it is secured. */
export const ConnectionOverview = ({ connection, context, requestId, logs }: ConnectionOverviewProps) => {
  const { cause, since } = logs ? statusCause(connection, logs) : {}
  const step = nextStepOf(connection, requestId)
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Tunnel</Header>}>
        <SpaceBetween size="s">
          <ConnectionEnds
            connection={connection}
            context={context}
            cause={cause}
            since={since && { since: since.at, isLate: since.isAtLeast }}
          />
          {step !== undefined && (
            <SpaceBetween direction="horizontal" size="xs">
              {cause === undefined && <Box color="text-body-secondary">{step}</Box>}
              {connection.status === 'DOWN' && <AppLink to="?tab=logs">Open the log</AppLink>}
              {(connection.status === 'DOWN' || connection.status === 'PENDING_CREATE') && (
                <AppLink to="?tab=peer-configuration">Configure the customer device</AppLink>
              )}
            </SpaceBetween>
          )}
          <OtherTunnel {...context} />
        </SpaceBetween>
      </Container>
      <LayersPanel connection={connection} other={context.other} />
      <ConnectionTraffic connection={connection} gateway={context.gateway} />
      {connection.style === 'BGP' && <BgpPeer peer={connection.bgp_peer} name={connection.name} />}
      <ConnectionSecurity connection={connection} />
      <Identity connection={connection} />
    </SpaceBetween>
  )
}
