import type { VpnConnection } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { statusWords } from '../../ui/status-words.ts'
import type { Column } from '../../ui/table/columns.ts'

const modeWords: Record<string, string> = {
  STATIC: 'Static',
  BGP: 'BGP',
  POLICY: 'Policy',
  'POLICY-TEMPLATE': 'Policy template',
}

/** What a customer gateway's page tells of the connections on it. */
export const connectionColumns = (cloudId: string, gatewayName: (id: string) => string): Column<VpnConnection>[] => [
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
    id: 'gateway',
    header: 'VPN gateway',
    value: ({ vgw_id }) => gatewayName(vgw_id),
    cell: ({ vgw_id }) => (
      <AppLink to={paths.vpnGateway({ cloudId, gatewayId: vgw_id })}>{gatewayName(vgw_id)}</AppLink>
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
]
