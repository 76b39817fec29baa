import { gatewayRefuses, type VpnGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { load, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { AppLink } from '../../ui/AppLink.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { statusWords } from '../../ui/status-words.ts'
import type { Column } from '../../ui/table/columns.ts'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { tagColumn } from '../../ui/table/tag-column.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { Lines } from '../../ui/Lines.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { Addresses } from './Addresses.tsx'
import { gatewayQuota } from './create/gateway-quota.ts'
import { moreActions } from './gateway-actions.ts'
import { gatewayList, gatewayPollInterval, quotas } from './gateway-queries.ts'
import { connectionsUsed, gatewayAddresses, haModeText, networkTypeWords, upgradeText } from './gateway-words.ts'
import { useAttachmentNames, type NameOf } from './use-attachment-names.ts'

const DeleteGateway = lazy(() => import('./DeleteGateway.tsx'))

const columns = (cloudId: string, attachmentName: NameOf): Column<VpnGateway>[] => [
  {
    id: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ id, name }) => <AppLink to={paths.vpnGateway({ cloudId, gatewayId: id })}>{name}</AppLink>,
    filter: 'text',
    isRowHeader: true,
    minWidth: 110,
  },
  {
    id: 'status',
    header: 'Status',
    value: ({ status }) => statusWords('gateway', status).words,
    cell: ({ id, status }) => <StatusBadge of="gateway" id={id} status={status} />,
    filter: 'choice',
    minWidth: 125,
  },
  {
    id: 'addresses',
    header: 'Addresses',
    value: gatewayAddresses,
    cell: (gateway) => <Addresses gateway={gateway} />,
    filter: 'text',
    minWidth: 165,
  },
  { id: 'attachment', header: 'Attached to', value: attachmentName, filter: 'text', minWidth: 110 },
  {
    id: 'flavor',
    header: 'Specification',
    value: ({ flavor }) => flavor,
    cell: (gateway) => <TwoLines first={gateway.flavor} second={haModeText(gateway)} />,
    filter: 'choice',
  },
  {
    id: 'connections',
    header: 'Connections',
    value: ({ used_connection_number }) => used_connection_number ?? 0,
    cell: connectionsUsed,
    filter: 'number',
  },
  {
    id: 'zones',
    header: 'Zones',
    value: ({ availability_zone_ids }) => availability_zone_ids,
    cell: ({ availability_zone_ids = [] }) => <Lines values={availability_zone_ids} />,
    filter: 'text',
  },
  {
    id: 'version',
    header: 'Version',
    value: upgradeText,
    filter: 'choice',
    isHidden: true,
  },
  {
    id: 'created',
    header: 'Created',
    value: ({ created_at }) => created_at,
    cell: ({ created_at }) => <Timestamp value={created_at} />,
    isHidden: 'narrow',
  },
  { id: 'ha_mode', header: 'HA mode', value: haModeText, filter: 'choice', isHidden: true },
  {
    id: 'network',
    header: 'Network',
    value: networkTypeWords,
    filter: 'choice',
    isHidden: true,
  },
  {
    id: 'id',
    header: 'Id',
    value: ({ id }) => id,
    cell: ({ id }) => <span className="mono">{id}</span>,
    filter: 'text',
    isHidden: true,
  },
  tagColumn,
]

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, gatewayList(params['cloudId'] ?? ''))

export default function GatewayListPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const gateways = useLive(gatewayList(cloudId), gatewayPollInterval)
  const attachmentName = useAttachmentNames(cloudId)
  const quota = useQuery({ ...quotas(cloudId), enabled: denied('showQuotasInfo') === undefined })
  const [deleting, setDeleting] = useState<VpnGateway>()
  const tableColumns = useMemo(() => columns(cloudId, attachmentName), [cloudId, attachmentName])

  const createButton = (
    <ActionButton
      variant="primary"
      to={paths.vpnGatewayNew({ cloudId })}
      disabledReason={denied('createVgw') ?? gatewayQuota(quota.data?.quotas.resources)?.refusal}
    >
      Create VPN gateway
    </ActionButton>
  )

  return (
    <>
      <PageHeader
        title="VPN gateways"
        count={String(gateways.data.length)}
        description="Your cloud’s ends of the tunnels. Each has two addresses, for two tunnels to a site."
        actions={
          <>
            <StaleNotice
              since={gateways.staleSince}
              onRetry={() => void gateways.refetch()}
              isRetrying={gateways.isFetching}
            />
            {createButton}
          </>
        }
      />
      <ResourceTable
        id="vpn-gateways"
        words={{ one: 'VPN gateway', many: 'VPN gateways' }}
        items={gateways.data}
        columns={tableColumns}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        sortedBy="name"
        empty={{ text: 'A gateway is the first thing a tunnel needs.', action: createButton }}
        actionsOf={(gateway) => [
          {
            id: 'edit',
            text: 'Edit',
            to: paths.vpnGatewayEdit({ cloudId, gatewayId: gateway.id }),
            disabledReason: denied('updateVgw') ?? gatewayRefuses('update', gateway),
          },
          ...moreActions(cloudId, gateway, denied),
          {
            id: 'delete',
            text: 'Delete',
            onChoose: () => setDeleting(gateway),
            disabledReason: denied('deleteVgw') ?? gatewayRefuses('delete', gateway),
          },
        ]}
      />
      {deleting && (
        <Suspense>
          <DeleteGateway gateway={deleting} onClose={() => setDeleting(undefined)} />
        </Suspense>
      )}
    </>
  )
}
