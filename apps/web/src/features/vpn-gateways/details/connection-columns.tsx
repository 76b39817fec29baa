import type { VpnConnection, VpnGateway } from '@vpn-console/api-client'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { statusWords } from '../../../ui/status-words.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { Timestamp } from '../../../ui/Timestamp.tsx'

const modeWords: Record<string, string> = {
  STATIC: 'Static',
  BGP: 'BGP',
  POLICY: 'Policy',
  'POLICY-TEMPLATE': 'Policy template',
}

/** The address behind an end of the gateway: a connection names an EIP by its id. */
const endOf = ({ eip1, eip2 }: VpnGateway, end: string) =>
  [eip1, eip2].find((eip) => eip?.id === end)?.ip_address ?? end

/** What a gateway's page tells of the connections on it. */
export const connectionColumns = (
  cloudId: string,
  gateway: VpnGateway,
  customerGatewayName: (id: string) => string,
): Column<VpnConnection>[] => [
  {
    id: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ id, name }) => <AppLink to={paths.vpnConnection({ cloudId, connectionId: id })}>{name}</AppLink>,
    filter: 'text',
    isRowHeader: true,
    minWidth: 160,
  },
  {
    id: 'status',
    header: 'Status',
    value: ({ status }) => statusWords('connection', status).words,
    cell: ({ id, status }) => <StatusBadge of="connection" id={id} status={status} />,
    filter: 'choice',
    minWidth: 170,
  },
  {
    id: 'address',
    header: 'Gateway address',
    value: ({ vgw_ip }) => endOf(gateway, vgw_ip),
    cell: ({ vgw_ip }) => <span className="mono">{endOf(gateway, vgw_ip)}</span>,
    filter: 'choice',
    minWidth: 150,
  },
  {
    id: 'customer_gateway',
    header: 'Customer gateway',
    value: ({ cgw_id }) => customerGatewayName(cgw_id),
    cell: ({ cgw_id }) => (
      <AppLink to={paths.customerGateway({ cloudId, customerGatewayId: cgw_id })}>
        {customerGatewayName(cgw_id)}
      </AppLink>
    ),
    filter: 'choice',
    minWidth: 150,
  },
  { id: 'mode', header: 'Mode', value: ({ style }) => modeWords[style] ?? style, filter: 'choice', minWidth: 110 },
  {
    id: 'peer_subnets',
    header: 'Peer subnets',
    value: ({ peer_subnets = [], peer_subnets_v6 = [] }) => [...peer_subnets, ...peer_subnets_v6],
    filter: 'text',
    minWidth: 180,
  },
  {
    id: 'created',
    header: 'Created',
    value: ({ created_at }) => created_at,
    cell: ({ created_at }) => <Timestamp value={created_at} />,
    minWidth: 130,
  },
]
