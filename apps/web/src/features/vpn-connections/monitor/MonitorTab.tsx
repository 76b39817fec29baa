import type { ConnectionMonitor, VpnConnection } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { lazy, Suspense, useState } from 'react'
import { useOperation } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { AppLink } from '../../../ui/AppLink.tsx'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import { FormError } from '../../../ui/FormError.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import type { ConnectionContext } from '../../../ui/connections/connection-rows.ts'
import { monitorRefusal, monitorStatus, nqaWords } from './monitor-words.ts'
import { useMonitor } from './use-monitor.ts'

const DeleteMonitor = lazy(() => import('./DeleteMonitor.tsx'))

const purpose =
  'The gateway pings the customer gateway over the internet, outside the tunnel: that tells trouble on the line from trouble of the tunnel.'

const Shown = ({ monitor, name }: { monitor: ConnectionMonitor; name: string }) => {
  const { words, kind } = monitorStatus(monitor.status)
  const address = (value: string | undefined, what: string) => value && <CopyableId value={value} what={what} />
  return (
    <SpaceBetween size="m">
      <KeyValues
        columns={3}
        items={[
          {
            label: 'State',
            value: (
              <span title={`Status ${monitor.status}`}>
                <StatusIndicator type={kind}>{words}</StatusIndicator>
              </span>
            ),
          },
          { label: 'From', value: address(monitor.source_ip, 'the source of the monitor') },
          { label: 'To', value: address(monitor.destination_ip, 'the destination of the monitor') },
          { label: 'Protocol', value: monitor.proto_type?.toUpperCase() },
          { label: 'Id', value: <CopyableId value={monitor.id} what={`the monitor id of ${name}`} /> },
        ]}
      />
      <Box color="text-body-secondary">
        Latency and loss of the line are among the <AppLink to="?tab=metrics">metrics</AppLink>, the first some minutes
        after the monitor was created. A customer device or firewall that does not answer pings shows as a loss of 100
        %.
      </Box>
    </SpaceBetween>
  )
}

type MonitorTabProps = { connection: VpnConnection; context: ConnectionContext }

/** The monitor of a connection, which is made and taken down here, and the probing that a connection is created with. */
export default function MonitorTab({ connection, context }: MonitorTabProps) {
  const { id, name } = connection
  const denied = useDenied()
  const { monitor, isLoading, error, refetch } = useMonitor(connection)
  const [isDeleting, setDeleting] = useState(false)
  const create = useOperation('createConnectionMonitor', {
    refreshes: ['listConnectionMonitors', 'showConnectionMonitor', 'showVpnConnection', 'listVpnConnections'],
  })

  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description={purpose}
            actions={
              monitor ? (
                <ActionButton
                  onClick={() => setDeleting(true)}
                  disabledReason={
                    denied('deleteConnectionMonitor') ??
                    (monitor.status === 'PENDING_DELETE' ? 'It is being deleted already.' : undefined)
                  }
                >
                  Delete monitor
                </ActionButton>
              ) : (
                <ActionButton
                  variant="primary"
                  loading={create.isPending}
                  loadingText="Creating the monitor"
                  disabledReason={
                    denied('createConnectionMonitor') ??
                    (isLoading || error
                      ? 'Whether there is one is not known yet.'
                      : monitorRefusal(connection, monitor))
                  }
                  onClick={() => create.mutate({ body: { connection_monitor: { vpn_connection_id: id } } })}
                >
                  Create monitor
                </ActionButton>
              )
            }
          >
            Monitor of {name}
          </Header>
        }
      >
        <SpaceBetween size="m">
          {isLoading && <Loading what="the monitor" />}
          {error && (
            <FormError
              title="The monitor could not be looked up"
              error={error}
              action={<ActionButton onClick={refetch}>Try again</ActionButton>}
            />
          )}
          {create.error !== null && !create.isPending && (
            <FormError title="The monitor was not created" error={create.error} />
          )}
          {monitor && <Shown monitor={monitor} name={name} />}
          {!monitor && !isLoading && !error && (
            <Box color="text-body-secondary">
              There is none. It would ping {context.customerGateway?.id_value ?? context.customerGatewayName} from{' '}
              {context.end.address ?? context.gatewayName}, and fill the metrics of the line: without it they are not
              measured. It interrupts nothing, and there is one for each connection.
            </Box>
          )}
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            description="Network quality analysis pings the customer device through the tunnel; where it does not answer, the tunnel counts as not connected."
          >
            NQA
          </Header>
        }
      >
        {nqaWords(connection)}
      </Container>
      {isDeleting && monitor && (
        <Suspense>
          <DeleteMonitor monitor={monitor} name={name} onClose={() => setDeleting(false)} />
        </Suspense>
      )}
    </SpaceBetween>
  )
}
