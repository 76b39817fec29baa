import { gatewayRefuses, takesPolicyTemplate, type OperationName, type VpnGateway } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import type { MenuAction } from '../../ui/Menu.tsx'

type Denied = (name: OperationName) => string | undefined

const upgradeAction = ({ status, upgrade_info }: VpnGateway): string => {
  if (status === 'PENDING_UPGRADE_CONFIRM') return 'Commit or roll back the upgrade'
  return upgrade_info === 'ready' || upgrade_info === 'expiring soon' ? 'Upgrade' : 'Show upgrades'
}

/** What can be done with a gateway beyond editing and deleting it, each on a page of its own. */
export const moreActions = (cloudId: string, gateway: VpnGateway, denied: Denied): MenuAction[] => {
  const of = { cloudId, gatewayId: gateway.id }
  const busy = gatewayRefuses('update', gateway)
  const page = paths.vpnGateway(of)
  return [
    {
      id: 'specification',
      text: 'Change the specification',
      to: paths.vpnGatewaySpecification(of),
      disabledReason: denied('updatePostpaidVgwSpecification') ?? gatewayRefuses('changeSpecification', gateway),
    },
    ...(takesPolicyTemplate(gateway.flavor)
      ? [
          {
            id: 'policy-template',
            text: 'Edit the policy template',
            to: paths.vpnGatewayPolicyTemplate(of),
            disabledReason: denied('updateVgw') ?? busy,
          },
        ]
      : []),
    ...(gateway.flavor === 'GM'
      ? [
          {
            id: 'certificate',
            text: 'Show the certificates',
            to: `${page}?tab=certificate`,
            disabledReason: denied('showVpnGatewayCertificate'),
          },
        ]
      : []),
    {
      id: 'upgrades',
      text: upgradeAction(gateway),
      to: `${page}?tab=upgrades`,
      disabledReason: denied('listVpnGatewayJobs'),
    },
  ]
}
