import type { UpgradeAction, VpnGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useCloudId, useOperation } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { followTask } from '../../../api/tasks.ts'
import { ConfirmAction } from '../../../ui/ConfirmAction.tsx'
import { upgradeTaskKinds, upgradeWords } from '../../../ui/jobs/upgrade-words.ts'
import { connectionList } from '../gateway-queries.ts'
import { consequences } from './upgrade-impact.ts'

type UpgradeDialogProps = { action: UpgradeAction; gateway: VpnGateway; onClose: () => void }

/** Asks before an upgrade is started, committed or rolled back, and names what it interrupts. */
export const UpgradeDialog = ({ action, gateway, onClose }: UpgradeDialogProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { id, name } = gateway
  const upgrade = useOperation('upgradeVpnGateway', { refreshes: ['showVgw', 'listVgws', 'listVpnGatewayJobs'] })
  const connections = useQuery({
    ...connectionList(cloudId, id),
    enabled: denied('listVpnConnections') === undefined,
  })
  // A moment without a dialog is better than one whose words change while somebody reads.
  if (connections.isLoading) return null
  const { title, button, pending, failed } = upgradeWords[action]

  const confirm = () =>
    upgrade.mutate(
      { params: { vgw_id: id }, body: { action } },
      {
        onSuccess: () => {
          followTask({ cloudId, kind: upgradeTaskKinds[action], resource: 'vpn-gateway', resourceId: id, name })
          onClose()
        },
      },
    )

  return (
    <ConfirmAction
      title={title(name)}
      consequence={consequences(action, name, connections.data).map((sentence) => (
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
