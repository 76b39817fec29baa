import { ApiError, type VpnAccessPolicy } from '@vpn-console/api-client'
import { useOperation } from '../../api/operation-query.ts'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { showFlash } from '../../ui/flashes.ts'

type DeletePolicyProps = { serverId: string; policy: VpnAccessPolicy; onClose: () => void }

/** The service answers 400 for a policy that is not there. */
const isGone = (error: unknown) => error instanceof ApiError && (error.status === 404 || error.code === 'VPN.1401')

/** Asks before an access policy goes, and says who loses what. */
export default function DeletePolicy({ serverId, policy, onClose }: DeletePolicyProps) {
  const remove = useOperation('deleteVpnAccessPolicy', { refreshes: ['listVpnAccessPolicies'] })
  const finish = () => {
    showFlash({ type: 'success', content: `The access policy ${policy.name} is deleted.` })
    onClose()
  }
  const group = policy.user_group_name ?? policy.user_group_id ?? 'its group'
  return (
    <ConfirmDelete
      thing="access policy"
      name={policy.name}
      consequence={`The users of ${group} can no longer reach ${(policy.dest_ip_cidrs ?? []).join(', ')}, unless another policy of the group allows it.`}
      isPending={remove.isPending}
      // Gone is success: somebody else may have deleted it first.
      error={isGone(remove.error) ? null : remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          { params: { vpn_server_id: serverId, policy_id: policy.id } },
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
