import type { VpnGateway } from '@vpn-console/api-client'
import { useCloudId } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { UpgradeJobs } from '../../../ui/jobs/UpgradeJobs.tsx'
import { UpgradeDialog } from './UpgradeDialog.tsx'

export default function UpgradesTab({ gateway }: { gateway: VpnGateway }) {
  const cloudId = useCloudId()
  return (
    <UpgradeJobs
      id="gateway-upgrades"
      gateway={gateway}
      versionText="The cloud tells no version numbers, only whether there is a newer one."
      page={paths.vpnGateway({ cloudId, gatewayId: gateway.id })}
      list="listVpnGatewayJobs"
      upgrade="upgradeVpnGateway"
      remove="deleteVpnGatewayJob"
      dialogOf={(action, onClose) => <UpgradeDialog action={action} gateway={gateway} onClose={onClose} />}
    />
  )
}
