import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { invalidate, load, nextPollMs, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { CaCertificate } from './CaCertificate.tsx'
import { customerGatewayConnectionColumns } from './customer-gateway-connections.tsx'
import {
  connectionList,
  connectionPollInterval,
  customerGateway,
  customerGatewayPollInterval,
  gatewayList,
} from './customer-gateway-queries.ts'
import { identifierType } from './customer-gateway-words.ts'
import { connectionsOf, isGone } from './in-use.ts'

const DeleteCustomerGateway = lazy(() => import('./DeleteCustomerGateway.tsx'))

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
  const { data: gateways } = useQuery(gatewayList(cloudId))
  const [isDeleting, setDeleting] = useState(false)
  const columns = useMemo(() => {
    const names = new Map(gateways?.map(({ id, name }) => [id, name]))
    return customerGatewayConnectionColumns(cloudId, (id) => names.get(id) ?? id)
  }, [cloudId, gateways])
  // Deleted elsewhere while somebody looks at it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const gateway = live.data.customer_gateway
  const { id, name, id_value, bgp_asn, ca_certificate, created_at, updated_at, tags } = gateway

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
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">Overview</Header>}>
          <KeyValues
            columns={3}
            items={[
              { label: 'Identified by', value: identifierType(gateway) },
              { label: 'Identifier', value: <CopyableId value={id_value} what={`the identifier of ${name}`} /> },
              {
                label: 'BGP ASN',
                value: bgp_asn === undefined ? '–' : <CopyableId value={String(bgp_asn)} what={`the ASN of ${name}`} />,
              },
              { label: 'Id', value: <CopyableId value={id} what={`the id of ${name}`} /> },
              { label: 'Created', value: <Timestamp value={created_at} /> },
              { label: 'Changed', value: <Timestamp value={updated_at} /> },
              { label: 'Tags', value: <TagList tags={tags} /> },
            ]}
          />
        </Container>
        <Container header={<Header variant="h2">CA certificate</Header>}>
          {ca_certificate ? (
            <CaCertificate certificate={ca_certificate} />
          ) : (
            'None. Only connections with SM algorithms, on a GM gateway, need one; the others use a pre-shared key.'
          )}
        </Container>
        <ResourceTable
          id="customer-gateway-connections"
          words={{ one: 'connection', many: 'connections' }}
          header={<Header variant="h2">Connections</Header>}
          items={connections.data && connectionsOf(gateway, connections.data)}
          error={connections.error}
          onRetry={() => void connections.refetch()}
          columns={columns}
          idOf={(connection) => connection.id}
          nameOf={(connection) => connection.name}
          sortedBy="name"
          empty={{
            text: `${name} is not used yet.`,
            action: (
              <ActionButton to={paths.vpnConnectionNew({ cloudId })} disabledReason={denied('createVpnConnection')}>
                Create connection
              </ActionButton>
            ),
          }}
        />
      </SpaceBetween>
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
