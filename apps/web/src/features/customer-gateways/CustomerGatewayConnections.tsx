import type { CustomerGateway, VpnConnection } from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import { staleSince, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ConnectionTable } from '../../ui/connections/ConnectionTable.tsx'
import { useConnectionContext } from '../../ui/connections/use-connection-context.ts'
import { StaleNotice } from '../../ui/StaleNotice.tsx'

type CustomerGatewayConnectionsProps = {
  gateway: CustomerGateway
  /** The connections on it, as their query tells them. */
  list: {
    data: readonly VpnConnection[] | undefined
    error: Error | null
    refetch: () => unknown
    isFetching: boolean
    isRefetchError: boolean
    dataUpdatedAt: number
  }
}

/** The connections that end at a customer gateway. */
export const CustomerGatewayConnections = ({ gateway, list }: CustomerGatewayConnectionsProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const contextOf = useConnectionContext(cloudId, list.data)
  const retry = () => void list.refetch()
  return (
    <ConnectionTable
      id="customer-gateway-connections"
      urlPrefix="connections-"
      header={
        <Header
          variant="h2"
          actions={<StaleNotice since={staleSince(list)} onRetry={retry} isRetrying={list.isFetching} />}
        >
          {`Connections on ${gateway.name}`}
        </Header>
      }
      connections={list.data}
      contextOf={contextOf}
      hiddenEnd="customer_gateway"
      error={list.error}
      onRetry={retry}
      empty={{
        text: `${gateway.name} is not used yet.`,
        action: (
          <ActionButton to={paths.vpnConnectionNew({ cloudId })} disabledReason={denied('createVpnConnection')}>
            Create connection
          </ActionButton>
        ),
      }}
    />
  )
}
