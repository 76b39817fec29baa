import { clientCapacity, type P2cVpnGateway, type VpnServer } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Expiry } from '../../ui/Expiry.tsx'
import { Lines } from '../../ui/Lines.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { statusWords } from '../../ui/status-words.ts'
import type { Column } from '../../ui/table/columns.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { hasUsers, serverName, signInWords } from './server-words.ts'

type Around = {
  gatewayOf: (id: string | undefined) => P2cVpnGateway | undefined
  counts: ReadonlyMap<string, number>
}

export const serverColumns = (cloudId: string, { gatewayOf, counts }: Around): Column<VpnServer>[] => [
  {
    id: 'gateway',
    header: 'Gateway',
    value: (server) => serverName(server, gatewayOf(server.p2c_vgw_id)),
    cell: (server) => {
      const gateway = gatewayOf(server.p2c_vgw_id)
      return (
        <TwoLines
          first={
            <AppLink to={paths.vpnServer({ cloudId, serverId: server.id })}>{serverName(server, gateway)}</AppLink>
          }
          second={gateway?.eip?.ip_address}
        />
      )
    },
    filter: 'text',
    isRowHeader: true,
    minWidth: 130,
  },
  {
    id: 'status',
    header: 'Status',
    value: ({ status }) => statusWords('gateway', status).words,
    cell: ({ id, status }) => <StatusBadge of="gateway" id={id} status={status} />,
    filter: 'choice',
    minWidth: 125,
  },
  {
    id: 'client-cidr',
    header: 'Client CIDR',
    value: ({ client_cidr }) => client_cidr,
    cell: ({ client_cidr }) =>
      client_cidr === undefined ? (
        '–'
      ) : (
        <TwoLines
          first={<span className="mono">{client_cidr}</span>}
          second={`room for ${clientCapacity(client_cidr).toLocaleString('en')}`}
        />
      ),
    filter: 'text',
    minWidth: 150,
  },
  {
    id: 'sign-in',
    header: 'Sign-in',
    value: ({ client_auth_type }) => signInWords(client_auth_type),
    cell: ({ client_auth_type, idp_name }) => <TwoLines first={signInWords(client_auth_type)} second={idp_name} />,
    filter: 'choice',
    minWidth: 150,
  },
  {
    id: 'users',
    header: 'Users',
    value: ({ id }) => counts.get(id),
    cell: (server) => {
      const count = counts.get(server.id)
      if (!hasUsers(server)) return 'Not kept here'
      return count === undefined ? '–' : count.toLocaleString('en')
    },
    filter: 'number',
    minWidth: 90,
  },
  {
    id: 'certificate',
    header: 'Server certificate',
    value: ({ server_certificate }) => server_certificate?.expiration_time,
    cell: ({ server_certificate }) => (
      <TwoLines
        first={server_certificate?.name ?? '–'}
        second={server_certificate && <Expiry value={server_certificate.expiration_time} />}
      />
    ),
    minWidth: 160,
  },
  {
    id: 'local-subnets',
    header: 'Local subnets',
    value: ({ local_subnets }) => local_subnets,
    cell: ({ local_subnets = [] }) => <Lines values={local_subnets} />,
    filter: 'text',
    isHidden: 'narrow',
  },
  {
    id: 'port',
    header: 'Port',
    value: ({ ssl_options }) => ssl_options?.port,
    filter: 'number',
    isHidden: true,
  },
  {
    id: 'created',
    header: 'Created',
    value: ({ created_at }) => created_at,
    cell: ({ created_at }) => <Timestamp value={created_at} />,
    isHidden: true,
  },
  {
    id: 'id',
    header: 'Id',
    value: ({ id }) => id,
    cell: ({ id }) => <span className="mono">{id}</span>,
    filter: 'text',
    isHidden: true,
  },
]
