import type { GivenGrant } from '@vpn-console/api-client'
import { useMutation } from '@tanstack/react-query'
import { isGone } from '../../api/gone.ts'
import { ownCall, renew } from '../../api/console-call.ts'
import { ConfirmAction } from '../ConfirmAction.tsx'
import { showFlash } from '../flashes.ts'

type TakeRoleProps = { grant: GivenGrant; where: string; onClose: () => void }

/** Takes a role from somebody, after asking. */
export default function TakeRole({ grant, where, onClose }: TakeRoleProps) {
  const { subject, roleName } = grant
  const done = () => {
    void renew('listGrants', 'listRoles', 'showRole')
    showFlash({ type: 'success', content: `${subject.name} has the role ${roleName} no more (${where}).` })
    onClose()
  }
  const take = useMutation({
    mutationFn: () => ownCall('takeGrant', { params: { grantId: grant.id } }),
    onSuccess: done,
    // Somebody else may have taken it first.
    onError: (error) => {
      if (isGone(error)) done()
    },
  })
  return (
    <ConfirmAction
      title={`Take the role ${roleName} from ${subject.name}`}
      consequence={
        subject.type === 'group'
          ? `Everybody who came with the group ${subject.name} loses it at once: ${where}.`
          : `${subject.name} loses it at once, also in a window that is open: ${where}.`
      }
      actionText="Take role"
      pendingText="Taking the role"
      errorTitle={`${subject.name} still has the role`}
      isPending={take.isPending}
      error={isGone(take.error) ? null : take.error}
      onConfirm={() => take.mutate()}
      onClose={onClose}
    />
  )
}
