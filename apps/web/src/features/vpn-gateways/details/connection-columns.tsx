import type { VpnConnection, VpnGateway } from '@vpn-console/api-client'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { connectionColumns } from '../../../ui/table/connection-columns.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'

/** The address behind an end of the gateway: a connection names an EIP by its id. */
const endOf = ({ eip1, eip2 }: VpnGateway, end: string) =>
  [eip1, eip2].find((eip) => eip?.id === end)?.ip_address ?? end

/** What a gateway's page tells of the connections on it. */
export const gatewayConnectionColumns = (
  cloudId: string,
  gateway: VpnGateway,
  customerGatewayName: (id: string) => string,
): Column<VpnConnection>[] => [
  ...connectionColumns(cloudId).first,
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
  ...connectionColumns(cloudId).last,
  {
    id: 'created',
    header: 'Created',
    value: ({ created_at }) => created_at,
    cell: ({ created_at }) => <Timestamp value={created_at} />,
    minWidth: 130,
  },
]
