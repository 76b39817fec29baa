import type { CustomerGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { load, nextPollMs, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { customerGatewayColumns } from './customer-gateway-columns.tsx'
import {
  connectionList,
  connectionPollInterval,
  customerGatewayList,
  customerGatewayPollInterval,
  quotas,
} from './customer-gateway-queries.ts'
import { countByCustomerGateway } from './in-use.ts'
import { customerGatewayQuota, quotaReason } from './quota-words.ts'

const DeleteCustomerGateway = lazy(() => import('./DeleteCustomerGateway.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, customerGatewayList(params['cloudId'] ?? ''))

export default function CustomerGatewayListPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { data, staleSince, refetch, isFetching } = useLive(customerGatewayList(cloudId), customerGatewayPollInterval)
  const connections = useQuery({
    ...connectionList(cloudId),
    refetchInterval: ({ state }) => nextPollMs(connectionPollInterval(state.data), state.error),
    enabled: denied('listVpnConnections') === undefined,
  }).data
  const quota = useQuery({
    ...quotas(cloudId),
    enabled: denied('showQuotasInfo') === undefined,
  }).data
  const [deleting, setDeleting] = useState<CustomerGateway>()

  const columns = useMemo(() => {
    const counts = connections && countByCustomerGateway(connections)
    return customerGatewayColumns(cloudId, ({ id }) => counts && (counts.get(id) ?? 0))
  }, [cloudId, connections])

  const actionsOf = (gateway: CustomerGateway) => [
    {
      id: 'edit',
      text: 'Edit',
      disabledReason: denied('updateCgw'),
      to: paths.customerGatewayEdit({ cloudId, customerGatewayId: gateway.id }),
    },
    {
      id: 'delete',
      text: 'Delete',
      // Connections in the way are named by the dialog, with links to them.
      disabledReason: denied('deleteCgw'),
      onChoose: () => setDeleting(gateway),
    },
  ]

  const create = (
    <ActionButton
      variant="primary"
      to={paths.customerGatewayNew({ cloudId })}
      disabledReason={denied('createCgw') ?? quotaReason(quota && customerGatewayQuota(quota))}
    >
      Create customer gateway
    </ActionButton>
  )

  return (
    <>
      <PageHeader
        title="Customer gateways"
        count={String(data.length)}
        description="The devices at the other ends of the tunnels, as the cloud knows them."
        actions={
          <>
            <StaleNotice since={staleSince} onRetry={() => void refetch()} isRetrying={isFetching} />
            {create}
          </>
        }
      />
      <ResourceTable
        id="customer-gateways"
        words={{ one: 'customer gateway', many: 'customer gateways' }}
        items={data}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        sortedBy="name"
        empty={{ text: 'A customer gateway tells the cloud the address of your device and its ASN.', action: create }}
        actionsOf={actionsOf}
      />
      {deleting && (
        <Suspense>
          <DeleteCustomerGateway gateway={deleting} onClose={() => setDeleting(undefined)} />
        </Suspense>
      )}
    </>
  )
}
