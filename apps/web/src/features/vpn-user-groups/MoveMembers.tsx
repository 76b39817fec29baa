import type { VpnUserGroup } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useDenied } from '../../api/session.ts'
import { isDefaultGroup } from './group-form.ts'
import { usersWords, type Member } from './member-moves.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { useMoves } from './use-moves.ts'

type MoveMembersProps = {
  serverId: string
  group: VpnUserGroup
  groups: readonly VpnUserGroup[]
  users: readonly Member[]
  onClose: () => void
}

const whom = (users: readonly Member[]) => (users.length === 1 ? (users[0]?.name ?? '') : usersWords(users.length))

/** Moves members of a group to another one; the default group is for taking them out. */
export default function MoveMembers({ serverId, group, groups, users: given, onClose }: MoveMembersProps) {
  const denied = useDenied()
  // Those that were chosen when it was opened: the list loses them as they are moved.
  const [users] = useState(given)
  const others = groups.filter(({ id }) => id !== group.id)
  const [targetId, setTargetId] = useState(others.find(isDefaultGroup)?.id ?? '')
  const target = others.find(({ id }) => id === targetId)
  const moves = useMoves(serverId, groups)
  const isRemoval = target !== undefined && isDefaultGroup(target)

  return (
    <MoveDialog
      title={`Move ${whom(users)} out of ${group.name}`}
      submitText={isRemoval ? `Remove from ${group.name}` : `Move to ${target?.name ?? 'another group'}`}
      disabledReason={
        (isDefaultGroup(group) ? undefined : denied('removeVpnUsersFromGroup')) ??
        (isRemoval ? undefined : denied('addVpnUsersToGroup')) ??
        (target ? undefined : others.length === 0 ? 'There is no other group.' : 'Choose a group first.')
      }
      moves={moves}
      users={users}
      target={target}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <FormField label="To" description="A user is in one group only. Who is in no other is in the default group.">
          <Select
            selectedOption={target ? { value: target.id, label: target.name } : null}
            options={others.map((one) => ({
              value: one.id,
              label: one.name,
              description: isDefaultGroup(one) ? `Only takes them out of ${group.name}` : (one.description ?? ''),
            }))}
            placeholder="Choose a group"
            filteringType="auto"
            filteringAriaLabel="Find a group"
            onChange={({ detail }) => setTargetId(detail.selectedOption.value ?? '')}
          />
        </FormField>
        <Alert type="warning">
          {whom(users)} {users.length === 1 ? 'loses' : 'lose'} what the policies of {group.name} allow
          {target ? `, and ${users.length === 1 ? 'gets' : 'get'} what those of ${target.name} do` : ''}.
        </Alert>
      </SpaceBetween>
    </MoveDialog>
  )
}
