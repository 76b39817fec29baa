import type { VpnConnection } from '@vpn-console/api-client'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { load, useCloudId, useLive } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { connectionActions, type OpenDialog } from './connection-actions.ts'
import { connectionColumns } from './connection-columns.tsx'
import { connectionList, connectionPollInterval } from './connection-queries.ts'
import { useConnectionContext } from './use-connection-context.ts'

const ConnectionDialog = lazy(() => import('./ConnectionDialog.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, connectionList(params['cloudId'] ?? ''))

export default function ConnectionListPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const connections = useLive(connectionList(cloudId), connectionPollInterval)
  const contextOf = useConnectionContext(cloudId, connections.data)
  const columns = useMemo(() => connectionColumns(cloudId, contextOf), [cloudId, contextOf])
  const [dialog, setDialog] = useState<{ action: OpenDialog; connection: VpnConnection }>()

  const createButton = (
    <ActionButton
      variant="primary"
      to={paths.vpnConnectionNew({ cloudId })}
      disabledReason={denied('createVpnConnection')}
    >
      Create connection
    </ActionButton>
  )

  return (
    <>
      <PageHeader
        title="Connections"
        count={String(connections.data.length)}
        description="Tunnels between VPN gateways and customer gateways. Two of the same ends, one on each gateway address, are a pair."
        actions={
          <>
            <StaleNotice
              since={connections.staleSince}
              onRetry={() => void connections.refetch()}
              isRetrying={connections.isFetching}
            />
            {createButton}
          </>
        }
      />
      <ResourceTable
        id="vpn-connections"
        words={{ one: 'connection', many: 'connections' }}
        items={connections.data}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        sortedBy="name"
        empty={{
          text: 'A connection needs a VPN gateway; a customer gateway can be made on the way.',
          action: createButton,
        }}
        actionsOf={(connection) =>
          connectionActions(cloudId, connection, denied, (action) => setDialog({ action, connection }))
        }
      />
      {dialog && (
        <Suspense>
          <ConnectionDialog
            action={dialog.action}
            connection={dialog.connection}
            context={contextOf(dialog.connection)}
            onClose={() => setDialog(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}
