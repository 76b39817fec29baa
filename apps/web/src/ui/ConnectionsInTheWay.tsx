import type { VpnConnection } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useCloudId } from '../api/operation-query.ts'
import { paths } from '../paths.ts'
import { AppLink } from './AppLink.tsx'
import { StatusBadge } from './StatusBadge.tsx'

type ConnectionsInTheWayProps = {
  /** Name of what cannot be deleted. */
  name: string
  /** Why, and what to do first. */
  reason: string
  connections: readonly VpnConnection[]
  onClose: () => void
}

/** What stands in the way of a delete: the connections, each with the way to it. */
export const ConnectionsInTheWay = ({ name, reason, connections, onClose }: ConnectionsInTheWayProps) => {
  const cloudId = useCloudId()
  return (
    <Modal
      visible
      header={`${name} cannot be deleted yet`}
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
        <Box>{reason}</Box>
        <ul aria-label={`Connections on ${name}`}>
          {connections.map((connection) => (
            <li key={connection.id}>
              <AppLink to={paths.vpnConnection({ cloudId, connectionId: connection.id })}>{connection.name}</AppLink>{' '}
              <StatusBadge of="connection" id={connection.id} status={connection.status} />
            </li>
          ))}
        </ul>
      </SpaceBetween>
    </Modal>
  )
}
