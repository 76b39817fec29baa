import type { CloudAccountView } from '@vpn-console/api-client'
import { useMutation } from '@tanstack/react-query'
import { ownCall } from '../../api/console-call.ts'
import { ConfirmAction } from '../../ui/ConfirmAction.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { renewAccounts } from './account-queries.ts'

type SwitchAccountProps = { account: CloudAccountView; onClose: () => void }

/** Takes an account out of use, or back into it. */
export default function SwitchAccount({ account: { id, name, state }, onClose }: SwitchAccountProps) {
  const isOn = state !== 'disabled'
  const change = useMutation({
    mutationFn: () => {
      const input = { params: { accountId: id } }
      return isOn ? ownCall('disableCloudAccount', input) : ownCall('enableCloudAccount', input)
    },
    onSuccess: async () => {
      showFlash({ type: 'success', content: isOn ? `${name} is disabled.` : `${name} is in use again.` })
      onClose()
      await renewAccounts()
    },
  })
  return (
    <ConfirmAction
      title={isOn ? `Disable ${name}` : `Enable ${name}`}
      consequence={
        isOn
          ? 'Nobody can use it in the console until it is enabled again, and nothing is collected from it meanwhile. Its keys and grants stay. At the cloud nothing changes: tunnels go on.'
          : 'Whoever it was granted to sees it again at once.'
      }
      actionText={isOn ? `Disable ${name}` : `Enable ${name}`}
      pendingText={isOn ? 'Disabling' : 'Enabling'}
      errorTitle={isOn ? `${name} was not disabled` : `${name} was not enabled`}
      isPending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    />
  )
}
