import type { VpnConnection } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { statusText, type ContextOf } from './connection-rows.ts'
import { healthCheckText, tunnelAddressesOf } from './connection-words.ts'
import { modeText, peerSubnetsOf } from '../../ui/connection-words.ts'
import { ConnectionStatus } from './ConnectionStatus.tsx'

const Lines = ({ values }: { values: readonly string[] }) =>
  values.length === 0 ? '–' : values.map((value) => <div key={value}>{value}</div>)

export const connectionColumns = (cloudId: string, contextOf: ContextOf): Column<VpnConnection>[] => [
  {
    id: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ id, name }) => <AppLink to={paths.vpnConnection({ cloudId, connectionId: id })}>{name}</AppLink>,
    filter: 'text',
    isRowHeader: true,
    minWidth: 190,
  },
  {
    id: 'status',
    header: 'Status',
    value: (connection) => statusText(connection, contextOf(connection).other),
    cell: (connection) => <ConnectionStatus connection={connection} other={contextOf(connection).other} />,
    filter: 'choice',
    minWidth: 200,
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
    filter: 'choice',
    minWidth: 130,
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
    isHidden: 'narrow',
    minWidth: 160,
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
    filter: 'choice',
    minWidth: 150,
  },
  {
    id: 'other_tunnel',
    header: 'Other tunnel',
    value: (connection) => contextOf(connection).other?.name,
    cell: (connection) => {
      const { other } = contextOf(connection)
      return other ? (
        <AppLink to={paths.vpnConnection({ cloudId, connectionId: other.id })}>{other.name}</AppLink>
      ) : (
        'None'
      )
    },
    filter: 'text',
    isHidden: 'narrow',
    minWidth: 140,
  },
  { id: 'mode', header: 'Mode', value: modeText, filter: 'choice', minWidth: 100 },
  {
    id: 'peer_subnets',
    header: 'Peer subnets',
    value: peerSubnetsOf,
    cell: (connection) => <Lines values={peerSubnetsOf(connection)} />,
    filter: 'text',
    minWidth: 150,
  },
  {
    id: 'tunnel_addresses',
    header: 'Tunnel addresses',
    value: tunnelAddressesOf,
    cell: (connection) => <Lines values={tunnelAddressesOf(connection)} />,
    filter: 'text',
    isHidden: 'narrow',
    minWidth: 160,
  },
  { id: 'health', header: 'Health check', value: healthCheckText, filter: 'choice', isHidden: 'narrow', minWidth: 120 },
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
]
