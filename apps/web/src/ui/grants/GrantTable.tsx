import type { GivenGrant } from '@vpn-console/api-client'
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import { useConsoleDenied } from '../../api/session.ts'
import { ResourceTable } from '../table/ResourceTable.tsx'
import { otherColumns, roleColumn, subjectColumn } from './grant-columns.tsx'
import { scopeWords } from './grant-words.ts'
import { useScopeNames } from './use-scope-names.ts'

const TakeRole = lazy(() => import('./TakeRole.tsx'))

type GrantTableProps = {
  /** What is the same in all rows, and so no column. */
  of: 'subject' | 'role'
  list: { data: { grants: GivenGrant[] } | undefined; error: Error | null; refetch: () => unknown }
  empty: { text: string; action?: ReactNode }
  header?: ReactNode
  tools?: ReactNode
}

/** Grants of one subject or of one role, each to be taken back. */
export const GrantTable = ({ of, list, empty, header, tools }: GrantTableProps) => {
  const denied = useConsoleDenied()
  const [taking, setTaking] = useState<GivenGrant>()
  const grants = list.data?.grants
  const scopes = useMemo(() => grants?.map(({ scope }) => scope) ?? [], [grants])
  const names = useScopeNames(scopes)
  const columns = useMemo(() => [of === 'subject' ? roleColumn : subjectColumn, ...otherColumns(names)], [of, names])
  return (
    <>
      <ResourceTable
        id={of === 'subject' ? 'roles-of-subject' : 'subjects-of-role'}
        urlPrefix="grants-"
        words={{ one: 'grant', many: 'grants' }}
        items={grants}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ roleName, subject, scope }) =>
          `${of === 'subject' ? roleName : subject.name}, ${scopeWords(scope, names)}`
        }
        sortedBy={of === 'subject' ? 'role' : 'subject'}
        empty={empty}
        error={list.error}
        onRetry={() => void list.refetch()}
        actionsOf={(grant) => [
          {
            id: 'take',
            text: `Take ${grant.roleName} from ${grant.subject.name}`,
            onChoose: () => setTaking(grant),
            disabledReason: denied('console:grants:take'),
          },
        ]}
        header={header}
        tools={tools}
      />
      {taking && (
        <Suspense>
          <TakeRole grant={taking} where={scopeWords(taking.scope, names)} onClose={() => setTaking(undefined)} />
        </Suspense>
      )}
    </>
  )
}
