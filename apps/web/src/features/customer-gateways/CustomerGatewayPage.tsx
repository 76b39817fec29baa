import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { invalidate, load, nextPollMs, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { CaCertificateTab } from './CaCertificateTab.tsx'
import {
  connectionList,
  connectionPollInterval,
  customerGateway,
  customerGatewayPollInterval,
} from './customer-gateway-queries.ts'
import { CustomerGatewayConnections } from './CustomerGatewayConnections.tsx'
import { CustomerGatewayOverview } from './CustomerGatewayOverview.tsx'
import { isGone } from '../../api/gone.ts'
import { connectionsOf } from './in-use.ts'

const DeleteCustomerGateway = lazy(() => import('./DeleteCustomerGateway.tsx'))
const TagsTab = lazy(() => import('../tags/TagsTab.tsx'))
const CodeTab = lazy(() => import('../as-code/CodeTab.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, customerGateway(params['cloudId'] ?? '', params['customerGatewayId'] ?? ''))

export const crumb = function CustomerGatewayCrumb() {
  const cloudId = useCloudId()
  const { customerGatewayId = '' } = useParams()
  const { data } = useQuery(customerGateway(cloudId, customerGatewayId))
  return data?.customer_gateway.name ?? 'Customer gateway'
}

export default function CustomerGatewayPage() {
  const cloudId = useCloudId()
  const { customerGatewayId = '' } = useParams()
  const navigate = useNavigate()
  const denied = useDenied()
  const live = useLive(customerGateway(cloudId, customerGatewayId), customerGatewayPollInterval)
  const connections = useQuery({
    ...connectionList(cloudId),
    refetchInterval: ({ state }) => nextPollMs(connectionPollInterval(state.data), state.error),
    enabled: denied('listVpnConnections') === undefined,
  })
  const list = connections.data
  const onIt = useMemo(() => list && connectionsOf({ id: customerGatewayId }, list), [list, customerGatewayId])
  const [isDeleting, setDeleting] = useState(false)
  // Deleted elsewhere while somebody looks at it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const gateway = live.data.customer_gateway
  const { id, name } = gateway

  return (
    <KitWords>
      <PageHeader
        title={name}
        description="Customer gateway"
        actions={
          <>
            <StaleNotice since={live.staleSince} onRetry={() => void live.refetch()} isRetrying={live.isFetching} />
            <Button
              formAction="none"
              iconName="refresh"
              ariaLabel={`Refresh ${name}`}
              loading={live.isFetching}
              onClick={() => void invalidate(cloudId, 'showCgw', 'listVpnConnections')}
            />
            <ActionButton
              to={paths.customerGatewayEdit({ cloudId, customerGatewayId })}
              disabledReason={denied('updateCgw')}
            >
              Edit
            </ActionButton>
            <ActionButton
              onClick={() => setDeleting(true)}
              // Connections in the way are named by the dialog, with links to them.
              disabledReason={denied('deleteCgw')}
            >
              Delete
            </ActionButton>
          </>
        }
      />
      <DetailTabs
        label={`Parts of ${name}`}
        tabs={[
          { id: 'overview', label: 'Overview', content: <CustomerGatewayOverview gateway={gateway} /> },
          {
            id: 'connections',
            label: connections.data ? `Connections (${onIt?.length ?? 0})` : 'Connections',
            content: <CustomerGatewayConnections gateway={gateway} list={{ ...connections, data: onIt }} />,
            disabledReason: denied('listVpnConnections'),
          },
          {
            id: 'certificate',
            label: 'CA certificate',
            content: <CaCertificateTab gateway={gateway} />,
          },
          {
            id: 'tags',
            label: 'Tags',
            content: <TagsTab resourceType="customer-gateway" id={id} name={name} tags={gateway.tags ?? []} />,
          },
          {
            id: 'code',
            label: 'Code',
            content: <CodeTab resources={[{ type: 'customer-gateway', value: gateway }]} />,
          },
        ]}
      />
      {isDeleting && (
        <Suspense>
          <DeleteCustomerGateway
            gateway={gateway}
            onClose={() => setDeleting(false)}
            onDeleted={() => void navigate(paths.customerGateways({ cloudId }))}
          />
        </Suspense>
      )}
    </KitWords>
  )
}
