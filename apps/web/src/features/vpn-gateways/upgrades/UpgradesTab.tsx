import type { UpgradeAction, VpnGateway } from '@vpn-console/api-client'
import { useState } from 'react'
import { useCloudId } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { UpgradeJobs } from '../../../ui/jobs/UpgradeJobs.tsx'
import { UpgradeDialog } from './UpgradeDialog.tsx'

export default function UpgradesTab({ gateway }: { gateway: VpnGateway }) {
  const cloudId = useCloudId()
  const [action, setAction] = useState<UpgradeAction>()
  return (
    <>
      <UpgradeJobs
        id="gateway-upgrades"
        gateway={gateway}
        versionText="The cloud tells no version numbers, only whether there is a newer one."
        page={paths.vpnGateway({ cloudId, gatewayId: gateway.id })}
        list="listVpnGatewayJobs"
        upgrade="upgradeVpnGateway"
        remove="deleteVpnGatewayJob"
        onChoose={setAction}
      />
      {action && <UpgradeDialog action={action} gateway={gateway} onClose={() => setAction(undefined)} />}
    </>
  )
}
