import type { P2cVpnGateway, UpgradeAction } from '@vpn-console/api-client'
import { useState } from 'react'
import { useCloudId } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { UpgradeJobs } from '../../../ui/jobs/UpgradeJobs.tsx'
import { P2cUpgradeDialog } from './P2cUpgradeDialog.tsx'

export default function P2cUpgradesTab({ gateway }: { gateway: P2cVpnGateway }) {
  const cloudId = useCloudId()
  const [action, setAction] = useState<UpgradeAction>()
  return (
    <>
      <UpgradeJobs
        id="p2c-gateway-upgrades"
        gateway={gateway}
        versionText={`Version ${gateway.version ?? 'not told'}. The cloud tells only whether there is a newer one.`}
        page={paths.p2cGateway({ cloudId, p2cGatewayId: gateway.id })}
        list="listP2cVpnGatewayJobs"
        upgrade="upgradeP2cVpnGateway"
        remove="deleteP2cVpnGatewayJob"
        onChoose={setAction}
      />
      {action && <P2cUpgradeDialog action={action} gateway={gateway} onClose={() => setAction(undefined)} />}
    </>
  )
}
