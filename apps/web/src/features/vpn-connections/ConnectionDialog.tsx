import type { VpnConnection } from '@vpn-console/api-client'
import type { OpenDialog } from './connection-actions.ts'
import type { ConnectionContext } from '../../ui/connections/connection-rows.ts'
import { DeleteConnection } from './DeleteConnection.tsx'
import { ResetConnection } from './ResetConnection.tsx'

type ConnectionDialogProps = {
  action: OpenDialog
  connection: VpnConnection
  context: ConnectionContext
  onClose: () => void
  /** After a delete was accepted. */
  onDeleted?: () => void
}

/** The dialog of the action that somebody chose for a connection. */
export default function ConnectionDialog({ action, onDeleted, ...rest }: ConnectionDialogProps) {
  return action === 'reset' ? <ResetConnection {...rest} /> : <DeleteConnection {...rest} onSent={onDeleted} />
}
