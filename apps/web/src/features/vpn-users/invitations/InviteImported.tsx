import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCloudId } from '../../../api/operation-query.ts'
import { vpnUserList } from '../../../api/p2c-lists.ts'
import { useDenied } from '../../../api/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { FormError } from '../../../ui/FormError.tsx'
import { countUsers } from '../user-words.ts'
import InviteUsers from './InviteUsers.tsx'

type InviteImportedProps = { serverId: string; names: readonly string[] }

/** After an import: links instead of passwords that would have to be handed out. */
export default function InviteImported({ serverId, names }: InviteImportedProps) {
  const denied = useDenied()
  const [isOpen, setOpen] = useState(false)
  // The import told names; their ids are in the list, read after it.
  const users = useQuery({ ...vpnUserList(useCloudId(), serverId), enabled: isOpen, staleTime: 0 })
  const wanted = new Set(names)
  const imported = users.data?.filter(({ name }) => wanted.has(name)) ?? []
  const isReady = isOpen && users.isFetchedAfterMount && imported.length > 0
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="With a link each user sets a password of his own, and nobody has to hand out one."
          actions={
            <ActionButton
              loading={isOpen && users.isFetching}
              loadingText="Reading the users"
              disabledReason={denied('resetVpnUserPassword')}
              onClick={() => setOpen(true)}
            >
              Invite {countUsers(names.length)}
            </ActionButton>
          }
        >
          Invitations
        </Header>
      }
    >
      {users.error ? (
        <FormError title="The users could not be read" error={users.error} />
      ) : (
        'The links are shown once, with a sheet of names and links to download.'
      )}
      {isReady && !users.isFetching && (
        <InviteUsers serverId={serverId} users={imported} onClose={() => setOpen(false)} />
      )}
    </Container>
  )
}
