import { gatewayRefuses } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { invalidate, load, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useConnectionQuotaRefusal } from '../../ui/connection-quota.ts'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { moreActions } from './gateway-actions.ts'
import { isGone } from '../../api/gone.ts'
import { gateway as gatewayQuery, gatewayPollInterval } from './gateway-queries.ts'
import { GatewayConnections } from './details/GatewayConnections.tsx'
import { GatewayOverview } from './details/GatewayOverview.tsx'
import { GatewayRoutes } from './details/GatewayRoutes.tsx'

const DeleteGateway = lazy(() => import('./DeleteGateway.tsx'))
const MetricsTab = lazy(() => import('../metrics/GatewayMetricsTab.tsx'))
const CertificateTab = lazy(() => import('./certificate/CertificateTab.tsx'))
const UpgradesTab = lazy(() => import('./upgrades/UpgradesTab.tsx'))
const TagsTab = lazy(() => import('../tags/TagsTab.tsx'))
const CodeTab = lazy(() => import('../as-code/CodeTab.tsx'))

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
  const quotaRefusal = useConnectionQuotaRefusal(live.data.vpn_gateway)
  // Gone while somebody looks at it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const { vpn_gateway: gateway, request_id } = live.data
  const { name } = gateway

  const createConnection = (
    <ActionButton
      variant="primary"
      to={paths.vpnConnectionNew({ cloudId, gatewayId })}
      disabledReason={denied('createVpnConnection') ?? gatewayRefuses('createConnection', gateway) ?? quotaRefusal}
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
              onClick={() =>
                void invalidate(
                  cloudId,
                  'showVgw',
                  'listVpnConnections',
                  'showVpnGatewayRoutingTable',
                  'listVpnGatewayJobs',
                  'showVpnGatewayCertificate',
                )
              }
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
            <Menu
              look="button"
              button="More"
              label={`More for ${name}`}
              actions={moreActions(cloudId, gateway, denied)}
            />
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
          {
            id: 'metrics',
            label: 'Metrics',
            content: <MetricsTab gateway={gateway} />,
            disabledReason: denied('batchListMetricData'),
          },
          ...(gateway.flavor === 'GM'
            ? [
                {
                  id: 'certificate',
                  label: 'Certificate',
                  content: <CertificateTab gateway={gateway} />,
                  disabledReason: denied('showVpnGatewayCertificate'),
                },
              ]
            : []),
          {
            id: 'upgrades',
            label: 'Upgrades',
            content: <UpgradesTab gateway={gateway} />,
            disabledReason: denied('listVpnGatewayJobs'),
          },
          {
            id: 'tags',
            label: 'Tags',
            content: <TagsTab resourceType="vpn-gateway" id={gatewayId} name={name} tags={gateway.tags ?? []} />,
          },
          { id: 'code', label: 'Code', content: <CodeTab resources={[{ type: 'vpn-gateway', value: gateway }]} /> },
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
