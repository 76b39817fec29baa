import { ApiError, type CustomerGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useCloudId, useOperation } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { ConnectionsInTheWay } from '../../ui/ConnectionsInTheWay.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { connectionList } from './customer-gateway-queries.ts'
import { isGone } from '../../api/gone.ts'
import { connectionsOf, deleteRefusal } from './in-use.ts'

type DeleteCustomerGatewayProps = { gateway: CustomerGateway; onClose: () => void; onDeleted?: () => void }

export default function DeleteCustomerGateway({ gateway, onClose, onDeleted }: DeleteCustomerGatewayProps) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { name } = gateway
  // The connections are read again after a refusal: one may have been made meanwhile.
  const remove = useOperation('deleteCgw', { refreshes: ['listCgws', 'showQuotasInfo', 'listVpnConnections'] })
  const connections = useQuery({
    ...connectionList(cloudId),
    staleTime: 0,
    enabled: denied('listVpnConnections') === undefined,
  })
  // A moment without a dialog is better than one that turns into another while somebody reads it.
  if (connections.isLoading) return null
  const users = connectionsOf(gateway, connections.data ?? [])
  if (users.length > 0) {
    const [use, them] = users.length === 1 ? ['A connection uses', 'it'] : [`${users.length} connections use`, 'them']
    const reason = `${use} ${name}. Delete ${them} first.`
    return <ConnectionsInTheWay name={name} reason={reason} connections={users} onClose={onClose} />
  }

  const finish = () => {
    showFlash({ type: 'success', content: `${name} was deleted.` })
    onClose()
    onDeleted?.()
  }
  const error = remove.error instanceof ApiError ? deleteRefusal(remove.error, gateway, users) : remove.error

  return (
    <ConfirmDelete
      thing="customer gateway"
      name={name}
      consequence={
        connections.data
          ? `No connection uses ${name}. Its address, its ASN and its CA certificate are gone from the cloud for good.`
          : `Its address, its ASN and its CA certificate are gone from the cloud for good. Whether a connection uses ${name} could not be looked up; if one does, the cloud refuses.`
      }
      isPending={remove.isPending}
      // A 404 is success: another tab may have deleted it first.
      error={isGone(error) ? null : error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          { params: { customer_gateway_id: gateway.id } },
          {
            onSuccess: finish,
            onError: (failure) => {
              if (isGone(failure)) finish()
            },
          },
        )
      }
    />
  )
}
