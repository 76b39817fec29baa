import type { CloudAccountView } from '@vpn-console/api-client'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ownCall, ownQuery } from '../../api/console-call.ts'
import { isGone } from '../../api/gone.ts'
import { useConsoleDenied } from '../../api/session.ts'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { forgetAccount } from './account-queries.ts'
import { grantLossWords } from './grant-loss.ts'

type DeleteAccountProps = { account: CloudAccountView; onClose: () => void; onDeleted?: () => void }

export default function DeleteAccount({ account: { id, name }, onClose, onDeleted }: DeleteAccountProps) {
  const finish = () => {
    showFlash({
      type: 'success',
      content: `${name} is deleted. Delete its key at the cloud too, if nothing else uses it.`,
    })
    onClose()
    onDeleted?.()
    void forgetAccount(id)
  }
  const remove = useMutation({
    mutationFn: async () => {
      try {
        await ownCall('deleteCloudAccount', { params: { accountId: id } })
      } catch (error) {
        // Another tab may have deleted it first.
        if (!isGone(error)) throw error
      }
    },
    onSuccess: finish,
  })
  const isSeen = useConsoleDenied()('console:grants:list') === undefined
  const grants = useQuery({ ...ownQuery('listGrants', { query: { cloudId: id } }), enabled: isSeen })
  // A moment without a dialog is better than one that turns into another while somebody types.
  if (grants.isLoading) return null
  const loss = grantLossWords(grants.data?.grants ?? [])
  return (
    <ConfirmDelete
      thing="cloud account"
      name={name}
      asksForName
      consequence={
        <SpaceBetween size="xs">
          <div>
            Its keys are destroyed, and everything that was granted on it is taken: nobody sees this cloud in the
            console any more, and links to it lead nowhere. {loss}
          </div>
          <div>
            Nothing happens at the cloud. Its gateways and tunnels go on as they are, and they go on being paid for. The
            audit keeps what was done.
          </div>
        </SpaceBetween>
      }
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
