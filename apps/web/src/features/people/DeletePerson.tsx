import type { PersonView } from '@vpn-console/api-client'
import { useMutation } from '@tanstack/react-query'
import { ownCall } from '../../api/console-call.ts'
import { isGone } from '../../api/gone.ts'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { forgetPerson } from './person-queries.ts'

type DeletePersonProps = { person: PersonView; onClose: () => void; onDeleted?: (() => void) | undefined }

/** Takes a person out of the console for good. */
export default function DeletePerson({ person: { id, name }, onClose, onDeleted }: DeletePersonProps) {
  const remove = useMutation({
    mutationFn: async () => {
      try {
        await ownCall('deletePerson', { params: { personId: id } })
      } catch (error) {
        // Another tab may have done it first.
        if (!isGone(error)) throw error
      }
    },
    onSuccess: () => {
      showFlash({ type: 'success', content: `${name} is deleted.` })
      onClose()
      onDeleted?.()
      void forgetPerson(id)
    },
  })
  return (
    <ConfirmDelete
      thing="person"
      name={name}
      asksForName
      consequence={`${name} is signed out at once and cannot come back. Roles and links go as well. What ${name} did stays in the audit. VPN users at the cloud are not touched.`}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
