import { mostUserGroups, serverRefuses, type VpnServer, type VpnUserGroup } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { nextPollMs, staleSince, useCloudId } from '../../api/operation-query.ts'
import { accessPolicyList, vpnUserGroupList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { groupColumns } from './group-columns.tsx'
import { groupRefuses } from './group-form.ts'
import { pollMs } from './group-queries.ts'
import { GroupMembers } from './GroupMembers.tsx'

const GroupForm = lazy(() => import('./GroupForm.tsx'))
const DeleteGroup = lazy(() => import('./DeleteGroup.tsx'))

/** The groups of a server: who is together, and what the policies let them reach. */
export default function GroupsTab({ server }: { server: VpnServer }) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const [search, change] = useSearchChange()
  const refused = denied('listVpnUserGroups')
  const groups = useQuery({
    ...vpnUserGroupList(cloudId, server.id),
    enabled: refused === undefined,
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  const { data: policies } = useQuery({
    ...accessPolicyList(cloudId, server.id),
    enabled: denied('listVpnAccessPolicies') === undefined,
  })
  const [deleting, setDeleting] = useState<VpnUserGroup>()
  const columns = useMemo(() => groupColumns(cloudId, server.id, policies), [cloudId, server.id, policies])
  const retry = () => void groups.refetch()

  if (refused !== undefined) return <Alert type="info">{refused}</Alert>
  const page = `${paths.vpnServer({ cloudId, serverId: server.id })}?tab=groups`
  const edit = search.get('edit') ?? ''
  const edited = groups.data?.find(({ id }) => id === edit)
  const opened = groups.data?.find(({ id }) => id === search.get('group'))
  if (opened && groups.data) {
    return (
      <KitWords>
        <GroupMembers serverId={server.id} group={opened} groups={groups.data} />
      </KitWords>
    )
  }

  const noMore =
    groups.data && groups.data.length >= mostUserGroups
      ? `A server has at most ${mostUserGroups} user groups.`
      : undefined
  const notCreatable = denied('createVpnUserGroup') ?? serverRefuses(server) ?? noMore
  const createButton = (
    <ActionButton variant="primary" onClick={() => change({ edit: 'new' })} disabledReason={notCreatable}>
      Create user group
    </ActionButton>
  )
  const isMissing = groups.data !== undefined && search.get('group') !== null

  return (
    <KitWords>
      <SpaceBetween size="m">
        {isMissing && (
          <Alert type="info" dismissible onDismiss={() => change({ group: '' })}>
            The user group that was to be shown is not there any more.
          </Alert>
        )}
        <ResourceTable
          id="vpn-user-groups"
          urlPrefix="groups-"
          words={{ one: 'user group', many: 'user groups' }}
          items={groups.data}
          error={groups.error}
          onRetry={retry}
          columns={columns}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          sortedBy="name"
          empty={{ text: 'Access policies say what the users of a group may reach.', action: createButton }}
          actionsOf={(group) => [
            { id: 'members', text: 'Members', to: `${page}&group=${encodeURIComponent(group.id)}` },
            {
              id: 'edit',
              text: 'Edit',
              onChoose: () => change({ edit: group.id }),
              disabledReason: denied('updateVpnUserGroup') ?? groupRefuses(group) ?? serverRefuses(server),
            },
            {
              id: 'delete',
              text: 'Delete',
              onChoose: () => setDeleting(group),
              disabledReason: denied('deleteVpnUserGroup') ?? groupRefuses(group) ?? serverRefuses(server),
            },
          ]}
          header={
            <Header
              variant="h2"
              {...(groups.data && { counter: `(${groups.data.length} of ${mostUserGroups})` })}
              description="A user is in one group only; what the group may reach is in its access policies."
              actions={
                <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                  <StaleNotice since={staleSince(groups)} onRetry={retry} isRetrying={groups.isFetching} />
                  {createButton}
                </SpaceBetween>
              }
            >
              User groups
            </Header>
          }
        />
      </SpaceBetween>
      <Suspense>
        {groups.data && (edit === 'new' || edited) && (
          <GroupForm
            key={edit}
            serverId={server.id}
            groups={groups.data}
            group={edited}
            back={page}
            disabledReason={
              edited ? (denied('updateVpnUserGroup') ?? groupRefuses(edited) ?? serverRefuses(server)) : notCreatable
            }
            onClose={() => change({ edit: '' })}
          />
        )}
        {deleting && <DeleteGroup serverId={server.id} group={deleting} onClose={() => setDeleting(undefined)} />}
      </Suspense>
    </KitWords>
  )
}
