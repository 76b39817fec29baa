import { isConsoleAction, type ShownRole } from '@vpn-console/api-client'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { isGone } from '../../api/gone.ts'
import { load, useLive } from '../../api/operation-query.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { GrantTable } from '../../ui/grants/GrantTable.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { copyOf, deleteRefusal, editRefusal } from './role-actions.ts'
import { PatternList } from './PatternList.tsx'
import { grantsOfRole, roleQuery } from './role-queries.ts'
import { mayWords } from './role-rows.ts'
import { RoleOperations } from './RoleOperations.tsx'

const DeleteRole = lazy(() => import('./DeleteRole.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, roleQuery(params['roleId'] ?? ''))

export const crumb = function RoleCrumb() {
  const { roleId = '' } = useParams()
  return useQuery(roleQuery(roleId)).data?.name ?? 'Role'
}

const GivenTo = ({ role }: { role: ShownRole }) => {
  const list = useQuery(grantsOfRole(role.id))
  return (
    <GrantTable
      of="role"
      list={list}
      empty={{ text: 'Nobody has this role. It is given on the page of a person, or to a group at Sign-on.' }}
    />
  )
}

export default function RolePage() {
  const { roleId = '' } = useParams()
  const navigate = useNavigate()
  const denied = useConsoleDenied()
  const live = useLive(roleQuery(roleId), () => false)
  const [isDeleting, setDeleting] = useState(false)
  // Deleted elsewhere while somebody looks at it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const role = live.data
  const { name, description, isBuiltIn, actions } = role
  const isOfConsole = actions.some(isConsoleAction)

  return (
    <KitWords>
      <PageHeader
        title={name}
        description={`${description} ${isBuiltIn ? 'Built in.' : ''}`.trim() || 'Role'}
        actions={
          <>
            <StaleNotice since={live.staleSince} onRetry={() => void live.refetch()} isRetrying={live.isFetching} />
            <ActionButton
              to={paths.roleEdit(roleId)}
              disabledReason={denied('console:roles:update') ?? editRefusal(role)}
            >
              Edit
            </ActionButton>
            <ActionButton to={copyOf(role)} disabledReason={denied('console:roles:create')}>
              Create a role from it
            </ActionButton>
            <ActionButton
              onClick={() => setDeleting(true)}
              disabledReason={denied('console:roles:delete') ?? deleteRefusal(role)}
            >
              Delete
            </ActionButton>
          </>
        }
      />
      <DetailTabs
        label={`Parts of ${name}`}
        tabs={[
          {
            id: 'operations',
            label: 'What it may do',
            content: (
              <SpaceBetween size="m">
                <div>
                  {mayWords(role)}, wherever it is given.{' '}
                  {isOfConsole && 'What it may do with the console itself holds only where it is given for everything.'}
                </div>
                <PatternList patterns={actions} />
                <RoleOperations role={role} />
              </SpaceBetween>
            ),
          },
          {
            id: 'grants',
            label: `Given to (${role.grants})`,
            content: <GivenTo role={role} />,
            disabledReason: denied('console:grants:list'),
          },
        ]}
      />
      {isDeleting && (
        <Suspense>
          <DeleteRole role={role} onClose={() => setDeleting(false)} onDeleted={() => void navigate(paths.roles())} />
        </Suspense>
      )}
    </KitWords>
  )
}
