import { p2cGatewayRefuses } from '@vpn-console/api-client'
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
import { Menu } from '../../ui/Menu.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { P2cOverview } from './details/P2cOverview.tsx'
import { ServerTab } from './details/ServerTab.tsx'
import { moreActions } from './p2c-actions.ts'
import { isGone } from '../../api/gone.ts'
import { p2cGateway as gatewayQuery, p2cPollInterval } from './p2c-gateway-queries.ts'

const DeleteP2cGateway = lazy(() => import('./DeleteP2cGateway.tsx'))
const SessionsTab = lazy(() => import('../client-sessions/GatewaySessionsTab.tsx'))
const MetricsTab = lazy(() => import('../metrics/P2cGatewayMetricsTab.tsx'))
const LogTab = lazy(() => import('./logs/LogTab.tsx'))
const UpgradesTab = lazy(() => import('./upgrades/P2cUpgradesTab.tsx'))
const TagsTab = lazy(() => import('../tags/TagsTab.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, gatewayQuery(params['cloudId'] ?? '', params['p2cGatewayId'] ?? ''))

export const crumb = function P2cGatewayCrumb() {
  const { p2cGatewayId = '' } = useParams()
  const { data } = useQuery(gatewayQuery(useCloudId(), p2cGatewayId))
  return data?.p2c_vpn_gateway.name ?? 'Point-to-Cloud gateway'
}

export default function P2cGatewayPage() {
  const cloudId = useCloudId()
  const { p2cGatewayId = '' } = useParams()
  const navigate = useNavigate()
  const denied = useDenied()
  const live = useLive(gatewayQuery(cloudId, p2cGatewayId), (data) => p2cPollInterval(data && [data.p2c_vpn_gateway]))
  const [isDeleting, setDeleting] = useState(false)
  // Gone while somebody looks at it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const { p2c_vpn_gateway: gateway, request_id } = live.data
  const { name } = gateway

  return (
    <KitWords>
      <PageHeader
        title={name}
        description="Point-to-Cloud gateway"
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
                  'showP2cVgw',
                  'listVpnServersByVgw',
                  'listP2cVgwConnections',
                  'listP2cVpnGatewayJobs',
                  'showVpnConnectionsLogConfig',
                )
              }
            />
            <ActionButton
              to={paths.p2cGatewayEdit({ cloudId, p2cGatewayId })}
              disabledReason={denied('updateP2cVgw') ?? p2cGatewayRefuses('update', gateway)}
            >
              Rename
            </ActionButton>
            <ActionButton
              onClick={() => setDeleting(true)}
              disabledReason={denied('deleteP2cVgw') ?? p2cGatewayRefuses('delete', gateway)}
            >
              Delete
            </ActionButton>
            <Menu
              look="button"
              button="More"
              label={`More for ${name}`}
              actions={moreActions(cloudId, gateway, denied)}
            />
          </>
        }
      />
      <DetailTabs
        label={`Parts of ${name}`}
        tabs={[
          { id: 'overview', label: 'Overview', content: <P2cOverview gateway={gateway} requestId={request_id} /> },
          {
            id: 'server',
            label: 'Server',
            content: <ServerTab gateway={gateway} />,
            disabledReason: denied('listVpnServersByVgw'),
          },
          {
            id: 'sessions',
            label: 'Sessions',
            content: <SessionsTab gateway={gateway} />,
            disabledReason: denied('listP2cVgwConnections'),
          },
          {
            id: 'log',
            label: 'Connection log',
            content: <LogTab gateway={gateway} />,
            disabledReason: denied('showVpnConnectionsLogConfig'),
          },
          {
            id: 'metrics',
            label: 'Metrics',
            content: <MetricsTab gateway={gateway} />,
            disabledReason: denied('listMetrics') ?? denied('batchListMetricData'),
          },
          {
            id: 'upgrades',
            label: 'Upgrades',
            content: <UpgradesTab gateway={gateway} />,
            disabledReason: denied('listP2cVpnGatewayJobs'),
          },
          {
            id: 'tags',
            label: 'Tags',
            content: (
              <TagsTab resourceType="p2c-vpn-gateways" id={p2cGatewayId} name={name} tags={gateway.tags ?? []} />
            ),
          },
        ]}
      />
      {isDeleting && (
        <Suspense>
          <DeleteP2cGateway
            gateway={gateway}
            onClose={() => setDeleting(false)}
            onSent={() => void navigate(paths.p2cGateways({ cloudId }))}
          />
        </Suspense>
      )}
    </KitWords>
  )
}
