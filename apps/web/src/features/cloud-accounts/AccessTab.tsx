import type { CloudAccountView, GivenGrant } from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ownQuery } from '../../api/console-call.ts'
import { otherColumns, roleColumn, subjectColumn } from '../../ui/grants/grant-columns.tsx'
import { useScopeNames } from '../../ui/grants/use-scope-names.ts'
import type { Column } from '../../ui/table/columns.ts'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'

const { isRowHeader: _, ...roleCell } = roleColumn
const firstColumns: Column<GivenGrant>[] = [subjectColumn, roleCell]

/** Who may do something on this cloud, beside those who may everywhere. */
export default function AccessTab({ account: { id, name } }: { account: CloudAccountView }) {
  const grants = useQuery(ownQuery('listGrants', { query: { cloudId: id } }))
  const items = grants.data?.grants
  const scopes = useMemo(() => items?.map(({ scope }) => scope) ?? [], [items])
  const names = useScopeNames(scopes)
  const columns = useMemo(() => [...firstColumns, ...otherColumns(names)], [names])
  return (
    <ResourceTable
      id="access-to-account"
      urlPrefix="access-"
      words={{ one: 'grant', many: 'grants' }}
      items={items}
      columns={columns}
      idOf={(grant) => grant.id}
      nameOf={({ roleName, subject }) => `${roleName} of ${subject.name}`}
      sortedBy="subject"
      error={grants.error}
      onRetry={() => void grants.refetch()}
      header={
        <Header
          variant="h2"
          description={`Roles that were given for ${name} alone. Who has a role everywhere has it here too.`}
        >
          Access
        </Header>
      }
      empty={{ text: 'Nobody was given a role for this cloud alone. Roles are given on the page of a person.' }}
    />
  )
}
