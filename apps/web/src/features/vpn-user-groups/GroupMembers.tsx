import type { VpnUserGroup, VpnUserInGroup } from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { nextPollMs, staleSince, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { AppLink } from '../../ui/AppLink.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { isDefaultGroup } from './group-form.ts'
import { groupMemberList, pollMs } from './group-queries.ts'
import { usersWords, type Member } from './member-moves.ts'

const AddMembers = lazy(() => import('./AddMembers.tsx'))
const MoveMembers = lazy(() => import('./MoveMembers.tsx'))

type GroupMembersProps = { serverId: string; group: VpnUserGroup; groups: readonly VpnUserGroup[] }

const columns: Column<VpnUserInGroup>[] = [
  { id: 'name', header: 'User', value: ({ id, name }) => name ?? id, filter: 'text', isRowHeader: true },
  { id: 'description', header: 'Description', value: ({ description }) => description, filter: 'text' },
]

/** Who is in a group; members are added, moved and taken out, one or many. */
export const GroupMembers = ({ serverId, group, groups }: GroupMembersProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const members = useQuery({
    ...groupMemberList(cloudId, serverId, group.id),
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<'add' | { move: readonly Member[] }>()
  const toMember = ({ id, name }: VpnUserInGroup): Member => ({ id, name: name ?? id, group })
  const chosen = (members.data ?? []).filter(({ id }) => selected.has(id)).map(toMember)
  const retry = () => void members.refetch()
  const notMovable = isDefaultGroup(group) ? undefined : denied('removeVpnUsersFromGroup')
  const close = () => {
    setDialog(undefined)
    setSelected(new Set())
  }
  const addButton = (
    <ActionButton
      variant="primary"
      onClick={() => setDialog('add')}
      disabledReason={
        denied('addVpnUsersToGroup') ??
        denied('listVpnUsers') ??
        (isDefaultGroup(group) ? 'Users come here when they are taken out of their group.' : undefined)
      }
    >
      Add users
    </ActionButton>
  )

  return (
    <SpaceBetween size="m">
      <AppLink to={`${paths.vpnServer({ cloudId, serverId })}?tab=groups`}>All user groups</AppLink>
      <ResourceTable
        id="group-members"
        urlPrefix="members-"
        words={{ one: 'member', many: 'members' }}
        items={members.data}
        error={members.error}
        onRetry={retry}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ id, name }) => name ?? id}
        sortedBy="name"
        selected={selected}
        onSelect={setSelected}
        empty={{ text: `Nobody is in ${group.name}.`, action: addButton }}
        actionsOf={(user) => [
          {
            id: 'move',
            text: 'Remove or move',
            onChoose: () => setDialog({ move: [toMember(user)] }),
            disabledReason: notMovable,
          },
        ]}
        header={
          <Header
            variant="h2"
            {...(members.data && { counter: `(${members.data.length})` })}
            description={isDefaultGroup(group) ? 'Everybody who is in no other group.' : (group.description ?? '')}
            actions={
              <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                <StaleNotice since={staleSince(members)} onRetry={retry} isRetrying={members.isFetching} />
                <ActionButton
                  onClick={() => setDialog({ move: chosen })}
                  disabledReason={notMovable ?? (chosen.length === 0 ? 'Choose members below first.' : undefined)}
                >
                  {chosen.length === 0 ? 'Remove or move' : `Remove or move ${usersWords(chosen.length)}`}
                </ActionButton>
                {addButton}
              </SpaceBetween>
            }
          >
            Members of {group.name}
          </Header>
        }
      />
      {dialog && (
        <Suspense>
          {dialog === 'add' ? (
            <AddMembers serverId={serverId} group={group} groups={groups} onClose={close} />
          ) : (
            <MoveMembers serverId={serverId} group={group} groups={groups} users={dialog.move} onClose={close} />
          )}
        </Suspense>
      )}
    </SpaceBetween>
  )
}
