import { gatewayRefuses } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { invalidate, load, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { gateway as gatewayQuery, gatewayPollInterval, isGone } from './gateway-queries.ts'
import { GatewayConnections } from './details/GatewayConnections.tsx'
import { GatewayOverview } from './details/GatewayOverview.tsx'
import { GatewayRoutes } from './details/GatewayRoutes.tsx'

const DeleteGateway = lazy(() => import('./DeleteGateway.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, gatewayQuery(params['cloudId'] ?? '', params['gatewayId'] ?? ''))

export const crumb = function GatewayCrumb() {
  const { gatewayId = '' } = useParams()
  const { data } = useQuery(gatewayQuery(useCloudId(), gatewayId))
  return data?.vpn_gateway.name ?? 'VPN gateway'
}

export default function GatewayPage() {
  const cloudId = useCloudId()
  const { gatewayId = '' } = useParams()
  const navigate = useNavigate()
  const denied = useDenied()
  const live = useLive(gatewayQuery(cloudId, gatewayId), (data) => gatewayPollInterval(data && [data.vpn_gateway]))
  const [isDeleting, setDeleting] = useState(false)
  // Gone while somebody looks at it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const { vpn_gateway: gateway, request_id } = live.data
  const { name } = gateway

  const createConnection = (
    <ActionButton
      variant="primary"
      to={paths.vpnConnectionNew({ cloudId, gatewayId })}
      disabledReason={denied('createVpnConnection') ?? gatewayRefuses('createConnection', gateway)}
    >
      Create connection
    </ActionButton>
  )

  return (
    <KitWords>
      <PageHeader
        title={name}
        description="VPN gateway"
        actions={
          <>
            <StaleNotice since={live.staleSince} onRetry={() => void live.refetch()} isRetrying={live.isFetching} />
            <Button
              formAction="none"
              iconName="refresh"
              ariaLabel={`Refresh ${name}`}
              loading={live.isFetching}
              onClick={() => void invalidate(cloudId, 'showVgw', 'listVpnConnections', 'showVpnGatewayRoutingTable')}
            />
            <ActionButton
              to={paths.vpnGatewayEdit({ cloudId, gatewayId })}
              disabledReason={denied('updateVgw') ?? gatewayRefuses('update', gateway)}
            >
              Edit
            </ActionButton>
            <ActionButton
              onClick={() => setDeleting(true)}
              // Connections in the way are named by the dialog, with links to them.
              disabledReason={
                denied('deleteVgw') ?? gatewayRefuses('delete', { ...gateway, used_connection_number: 0 })
              }
            >
              Delete
            </ActionButton>
            {createConnection}
          </>
        }
      />
      <DetailTabs
        label={`Parts of ${name}`}
        tabs={[
          {
            id: 'overview',
            label: 'Overview',
            content: <GatewayOverview gateway={gateway} requestId={request_id} />,
          },
          {
            id: 'connections',
            label: `Connections (${gateway.used_connection_number ?? 0})`,
            content: <GatewayConnections gateway={gateway} create={createConnection} />,
            disabledReason: denied('listVpnConnections'),
          },
          {
            id: 'routes',
            label: 'Route table',
            content: <GatewayRoutes gateway={gateway} />,
            disabledReason: denied('showVpnGatewayRoutingTable'),
          },
        ]}
      />
      {isDeleting && (
        <Suspense>
          <DeleteGateway
            gateway={gateway}
            onClose={() => setDeleting(false)}
            onSent={() => void navigate(paths.vpnGateways({ cloudId }))}
          />
        </Suspense>
      )}
    </KitWords>
  )
}
