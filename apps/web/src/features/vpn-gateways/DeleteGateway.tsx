import { type Eip, type VpnGateway } from '@vpn-console/api-client'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useCloudId, useOperation } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { followTask } from '../../api/tasks.ts'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { ConnectionsInTheWay } from '../../ui/ConnectionsInTheWay.tsx'
import { isGone } from '../../api/gone.ts'
import { connectionList } from './gateway-queries.ts'
import { gatewayAddresses } from './gateway-words.ts'

type DeleteGatewayProps = { gateway: VpnGateway; onClose: () => void; onSent?: () => void }

const isYearly = (eip: Eip | undefined) => Boolean(eip?.ip_billing_info)

/** Only what is documented: what becomes of pay-per-use EIPs is not, so their owner is told to look. */
const Consequence = ({ gateway }: { gateway: VpnGateway }) => {
  const addresses = gatewayAddresses(gateway)
  const yearly = [gateway.eip1, gateway.eip2].filter(isYearly).map((eip) => eip?.ip_address ?? eip?.id)
  return (
    <SpaceBetween size="xs">
      <div>
        {addresses.length > 0
          ? `The gateway goes for good and stops answering at ${addresses.join(' and ')}. Nothing connects to it now.`
          : 'The gateway goes for good. Nothing connects to it now.'}
      </div>
      {yearly.length > 0 && (
        <div>
          {yearly.join(' and ')} {yearly.length === 1 ? 'is' : 'are'} paid for by year or month: unbind{' '}
          {yearly.length === 1 ? 'it' : 'them'} in the EIP service first, or the cloud refuses.
        </div>
      )}
      {gateway.network_type === 'public' && yearly.length < 2 && (
        <div>Look at your EIPs afterwards: one that is still there is still paid for.</div>
      )}
    </SpaceBetween>
  )
}

export default function DeleteGateway({ gateway, onClose, onSent }: DeleteGatewayProps) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const remove = useOperation('deleteVgw', {
    refreshes: ['listVgws', 'showVgw', 'showQuotasInfo', 'listPublicips', 'listSubnets'],
  })
  const connections = useQuery({
    ...connectionList(cloudId, gateway.id),
    // Looked at anew: one may have been made since.
    staleTime: 0,
    enabled: denied('listVpnConnections') === undefined,
  })
  // A moment without a dialog is better than one that turns into another while somebody types.
  if (connections.isLoading) return null
  if (connections.data && connections.data.length > 0) {
    const { length } = connections.data
    const [end, them] = length === 1 ? ['A connection ends', 'it'] : [`${length} connections end`, 'them']
    const reason = `${end} at this gateway. Delete ${them} first.`
    return <ConnectionsInTheWay name={gateway.name} reason={reason} connections={connections.data} onClose={onClose} />
  }

  const follow = () => {
    // The task waits for the 404: right after the request the status may still say that it runs.
    followTask({ cloudId, kind: 'delete', resource: 'vpn-gateway', resourceId: gateway.id, name: gateway.name })
    onClose()
    onSent?.()
  }

  return (
    <ConfirmDelete
      thing="VPN gateway"
      name={gateway.name}
      asksForName
      consequence={<Consequence gateway={gateway} />}
      isPending={remove.isPending}
      // A 404 is success: another tab may have deleted it first.
      error={isGone(remove.error) ? null : remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          { params: { vgw_id: gateway.id } },
          {
            onSuccess: follow,
            onError: (error) => {
              if (isGone(error)) follow()
            },
          },
        )
      }
    />
  )
}
