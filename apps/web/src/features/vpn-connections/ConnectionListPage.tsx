import { connectionRefuses, type OperationName, type VpnConnection } from '@vpn-console/api-client'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { load, useCloudId, useLive } from '../../api/operation-query.ts'
import { queryClient } from '../../api/query-client.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useConnectionQuotaRefusal } from '../../ui/connection-quota.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { compareValues } from '../../ui/table/columns.ts'
import { ConnectionTable } from '../../ui/connections/ConnectionTable.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { batchRefusal, countOf } from './batch/batch-words.ts'
import { connectionActions, type OpenDialog } from './connection-actions.ts'
import { connectionList, connectionPollInterval, customerGatewayList, gatewayList } from './connection-queries.ts'
import { useConnectionContext } from '../../ui/connections/use-connection-context.ts'

const ConnectionDialog = lazy(() => import('./ConnectionDialog.tsx'))

const BatchDialog = lazy(() => import('./batch/BatchDialog.tsx'))
const SelectionCode = lazy(() => import('./batch/SelectionCode.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) => {
  const cloudId = params['cloudId'] ?? ''
  // The names of the ends come on the way; the list does not wait for them.
  void queryClient.prefetchQuery(gatewayList(cloudId))
  void queryClient.prefetchQuery(customerGatewayList(cloudId))
  return load(request, connectionList(cloudId))
}

type Dialog = { action: OpenDialog; connection: VpnConnection } | 'reset' | 'delete' | 'code'

const nothing: ReadonlySet<string> = new Set()

export default function ConnectionListPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const connections = useLive(connectionList(cloudId), connectionPollInterval)
  const contextOf = useConnectionContext(cloudId, connections.data)
  const quotaRefusal = useConnectionQuotaRefusal()
  const [chosenIds, setChosenIds] = useState(nothing)
  // What is gone meanwhile is chosen no more.
  const chosen = useMemo(
    () => connections.data.filter(({ id }) => chosenIds.has(id)).toSorted((a, b) => compareValues(a.name, b.name)),
    [connections.data, chosenIds],
  )
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)

  const refusal = (action: 'reset' | 'delete', name: OperationName) =>
    denied(name) ?? batchRefusal(chosen, (connection) => connectionRefuses(action, connection))

  const createButton = (
    <ActionButton
      variant="primary"
      to={paths.vpnConnectionNew({ cloudId })}
      disabledReason={denied('createVpnConnection') ?? quotaRefusal}
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
      <ConnectionTable
        id="vpn-connections"
        connections={connections.data}
        contextOf={contextOf}
        selected={chosenIds}
        onSelect={setChosenIds}
        tools={
          <Menu
            look="button"
            button={chosen.length === 0 ? 'With chosen' : `With ${countOf(chosen.length)}`}
            disabledReason={chosen.length === 0 ? 'Choose connections first.' : undefined}
            actions={[
              {
                id: 'reset',
                text: 'Reset',
                disabledReason: refusal('reset', 'resetVpnConnection'),
                onChoose: () => setDialog('reset'),
              },
              {
                id: 'delete',
                text: 'Delete',
                disabledReason: refusal('delete', 'deleteVpnConnection'),
                onChoose: () => setDialog('delete'),
              },
              { id: 'code', text: 'Show as code', onChoose: () => setDialog('code') },
              { id: 'clear', text: 'Choose none', onChoose: () => setChosenIds(nothing) },
            ]}
          />
        }
        empty={{
          text: 'A connection needs a VPN gateway; a customer gateway can be made on the way.',
          action: createButton,
        }}
        actionsOf={(connection) =>
          connectionActions(cloudId, connection, denied, (action) => setDialog({ action, connection }))
        }
      />
      <Suspense>
        {(dialog === 'reset' || dialog === 'delete') && (
          <BatchDialog action={dialog} connections={chosen} contextOf={contextOf} onClose={close} />
        )}
        {dialog === 'code' && <SelectionCode connections={chosen} onClose={close} />}
        {typeof dialog === 'object' && (
          <ConnectionDialog
            action={dialog.action}
            connection={dialog.connection}
            context={contextOf(dialog.connection)}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  )
}
