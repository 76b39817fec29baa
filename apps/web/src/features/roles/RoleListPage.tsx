import type { ShownRole } from '@vpn-console/api-client'
import { lazy, Suspense, useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { load, useLive } from '../../api/operation-query.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { AppLink } from '../../ui/AppLink.tsx'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { copyOf, deleteRefusal, editRefusal } from './role-actions.ts'
import { roleList } from './role-queries.ts'
import { countOf, mayWords } from './role-rows.ts'

const DeleteRole = lazy(() => import('./DeleteRole.tsx'))
const MatrixTab = lazy(() => import('./MatrixTab.tsx'))

const columns: Column<ShownRole>[] = [
  {
    id: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ id, name }) => <AppLink to={paths.role(id)}>{name}</AppLink>,
    filter: 'text',
    isRowHeader: true,
    minWidth: 130,
  },
  { id: 'description', header: 'Description', value: ({ description }) => description, filter: 'text', minWidth: 260 },
  {
    id: 'may',
    header: 'May do',
    value: mayWords,
    sortBy: (role) => countOf(role).clouds + countOf(role).console,
    minWidth: 170,
  },
  { id: 'grants', header: 'Given', value: ({ grants }) => grants, filter: 'number' },
  { id: 'kind', header: 'Kind', value: ({ isBuiltIn }) => (isBuiltIn ? 'Built in' : 'Own'), filter: 'choice' },
  {
    id: 'id',
    header: 'Id',
    value: ({ id }) => id,
    cell: ({ id }) => <span className="mono">{id}</span>,
    filter: 'text',
    isHidden: true,
  },
]

export const clientLoader = ({ request }: LoaderFunctionArgs) => load(request, roleList)

export default function RoleListPage() {
  const denied = useConsoleDenied()
  const live = useLive(roleList, () => false)
  const [deleting, setDeleting] = useState<ShownRole>()
  const { roles } = live.data
  const create = (
    <ActionButton variant="primary" to={paths.roleNew()} disabledReason={denied('console:roles:create')}>
      Create role
    </ActionButton>
  )
  const list = (
    <ResourceTable
      id="roles"
      words={{ one: 'role', many: 'roles' }}
      items={roles}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      sortedBy="kind"
      empty={{ text: 'A role says what somebody may do.', action: create }}
      actionsOf={(role) => [
        {
          id: 'edit',
          text: 'Edit',
          to: paths.roleEdit(role.id),
          disabledReason: denied('console:roles:update') ?? editRefusal(role),
        },
        {
          id: 'copy',
          text: 'Create a role from it',
          to: copyOf(role),
          disabledReason: denied('console:roles:create'),
        },
        {
          id: 'delete',
          text: 'Delete',
          onChoose: () => setDeleting(role),
          disabledReason: denied('console:roles:delete') ?? deleteRefusal(role),
        },
      ]}
    />
  )
  return (
    <KitWords>
      <PageHeader
        title="Roles"
        count={String(roles.length)}
        description="What somebody may do, in the cloud’s own words. Roles are given to people and groups, for everything or for a part."
        actions={
          <>
            <StaleNotice since={live.staleSince} onRetry={() => void live.refetch()} isRetrying={live.isFetching} />
            {create}
          </>
        }
      />
      <DetailTabs
        label="Views of the roles"
        tabs={[
          { id: 'roles', label: 'Roles', content: list },
          { id: 'matrix', label: 'Who may do what', content: <MatrixTab roles={roles} /> },
        ]}
      />
      {deleting && (
        <Suspense>
          <DeleteRole role={deleting} onClose={() => setDeleting(undefined)} />
        </Suspense>
      )}
    </KitWords>
  )
}
