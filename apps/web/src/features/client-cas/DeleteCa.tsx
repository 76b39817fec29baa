import type { ClientCaCertificate, VpnServer } from '@vpn-console/api-client'
import { useOperation } from '../../api/operation-query.ts'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { isGone, lockedOut } from './ca-words.ts'

type DeleteCaProps = { server: VpnServer; ca: ClientCaCertificate; onClose: () => void }

export default function DeleteCa({ server, ca, onClose }: DeleteCaProps) {
  const remove = useOperation('deleteClientCa', {
    refreshes: ['listVpnServersByProject', 'listVpnServersByVgw', 'showClientCa'],
  })
  const finish = () => {
    showFlash({ type: 'success', content: `${ca.name} was deleted.` })
    onClose()
  }
  return (
    <ConfirmDelete
      thing="client CA"
      name={ca.name}
      asksForName={server.client_auth_type === 'CERT'}
      consequence={lockedOut(server, ca)}
      isPending={remove.isPending}
      // Gone is success: another tab may have deleted it first.
      error={isGone(remove.error) ? null : remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          { params: { vpn_server_id: server.id, client_ca_certificate_id: ca.id } },
          { onSuccess: finish, onError: (error) => isGone(error) && finish() },
        )
      }
    />
  )
}
