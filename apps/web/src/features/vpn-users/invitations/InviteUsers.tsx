import { mostInvitationsAtOnce, type VpnUser } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import { countUsers } from '../user-words.ts'
import { InviteDialog } from './InviteDialog.tsx'

type InviteUsersProps = { serverId: string; users: readonly Pick<VpnUser, 'id' | 'name'>[]; onClose: () => void }

const tooMany = `Choose ${mostInvitationsAtOnce} users at most; the others follow with the next links.`

/** Makes links with which users of a server set their own passwords and fetch their profiles. */
export default function InviteUsers({ serverId, users, onClose }: InviteUsersProps) {
  const [first] = users
  const whom = users.length === 1 && first ? first.name : countUsers(users.length)
  return (
    <InviteDialog
      serverId={serverId}
      title={`Invite ${whom}`}
      who={{ vpnUserIds: users.map(({ id }) => id) }}
      disabledReason={users.length > mostInvitationsAtOnce ? tooMany : undefined}
      onClose={onClose}
    >
      <Box>
        With a link a user sets a password of his own, once, and then fetches the profile for his device. The password
        he has now stays until then. Earlier links of the same users end. The console sends nothing: hand the links out
        yourself.
      </Box>
    </InviteDialog>
  )
}
