import { ApiError, serverRefuses } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { load, nextPollMs, staleSince, useCloudId } from '../../api/operation-query.ts'
import { p2cGatewayList, serverList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ErrorDetails } from '../../ui/ErrorDetails.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { serverColumns } from './server-columns.tsx'
import { serverPollInterval } from './server-queries.ts'
import { hasUsers, noServersWords, serverName } from './server-words.ts'
import { useUserCounts } from './use-user-counts.ts'

/** A region without servers, or a person who may not list them: no fault of the page, which says so in words. */
const isUnavailable = (error: unknown): boolean =>
  error instanceof ApiError && [403, 404, 501].includes(error.status) && error.code !== 'CONSOLE.SIGNED_OUT'

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  try {
    return await load(request, serverList(params['cloudId'] ?? ''))
  } catch (error) {
    if (isUnavailable(error)) return null
    throw error
  }
}

export default function ServerListPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const servers = useQuery({
    ...serverList(cloudId),
    retryOnMount: false,
    refetchInterval: ({ state }) => (state.data ? nextPollMs(serverPollInterval(state.data), state.error) : false),
  })
  const gateways = useQuery({ ...p2cGatewayList(cloudId), enabled: denied('listP2cVgws') === undefined }).data
  const counts = useUserCounts(servers.data)
  const gatewayOf = useMemo(() => {
    const byId = new Map(gateways?.map((gateway) => [gateway.id, gateway]))
    return (id: string | undefined) => byId.get(id ?? '')
  }, [gateways])
  const columns = useMemo(() => serverColumns(cloudId, { gatewayOf, counts }), [cloudId, gatewayOf, counts])

  if (!servers.data && servers.error) {
    const { title, message } = noServersWords(servers.error)
    return (
      <>
        <PageHeader title="VPN servers" />
        <Alert type="info" header={title}>
          {message}
          <ErrorDetails error={servers.error} />
        </Alert>
      </>
    )
  }

  const create = (
    <ActionButton variant="primary" to={paths.vpnServerNew({ cloudId })} disabledReason={denied('createVpnServer')}>
      Create VPN server
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        title="VPN servers"
        {...(servers.data && { count: String(servers.data.length) })}
        description="What people’s computers connect to. Each gateway carries one; it goes with its gateway, there is no deleting it alone."
        actions={
          <>
            <StaleNotice
              since={staleSince(servers)}
              onRetry={() => void servers.refetch()}
              isRetrying={servers.isFetching}
            />
            {create}
          </>
        }
      />
      <ResourceTable
        id="vpn-servers"
        words={{ one: 'VPN server', many: 'VPN servers' }}
        items={servers.data}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={(server) => serverName(server, gatewayOf(server.p2c_vgw_id))}
        sortedBy="gateway"
        empty={{ text: 'A server says who may connect, with what addresses, and what they reach.', action: create }}
        actionsOf={(server) => [
          {
            id: 'edit',
            text: 'Edit',
            to: paths.vpnServerEdit({ cloudId, serverId: server.id }),
            disabledReason: denied('updateVpnServer') ?? serverRefuses(server),
          },
          ...(hasUsers(server)
            ? [{ id: 'users', text: 'Users', to: `${paths.vpnServer({ cloudId, serverId: server.id })}?tab=users` }]
            : []),
          {
            id: 'configuration',
            text: 'Client configuration',
            to: `${paths.vpnServer({ cloudId, serverId: server.id })}?tab=client-configuration`,
            disabledReason: denied('exportClientConfig'),
          },
          {
            id: 'delete',
            text: 'Delete with its gateway',
            to: paths.p2cGateway({ cloudId, p2cGatewayId: server.p2c_vgw_id ?? '' }),
            disabledReason:
              server.p2c_vgw_id === undefined ? 'The cloud does not tell which gateway it is on.' : undefined,
          },
        ]}
      />
    </>
  )
}
