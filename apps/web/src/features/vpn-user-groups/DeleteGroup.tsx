import type { VpnAccessPolicy, VpnUserGroup } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useCloudId, useOperation } from '../../api/operation-query.ts'
import { accessPolicyList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { isGone, readsOfMembers } from './group-queries.ts'
import { usersWords } from './member-moves.ts'

type DeleteGroupProps = { serverId: string; group: VpnUserGroup; onClose: () => void }

type InTheWayProps = DeleteGroupProps & { policies: readonly VpnAccessPolicy[] }

const PoliciesInTheWay = ({ serverId, group, policies, onClose }: InTheWayProps) => {
  const cloudId = useCloudId()
  const page = `${paths.vpnServer({ cloudId, serverId })}?tab=policies`
  return (
    <Modal
      visible
      header={`${group.name} cannot be deleted yet`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button formAction="none" variant="primary" onClick={onClose}>
            Close
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="s">
        <Box>
          {policies.length === 1 ? 'An access policy names it' : `${policies.length} access policies name it`}. Give{' '}
          {policies.length === 1 ? 'it' : 'them'} another group or delete {policies.length === 1 ? 'it' : 'them'} first.
        </Box>
        <ul aria-label={`Access policies of ${group.name}`}>
          {policies.map(({ id, name }) => (
            <li key={id}>
              <AppLink to={`${page}&edit=${encodeURIComponent(id)}`}>{name}</AppLink>
            </li>
          ))}
        </ul>
      </SpaceBetween>
    </Modal>
  )
}

/** Asks before a group goes, unless access policies still name it. */
export default function DeleteGroup({ serverId, group, onClose }: DeleteGroupProps) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const remove = useOperation('deleteVpnUserGroup', { refreshes: readsOfMembers })
  const policies = useQuery({
    ...accessPolicyList(cloudId, serverId),
    // Looked at anew: one may have been made since.
    staleTime: 0,
    enabled: denied('listVpnAccessPolicies') === undefined,
  })
  // A moment without a dialog is better than one that turns into another while somebody reads.
  if (policies.isLoading) return null
  const naming = policies.data?.filter(({ user_group_id }) => user_group_id === group.id) ?? []
  if (naming.length > 0)
    return <PoliciesInTheWay serverId={serverId} group={group} policies={naming} onClose={onClose} />

  const finish = () => {
    showFlash({ type: 'success', content: `The user group ${group.name} is deleted.` })
    onClose()
  }
  const members = group.user_number ?? 0
  return (
    <ConfirmDelete
      thing="user group"
      name={group.name}
      consequence={
        members === 0
          ? 'It has no members. No user loses access.'
          : `${usersWords(members)} will be in the default group then, with the access of its policies.`
      }
      isPending={remove.isPending}
      // Gone is success: somebody else may have deleted it first.
      error={isGone(remove.error) ? null : remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          { params: { vpn_server_id: serverId, group_id: group.id } },
          {
            onSuccess: finish,
            onError: (error) => {
              if (isGone(error)) finish()
            },
          },
        )
      }
    />
  )
}
