import type { ShownRole } from '@vpn-console/api-client'
import { useMutation } from '@tanstack/react-query'
import { ownCall, renew } from '../../api/console-call.ts'
import { isGone } from '../../api/gone.ts'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { showFlash } from '../../ui/flashes.ts'

type DeleteRoleProps = { role: ShownRole; onClose: () => void; onDeleted?: () => void }

export default function DeleteRole({ role: { id, name }, onClose, onDeleted }: DeleteRoleProps) {
  const done = () => {
    showFlash({ type: 'success', content: `The role ${name} was deleted.` })
    onClose()
    onDeleted?.()
    void renew('listRoles')
  }
  const remove = useMutation({
    mutationFn: () => ownCall('deleteRole', { params: { roleId: id } }),
    onSuccess: done,
    // A 404 is success: another tab may have deleted it first.
    onError: (error) => {
      if (isGone(error)) done()
    },
  })
  return (
    <ConfirmDelete
      thing="role"
      name={name}
      consequence="Nobody has it now. To have it again, it has to be made anew."
      isPending={remove.isPending}
      error={isGone(remove.error) ? null : remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
