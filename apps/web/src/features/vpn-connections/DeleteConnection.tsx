import type { VpnConnection } from '@vpn-console/api-client'
import { useCloudId, useOperation } from '../../api/operation-query.ts'
import { followTask } from '../../api/tasks.ts'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { isGone } from '../../api/gone.ts'
import type { ConnectionContext } from '../../ui/connections/connection-rows.ts'
import { deleteConsequence } from './consequences.ts'

type DeleteConnectionProps = {
  connection: VpnConnection
  context: ConnectionContext
  onClose: () => void
  onSent?: (() => void) | undefined
}

export const DeleteConnection = ({ connection, context, onClose, onSent }: DeleteConnectionProps) => {
  const cloudId = useCloudId()
  const { id, name } = connection
  const remove = useOperation('deleteVpnConnection', {
    refreshes: ['listVpnConnections', 'showVpnConnection', 'showQuotasInfo'],
  })

  const finish = () => {
    followTask({ cloudId, kind: 'delete', resource: 'vpn-connection', resourceId: id, name })
    onClose()
    onSent?.()
  }

  const confirm = () =>
    remove.mutate(
      { params: { vpn_connection_id: id } },
      {
        onSuccess: finish,
        // A 404 is success: another tab may have deleted it first.
        onError: (error) => {
          if (isGone(error)) finish()
        },
      },
    )

  return (
    <ConfirmDelete
      thing="connection"
      name={name}
      asksForName
      consequence={deleteConsequence(connection, context)}
      isPending={remove.isPending}
      error={isGone(remove.error) ? null : remove.error}
      onClose={onClose}
      onConfirm={confirm}
    />
  )
}
