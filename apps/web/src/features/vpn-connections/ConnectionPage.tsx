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
import {
  connectionList,
  connectionLog,
  connectionPollInterval,
  connectionQuery,
  isGone,
  logPollInterval,
} from './connection-queries.ts'
import { ConnectionLogs } from './ConnectionLogs.tsx'
import { ConnectionOverview } from './ConnectionOverview.tsx'
import { lastReason } from './log-lines.ts'
import { useConnectionContext } from './use-connection-context.ts'

const ConnectionDialog = lazy(() => import('./ConnectionDialog.tsx'))

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
  // Gone while somebody looks at it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const context = contextOf(connection)
  const reason = status === 'DOWN' && log.data ? lastReason(log.data.logs) : undefined

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
                void invalidate(cloudId, 'showVpnConnection', 'listVpnConnections', 'showVpnConnectionLog')
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
                cause={reason && `Last in the log: ${reason}`}
              />
            ),
          },
          {
            id: 'logs',
            label: 'Logs',
            content: <ConnectionLogs name={name} log={log} />,
            disabledReason: denied('showVpnConnectionLog'),
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
