import type { VpnConnection } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { connectionColumns } from '../../ui/table/connection-columns.tsx'

/** What a customer gateway's page tells of the connections on it. */
export const customerGatewayConnectionColumns = (
  cloudId: string,
  gatewayName: (id: string) => string,
): Column<VpnConnection>[] => [
  ...connectionColumns(cloudId).first,
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
  ...connectionColumns(cloudId).last,
]
