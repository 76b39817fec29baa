import { p2cGatewayRefuses, type P2cVpnGateway, type VpnServer } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { vpcList } from '../../api/lists.ts'
import { load, nextPollMs, staleSince, useCloudId } from '../../api/operation-query.ts'
import { serverList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { AppLink } from '../../ui/AppLink.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { statusWords } from '../../ui/status-words.ts'
import type { Column } from '../../ui/table/columns.ts'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { tagColumn } from '../../ui/table/tag-column.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { moreActions } from './p2c-actions.ts'
import { isUnavailable, p2cGatewayList, p2cPollInterval } from './p2c-gateway-queries.ts'
import { clientsOnline, signInWords, upgradeText } from './p2c-gateway-words.ts'
import { P2cUnavailable } from './P2cUnavailable.tsx'

const DeleteP2cGateway = lazy(() => import('./DeleteP2cGateway.tsx'))

type Names = {
  vpcName: (gateway: P2cVpnGateway) => string
  /** Undefined where there is none; null while, or where, the list cannot be read. */
  serverOf: (gateway: P2cVpnGateway) => VpnServer | undefined | null
}

const serverText = (server: VpnServer | undefined | null): string => {
  if (server === null) return ''
  return server ? signInWords(server.client_auth_type) : 'No server yet'
}

const columns = (cloudId: string, { vpcName, serverOf }: Names): Column<P2cVpnGateway>[] => [
  {
    id: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ id, name }) => <AppLink to={paths.p2cGateway({ cloudId, p2cGatewayId: id })}>{name}</AppLink>,
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
    id: 'eip',
    header: 'EIP',
    value: ({ eip }) => eip?.ip_address,
    cell: ({ name, eip }) =>
      eip?.ip_address === undefined ? <>–</> : <CopyableId value={eip.ip_address} what={`the EIP of ${name}`} />,
    filter: 'text',
    minWidth: 150,
  },
  { id: 'vpc', header: 'VPC', value: vpcName, filter: 'text', minWidth: 110 },
  {
    id: 'clients',
    header: 'Connections',
    value: ({ current_connection_number }) => current_connection_number ?? 0,
    cell: clientsOnline,
    filter: 'number',
  },
  {
    id: 'server',
    header: 'Server',
    value: (gateway) => serverText(serverOf(gateway)),
    cell: (gateway) => {
      const server = serverOf(gateway)
      if (!server) return <>{serverText(server) || '–'}</>
      const block = server.client_cidr ?? server.id
      return (
        <TwoLines
          first={<AppLink to={paths.vpnServer({ cloudId, serverId: server.id })}>{block}</AppLink>}
          second={serverText(server)}
        />
      )
    },
    filter: 'choice',
    minWidth: 130,
  },
  {
    id: 'version',
    header: 'Version',
    value: upgradeText,
    cell: (gateway) => <TwoLines first={gateway.version ?? '–'} second={upgradeText(gateway)} />,
    filter: 'choice',
    minWidth: 140,
  },
  {
    id: 'created',
    header: 'Created',
    value: ({ created_at }) => created_at,
    cell: ({ created_at }) => <Timestamp value={created_at} />,
    isHidden: 'narrow',
  },
  {
    id: 'zones',
    header: 'Zones',
    value: ({ availability_zone_ids }) => availability_zone_ids,
    filter: 'text',
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

const namesChangeSeldomMs = 5 * 60_000

const useNames = (cloudId: string): Names => {
  const denied = useDenied()
  const { data: vpcs } = useQuery({
    ...vpcList(cloudId),
    enabled: denied('listVpcs') === undefined,
    staleTime: namesChangeSeldomMs,
  })
  const { data: servers } = useQuery({
    ...serverList(cloudId),
    enabled: denied('listVpnServersByProject') === undefined,
  })
  const vpcName = useCallback(
    ({ vpc_id = '' }: P2cVpnGateway) => vpcs?.find(({ id }) => id === vpc_id)?.name ?? vpc_id,
    [vpcs],
  )
  const serverOf = useCallback(
    ({ id }: P2cVpnGateway) => (servers ? servers.find(({ p2c_vgw_id }) => p2c_vgw_id === id) : null),
    [servers],
  )
  return useMemo(() => ({ vpcName, serverOf }), [vpcName, serverOf])
}

/** A list that cannot be had is no fault of the page: it says so in words. */
export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  try {
    return await load(request, p2cGatewayList(params['cloudId'] ?? ''))
  } catch (error) {
    if (isUnavailable(error)) return null
    throw error
  }
}

export default function P2cGatewayListPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const query = useQuery({
    ...p2cGatewayList(cloudId),
    retryOnMount: false,
    refetchInterval: ({ state }) => (state.data ? nextPollMs(p2cPollInterval(state.data), state.error) : false),
  })
  const names = useNames(cloudId)
  const [deleting, setDeleting] = useState<P2cVpnGateway>()
  const tableColumns = useMemo(() => columns(cloudId, names), [cloudId, names])
  if (!query.data && query.error) return <P2cUnavailable error={query.error} />

  const createButton = (
    <ActionButton variant="primary" to={paths.p2cGatewayNew({ cloudId })} disabledReason={denied('createP2cVgw')}>
      Create Point-to-Cloud gateway
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        title="Point-to-Cloud gateways"
        {...(query.data && { count: String(query.data.length) })}
        description="Where people’s computers connect from anywhere. Each carries one VPN server."
        actions={
          <>
            <StaleNotice since={staleSince(query)} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />
            {createButton}
          </>
        }
      />
      <ResourceTable
        id="p2c-gateways"
        words={{ one: 'Point-to-Cloud gateway', many: 'Point-to-Cloud gateways' }}
        items={query.data}
        columns={tableColumns}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        sortedBy="name"
        empty={{
          text: 'A gateway is the first thing that remote access needs; its server comes next.',
          action: createButton,
        }}
        actionsOf={(gateway) => [
          {
            id: 'edit',
            text: 'Rename',
            to: paths.p2cGatewayEdit({ cloudId, p2cGatewayId: gateway.id }),
            disabledReason: denied('updateP2cVgw') ?? p2cGatewayRefuses('update', gateway),
          },
          ...moreActions(cloudId, gateway, denied),
          {
            id: 'delete',
            text: 'Delete',
            onChoose: () => setDeleting(gateway),
            disabledReason: denied('deleteP2cVgw') ?? p2cGatewayRefuses('delete', gateway),
          },
        ]}
      />
      {deleting && (
        <Suspense>
          <DeleteP2cGateway gateway={deleting} onClose={() => setDeleting(undefined)} />
        </Suspense>
      )}
    </>
  )
}
