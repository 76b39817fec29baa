import type { VpnGateway } from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { nextPollMs, staleSince, useCloudId } from '../../../api/operation-query.ts'
import { ConnectionTable } from '../../../ui/connections/ConnectionTable.tsx'
import { useConnectionContext } from '../../../ui/connections/use-connection-context.ts'
import { StaleNotice } from '../../../ui/StaleNotice.tsx'
import { connectionList, connectionPollInterval } from '../gateway-queries.ts'

/** The connections on a gateway; `create` is the button that makes another. */
export const GatewayConnections = ({ gateway, create }: { gateway: VpnGateway; create: ReactNode }) => {
  const cloudId = useCloudId()
  const connections = useQuery({
    ...connectionList(cloudId, gateway.id),
    refetchInterval: ({ state }) => nextPollMs(connectionPollInterval(state.data), state.error),
  })
  const contextOf = useConnectionContext(cloudId, connections.data)

  return (
    <ConnectionTable
      id="gateway-connections"
      urlPrefix="connections-"
      header={
        <Header
          variant="h2"
          actions={
            <StaleNotice
              since={staleSince(connections)}
              onRetry={() => void connections.refetch()}
              isRetrying={connections.isFetching}
            />
          }
        >
          Connections on {gateway.name}
        </Header>
      }
      connections={connections.data}
      contextOf={contextOf}
      hiddenEnd="gateway"
      error={connections.error}
      onRetry={() => void connections.refetch()}
      empty={{ text: 'A connection is a tunnel from this gateway to one of your sites.', action: create }}
    />
  )
}
