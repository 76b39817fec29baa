import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { invalidate, load, nextPollMs, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { connectionActions, type OpenDialog } from './connection-actions.ts'
import { isGone } from '../../api/gone.ts'
import {
  connectionList,
  connectionLog,
  connectionPollInterval,
  connectionQuery,
  logPollInterval,
} from './connection-queries.ts'
import { ConnectionOverview } from './ConnectionOverview.tsx'
import { KeyNotice } from './key/KeyNotice.tsx'
import { pairsTab, useHasPairs } from './subnet-pairs/use-pairs-support.ts'
import { useConnectionContext } from '../../ui/connections/use-connection-context.ts'

const ConnectionDialog = lazy(() => import('./ConnectionDialog.tsx'))
const LogsTab = lazy(() => import('./logs/LogsTab.tsx'))
const DoctorTab = lazy(() => import('./doctor/DoctorTab.tsx'))
const PeerConfigurationTab = lazy(() => import('./peer-configuration/PeerConfigurationTab.tsx'))
const MetricsTab = lazy(() => import('../metrics/ConnectionMetricsTab.tsx'))
const SubnetPairsTab = lazy(() => import('./subnet-pairs/SubnetPairsTab.tsx'))
const MonitorTab = lazy(() => import('./monitor/MonitorTab.tsx'))
const TagsTab = lazy(() => import('../tags/TagsTab.tsx'))
const CodeTab = lazy(() => import('../as-code/CodeTab.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, connectionQuery(params['cloudId'] ?? '', params['connectionId'] ?? ''))

export const crumb = function ConnectionCrumb() {
  const { connectionId = '' } = useParams()
  const { data } = useQuery(connectionQuery(useCloudId(), connectionId))
  return data?.vpn_connection.name ?? 'Connection'
}

export default function ConnectionPage() {
  const cloudId = useCloudId()
  const { connectionId = '' } = useParams()
  const navigate = useNavigate()
  const denied = useDenied()
  const live = useLive(connectionQuery(cloudId, connectionId), (data) =>
    connectionPollInterval(data && [data.vpn_connection]),
  )
  const { vpn_connection: connection, request_id } = live.data
  const { name, status } = connection
  const all = useQuery({
    ...connectionList(cloudId, connection.vgw_id),
    refetchInterval: ({ state }) => nextPollMs(connectionPollInterval(state.data), state.error),
    enabled: denied('listVpnConnections') === undefined,
  })
  const log = useQuery({
    ...connectionLog(cloudId, connectionId),
    refetchInterval: ({ state }) => nextPollMs(logPollInterval(status), state.error),
    enabled: denied('showVpnConnectionLog') === undefined && !isGone(live.error),
  })
  const contextOf = useConnectionContext(cloudId, all.data)
  const [dialog, setDialog] = useState<OpenDialog>()
  const hasPairs = useHasPairs(connectionId)
  // Gone while somebody looks at it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const context = contextOf(connection)

  return (
    <KitWords>
      <PageHeader
        title={name}
        description="Connection"
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
                  'showVpnConnection',
                  'listVpnConnections',
                  'showVpnConnectionLog',
                  'listConnectionIpsecSa',
                )
              }
            />
            {connectionActions(cloudId, connection, denied, setDialog).map(
              ({ id, text, to, disabledReason, onChoose }) => (
                <ActionButton
                  key={id}
                  disabledReason={disabledReason}
                  {...(to !== undefined && { to })}
                  {...(onChoose && { onClick: onChoose })}
                >
                  {text}
                </ActionButton>
              ),
            )}
          </>
        }
      />
      <KeyNotice connection={connection} />
      <DetailTabs
        label={`Parts of ${name}`}
        tabs={[
          {
            id: 'overview',
            label: 'Overview',
            content: (
              <ConnectionOverview
                connection={connection}
                context={context}
                requestId={request_id}
                logs={log.data?.logs}
              />
            ),
          },
          {
            id: 'logs',
            label: 'Logs',
            content: <LogsTab connection={connection} context={context} />,
            disabledReason: denied('showVpnConnectionLog'),
          },
          { id: 'doctor', label: 'Doctor', content: <DoctorTab connection={connection} context={context} /> },
          {
            id: 'peer-configuration',
            label: 'Peer configuration',
            content: <PeerConfigurationTab connection={connection} context={context} />,
          },
          {
            id: 'metrics',
            label: 'Metrics',
            content: <MetricsTab connection={connection} context={context} />,
            disabledReason: denied('batchListMetricData'),
          },
          ...(hasPairs
            ? [
                {
                  id: pairsTab,
                  label: 'Subnet pairs',
                  content: <SubnetPairsTab connection={connection} context={context} />,
                  disabledReason: denied('listConnectionIpsecSa'),
                },
              ]
            : []),
          {
            id: 'monitor',
            label: 'Monitor',
            content: <MonitorTab connection={connection} context={context} />,
            disabledReason: denied('listConnectionMonitors'),
          },
          {
            id: 'tags',
            label: 'Tags',
            content: (
              <TagsTab resourceType="vpn-connection" id={connectionId} name={name} tags={connection.tags ?? []} />
            ),
          },
          {
            id: 'code',
            label: 'Code',
            content: <CodeTab resources={[{ type: 'vpn-connection', value: connection }]} />,
          },
        ]}
      />
      {dialog && (
        <Suspense>
          <ConnectionDialog
            action={dialog}
            connection={connection}
            context={context}
            onClose={() => setDialog(undefined)}
            onDeleted={() => void navigate(paths.vpnConnections({ cloudId }))}
          />
        </Suspense>
      )}
    </KitWords>
  )
}
