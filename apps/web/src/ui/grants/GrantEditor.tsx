import Header from '@cloudscape-design/components/header'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ownQuery } from '../../api/console-call.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { ActionButton } from '../ActionButton.tsx'
import { GrantTable } from './GrantTable.tsx'
import type { GrantSubject } from './subject.ts'

const GiveRole = lazy(() => import('./GiveRole.tsx'))

/** The roles of a person or a group: shown, given and taken back. */
export const GrantEditor = ({ subject }: { subject: GrantSubject }) => {
  const denied = useConsoleDenied()
  const [isGiving, setGiving] = useState(false)
  const listDenied = denied('console:grants:list')
  const rolesDenied = denied('console:roles:list')
  const list = useQuery({
    ...ownQuery('listGrants', { query: { subjectType: subject.type, subject: subject.id } }),
    enabled: listDenied === undefined,
  })
  const roles = useQuery({ ...ownQuery('listRoles', {}), enabled: rolesDenied === undefined }).data?.roles
  if (listDenied !== undefined) return <p>{listDenied}</p>

  const give = (
    <ActionButton
      onClick={() => setGiving(true)}
      disabledReason={
        denied('console:grants:give') ??
        rolesDenied ??
        (roles && list.data ? undefined : 'The roles are not loaded yet.')
      }
    >
      Give a role
    </ActionButton>
  )
  return (
    <>
      <GrantTable
        of="subject"
        list={list}
        header={<Header variant="h2">Roles</Header>}
        tools={give}
        empty={{ text: `${subject.name} may do nothing yet: a role says what, and where.` }}
      />
      {isGiving && roles && (
        <Suspense>
          <GiveRole subject={subject} roles={roles} grants={list.data?.grants ?? []} onClose={() => setGiving(false)} />
        </Suspense>
      )}
    </>
  )
}
