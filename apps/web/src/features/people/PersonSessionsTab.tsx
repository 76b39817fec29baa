import type { PersonView } from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import { useQuery } from '@tanstack/react-query'
import { useConsoleDenied } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { SessionTable } from '../../ui/sign-ins/SessionTable.tsx'
import { sessionList } from './person-queries.ts'

const pollMs = 30_000

/** Where a person is signed in, to be ended all at once. */
export default function PersonSessionsTab({ person, onSignOut }: { person: PersonView; onSignOut: () => void }) {
  const denied = useConsoleDenied()
  const list = useQuery({ ...sessionList(person.id), refetchInterval: pollMs })
  const none = list.data?.sessions.length === 0 ? `${person.name} is not signed in.` : undefined
  return (
    <SessionTable
      id="person-sessions"
      list={list}
      header={<Header variant="h2">Sessions</Header>}
      empty={`${person.name} is not signed in.`}
      tools={
        <ActionButton onClick={onSignOut} disabledReason={denied('console:people:signOut') ?? none}>
          Sign out everywhere
        </ActionButton>
      }
    />
  )
}
