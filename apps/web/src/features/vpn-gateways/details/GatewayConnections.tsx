import type { VpnGateway } from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { customerGatewayList } from '../../../api/lists.ts'
import { nextPollMs, staleSince, useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { StaleNotice } from '../../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../../ui/table/ResourceTable.tsx'
import { gatewayConnectionColumns } from './connection-columns.tsx'
import { connectionList, connectionPollInterval } from '../gateway-queries.ts'

/** The connections on a gateway; `create` is the button that makes another. */
export const GatewayConnections = ({ gateway, create }: { gateway: VpnGateway; create: ReactNode }) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const connections = useQuery({
    ...connectionList(cloudId, gateway.id),
    refetchInterval: ({ state }) => nextPollMs(connectionPollInterval(state.data), state.error),
  })
  const { data: customerGateways } = useQuery({
    ...customerGatewayList(cloudId),
    enabled: denied('listCgws') === undefined,
  })
  const columns = useMemo(() => {
    const names = new Map(customerGateways?.map(({ id, name }) => [id, name]))
    return gatewayConnectionColumns(cloudId, gateway, (id) => names.get(id) ?? id)
  }, [cloudId, gateway, customerGateways])

  return (
    <ResourceTable
      id="gateway-connections"
      urlPrefix="connections-"
      words={{ one: 'connection', many: 'connections' }}
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
      items={connections.data}
      error={connections.error}
      onRetry={() => void connections.refetch()}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      sortedBy="name"
      empty={{ text: 'A connection is a tunnel from this gateway to one of your sites.', action: create }}
    />
  )
}
