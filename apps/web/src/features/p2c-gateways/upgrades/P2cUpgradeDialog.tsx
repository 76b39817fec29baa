import type { P2cVpnGateway, UpgradeAction } from '@vpn-console/api-client'
import { useCloudId, useOperation } from '../../../api/operation-query.ts'
import { followTask } from '../../../api/tasks.ts'
import { ConfirmAction } from '../../../ui/ConfirmAction.tsx'
import { upgradeTaskKinds, upgradeWords } from '../../../ui/jobs/upgrade-words.ts'
import { consequences } from './upgrade-impact.ts'

type P2cUpgradeDialogProps = { action: UpgradeAction; gateway: P2cVpnGateway; onClose: () => void }

/** Asks before an upgrade is started, committed or rolled back, and names what it interrupts. */
export const P2cUpgradeDialog = ({ action, gateway, onClose }: P2cUpgradeDialogProps) => {
  const cloudId = useCloudId()
  const { id, name } = gateway
  const upgrade = useOperation('upgradeP2cVpnGateway', {
    refreshes: ['showP2cVgw', 'listP2cVgws', 'listP2cVpnGatewayJobs'],
  })
  const { title, button, pending, failed } = upgradeWords[action]

  const confirm = () =>
    upgrade.mutate(
      { params: { p2c_vgw_id: id }, body: { action } },
      {
        onSuccess: () => {
          followTask({ cloudId, kind: upgradeTaskKinds[action], resource: 'p2c-gateway', resourceId: id, name })
          onClose()
        },
      },
    )

  return (
    <ConfirmAction
      title={title(name)}
      consequence={consequences(action, gateway).map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
      actionText={button}
      pendingText={pending}
      errorTitle={failed(name)}
      isPending={upgrade.isPending}
      error={upgrade.error}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}
