import { p2cGatewayRefuses, type OperationName, type P2cVpnGateway } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import type { MenuAction } from '../../ui/Menu.tsx'

type Denied = (name: OperationName) => string | undefined

const upgradeAction = ({ status, upgrade_info }: P2cVpnGateway): string => {
  if (status === 'PENDING_UPGRADE_CONFIRM') return 'Commit or roll back the upgrade'
  return upgrade_info === 'ready' || upgrade_info === 'expiring soon' ? 'Upgrade' : 'Show upgrades'
}

/** What can be done with a gateway beyond editing and deleting it. */
export const moreActions = (cloudId: string, gateway: P2cVpnGateway, denied: Denied): MenuAction[] => {
  const of = { cloudId, p2cGatewayId: gateway.id }
  const page = paths.p2cGateway(of)
  return [
    {
      id: 'eip',
      text: gateway.eip ? 'Exchange the EIP' : 'Bind an EIP',
      to: paths.p2cGatewayEip(of),
      disabledReason: denied('updateP2cVgw') ?? p2cGatewayRefuses('update', gateway),
    },
    {
      id: 'log',
      text: 'Set up the connection log',
      to: `${page}?tab=log`,
      disabledReason: denied('showVpnConnectionsLogConfig'),
    },
    {
      id: 'upgrades',
      text: upgradeAction(gateway),
      to: `${page}?tab=upgrades`,
      disabledReason: denied('listP2cVpnGatewayJobs'),
    },
  ]
}
