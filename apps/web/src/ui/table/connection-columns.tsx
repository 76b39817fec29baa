import type { VpnConnection } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../AppLink.tsx'
import { modeText, peerSubnetsOf } from '../connection-words.ts'
import { StatusBadge } from '../StatusBadge.tsx'
import { statusWords } from '../status-words.ts'
import type { Column } from './columns.ts'

/** The columns that the pages of both ends show of the connections on them; each adds the other end between them. */
export const connectionColumns = (
  cloudId: string,
): { first: Column<VpnConnection>[]; last: Column<VpnConnection>[] } => ({
  first: [
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
  ],
  last: [
    { id: 'mode', header: 'Mode', value: modeText, filter: 'choice', minWidth: 110 },
    { id: 'peer_subnets', header: 'Peer subnets', value: peerSubnetsOf, filter: 'text', minWidth: 180 },
  ],
})
