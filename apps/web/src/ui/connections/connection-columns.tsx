import type { VpnConnection } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../AppLink.tsx'
import { modeText, peerSubnetsOf } from '../connection-words.ts'
import { CopyableId } from '../CopyableId.tsx'
import type { Column } from '../table/columns.ts'
import { tagColumn } from '../table/tag-column.ts'
import { Timestamp } from '../Timestamp.tsx'
import { statusRank, statusText, type ContextOf } from './connection-rows.ts'
import styles from './connection-columns.module.css'
import { healthCheckText, tunnelAddressesOf } from './tunnel-words.ts'
import { TunnelStatus } from './TunnelStatus.tsx'

/** Subnets shown in a row; the others are named on hover and on the connection's page. */
const mostShown = 2

const Blocks = ({ values }: { values: readonly string[] }) => {
  const shown = values.length > mostShown + 1 ? values.slice(0, mostShown) : values
  if (values.length === 0) return '–'
  return (
    <div title={values.length > shown.length ? values.join(', ') : undefined}>
      {shown.map((value) => (
        <div key={value} className="mono">
          {value}
        </div>
      ))}
      {values.length > shown.length && <div className={styles['quiet']}>and {values.length - shown.length} more</div>}
    </div>
  )
}

/** The end whose page a list stands on needs no column there. */
export type HiddenEnd = 'gateway' | 'customer_gateway' | undefined

/** What every list of connections shows of them: one column set, so that they read alike wherever they stand. */
export const connectionColumns = (
  cloudId: string,
  contextOf: ContextOf,
  hiddenEnd?: HiddenEnd,
): Column<VpnConnection>[] => {
  const columns: Column<VpnConnection>[] = [
    {
      id: 'name',
      header: 'Name',
      value: ({ name }) => name,
      cell: ({ id, name }) => <AppLink to={paths.vpnConnection({ cloudId, connectionId: id })}>{name}</AppLink>,
      filter: 'text',
      isRowHeader: true,
      minWidth: 200,
    },
    {
      id: 'status',
      header: 'Status',
      value: (connection) => statusText(connection, contextOf(connection).other),
      sortBy: (connection) => statusRank(connection, contextOf(connection).other),
      cell: (connection) => <TunnelStatus connection={connection} other={contextOf(connection).other} />,
      filter: 'choice',
      minWidth: 265,
    },
    {
      id: 'gateway_address',
      header: 'Gateway address',
      value: (connection) => contextOf(connection).end.address ?? connection.vgw_ip,
      cell: (connection) => {
        const { address } = contextOf(connection).end
        return <CopyableId value={address ?? connection.vgw_ip} what={`the gateway address of ${connection.name}`} />
      },
      filter: 'text',
      minWidth: 150,
    },
    {
      id: 'gateway',
      header: 'VPN gateway',
      value: (connection) => contextOf(connection).gatewayName,
      cell: (connection) => (
        <AppLink to={paths.vpnGateway({ cloudId, gatewayId: connection.vgw_id })}>
          {contextOf(connection).gatewayName}
        </AppLink>
      ),
      isJoined: true,
      filter: 'choice',
      minWidth: 128,
    },
    {
      id: 'customer_gateway',
      header: 'Customer gateway',
      value: (connection) => contextOf(connection).customerGatewayName,
      cell: (connection) => (
        <AppLink to={paths.customerGateway({ cloudId, customerGatewayId: connection.cgw_id })}>
          {contextOf(connection).customerGatewayName}
        </AppLink>
      ),
      isJoined: true,
      filter: 'choice',
      minWidth: 130,
    },
    {
      id: 'extent',
      header: 'Tunnels',
      value: (connection) => (contextOf(connection).other ? 'Pair' : 'Single'),
      isJoined: true,
      filter: 'choice',
      isHidden: true,
      minWidth: 90,
    },
    { id: 'mode', header: 'Mode', value: modeText, isJoined: true, filter: 'choice', isHidden: 'narrow', minWidth: 90 },
    {
      id: 'peer_subnets',
      header: 'Peer subnets',
      value: peerSubnetsOf,
      cell: (connection) => <Blocks values={peerSubnetsOf(connection)} />,
      isJoined: true,
      filter: 'text',
      // With one end less there is room for it.
      ...(hiddenEnd === undefined && { isHidden: 'narrow' }),
      minWidth: 140,
    },
    {
      id: 'tunnel_addresses',
      header: 'Tunnel addresses',
      value: tunnelAddressesOf,
      cell: (connection) => <Blocks values={tunnelAddressesOf(connection)} />,
      filter: 'text',
      isHidden: true,
      minWidth: 160,
    },
    {
      id: 'health',
      header: 'Health check',
      value: healthCheckText,
      isJoined: true,
      filter: 'choice',
      isHidden: 'narrow',
      minWidth: 120,
    },
    {
      id: 'created',
      header: 'Created',
      value: ({ created_at }) => created_at,
      cell: ({ created_at }) => <Timestamp value={created_at} />,
      isHidden: true,
      minWidth: 120,
    },
    {
      id: 'id',
      header: 'Id',
      value: ({ id }) => id,
      cell: ({ id, name }) => <CopyableId value={id} what={`the id of ${name}`} />,
      filter: 'text',
      isHidden: true,
      minWidth: 330,
    },
    tagColumn,
  ]
  return columns.filter(({ id }) => id !== hiddenEnd)
}
