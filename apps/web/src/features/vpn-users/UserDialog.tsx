import type { VpnUser } from '@vpn-console/api-client'
import { lazy, useState } from 'react'
import { DeleteSeveral, DeleteUser } from './DeleteUsers.tsx'
import type { OnlineUsers } from './online.ts'
import { ResetPassword } from './ResetPassword.tsx'

const InviteUsers = lazy(() => import('./invitations/InviteUsers.tsx'))

type UserDialogProps = {
  action: 'delete' | 'reset' | 'invite'
  serverId: string
  /** Those it is about, as far as they are still there. */
  users: readonly VpnUser[]
  online: OnlineUsers | undefined
  onClose: () => void
  onDeleted: () => void
}

/** The dialog of the action that somebody chose for one user or several. */
export default function UserDialog({ action, users, ...rest }: UserDialogProps) {
  // Who is gone meanwhile still has a name: the dialog stays what it was opened for.
  const [chosen] = useState(() => users)
  const [first] = chosen
  const [wasSeveral] = useState(() => users.length > 1)
  if (!first) return null
  if (action === 'reset') return <ResetPassword serverId={rest.serverId} user={first} onClose={rest.onClose} />
  if (action === 'invite') return <InviteUsers serverId={rest.serverId} users={chosen} onClose={rest.onClose} />
  return wasSeveral ? <DeleteSeveral {...rest} users={users} /> : <DeleteUser {...rest} user={first} />
}
