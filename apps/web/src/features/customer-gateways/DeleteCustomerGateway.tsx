import { ApiError, type CustomerGateway, type VpnConnection } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useCloudId, useOperation } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { connectionList } from './customer-gateway-queries.ts'
import { connectionsOf, deleteRefusal, isGone } from './in-use.ts'

type RefusalProps = { gateway: CustomerGateway; connections: readonly VpnConnection[]; onClose: () => void }

/** What stands in the way: the connections that use it, each with the way to it. */
const Refusal = ({ gateway, connections, onClose }: RefusalProps) => {
  const cloudId = useCloudId()
  const isOne = connections.length === 1
  return (
    <Modal
      visible
      header={`${gateway.name} cannot be deleted yet`}
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
          {isOne ? 'A connection uses' : `${connections.length} connections use`} {gateway.name}. Delete{' '}
          {isOne ? 'it' : 'them'} first.
        </Box>
        <ul aria-label={`Connections on ${gateway.name}`}>
          {connections.map(({ id, name, status }) => (
            <li key={id}>
              <AppLink to={paths.vpnConnection({ cloudId, connectionId: id })}>{name}</AppLink>{' '}
              <StatusBadge of="connection" id={id} status={status} />
            </li>
          ))}
        </ul>
      </SpaceBetween>
    </Modal>
  )
}

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
  if (users.length > 0) return <Refusal gateway={gateway} connections={users} onClose={onClose} />

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
