import type { VpnUser, VpnUserGroup } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { vpnUserList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'
import type { Column } from '../../ui/table/columns.ts'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { usersWords, type Member } from './member-moves.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { useMoves } from './use-moves.ts'

type AddMembersProps = {
  serverId: string
  group: VpnUserGroup
  groups: readonly VpnUserGroup[]
  onClose: () => void
}

const columns: Column<VpnUser>[] = [
  { id: 'name', header: 'User', value: ({ name }) => name, filter: 'text', isRowHeader: true },
  { id: 'group', header: 'In group', value: ({ user_group_name }) => user_group_name, filter: 'choice' },
  { id: 'description', header: 'Description', value: ({ description }) => description, filter: 'text' },
]

const toMember = ({ id, name, user_group_id, user_group_name }: VpnUser): Member => ({
  id,
  name: name ?? id,
  ...(user_group_id !== undefined && { group: { id: user_group_id, name: user_group_name ?? user_group_id } }),
})

/** Chooses users of the server for a group; those of another group are moved. */
export default function AddMembers({ serverId, group, groups, onClose }: AddMembersProps) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const users = useQuery(vpnUserList(cloudId, serverId))
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const moves = useMoves(serverId, groups)
  const others = useMemo(
    () => users.data?.filter(({ user_group_id }) => user_group_id !== group.id),
    [users.data, group],
  )
  const chosen = (others ?? []).filter(({ id }) => selected.has(id)).map(toMember)
  const custom = new Set(groups.filter(({ type }) => type !== 'Default').map(({ id }) => id))
  const moving = chosen.filter((user) => user.group && custom.has(user.group.id))

  return (
    <MoveDialog
      title={`Add users to ${group.name}`}
      size="large"
      submitText={chosen.length === 0 ? 'Add users' : `Add ${usersWords(chosen.length)}`}
      disabledReason={
        denied('addVpnUsersToGroup') ??
        (chosen.length === 0 ? 'Choose users first.' : undefined) ??
        (moving.length > 0 ? denied('removeVpnUsersFromGroup') : undefined)
      }
      moves={moves}
      users={chosen}
      target={group}
      onClose={onClose}
    >
      <ResourceTable
        id="users-to-add"
        urlPrefix="add-"
        words={{ one: 'user', many: 'users' }}
        items={others}
        error={users.error}
        onRetry={() => void users.refetch()}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ id, name }) => name ?? id}
        sortedBy="name"
        selected={selected}
        onSelect={setSelected}
        empty={{ text: `All users of the server are in ${group.name}.` }}
        header={
          <output>
            {moving.length > 0 &&
              `${usersWords(moving.length)} ${moving.length === 1 ? 'is' : 'are'} in another group and will be taken out of it first: a user is in one group only.`}
          </output>
        }
      />
    </MoveDialog>
  )
}
