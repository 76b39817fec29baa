import { p2cGatewayRefuses, type P2cVpnGateway } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import { errorText } from '../../../ui/error-words.ts'
import { ErrorDetails } from '../../../ui/ErrorDetails.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { logConfig, logGroups, logStreams, type LogPlace } from './log-queries.ts'
import { LogConfigForm } from './LogConfigForm.tsx'
import { LogLines } from './LogLines.tsx'
import { StopLogging } from './StopLogging.tsx'

const Place = ({ place, name }: { place: LogPlace; name: string }) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const groups = useQuery({ ...logGroups(cloudId), enabled: denied('listLogGroups') === undefined })
  const streams = useQuery({
    ...logStreams(cloudId, place.log_group_id),
    enabled: denied('listLogStream') === undefined,
  })
  const group = groups.data?.log_groups.find(({ log_group_id }) => log_group_id === place.log_group_id)
  const stream = streams.data?.log_streams.find(({ log_stream_id }) => log_stream_id === place.log_stream_id)
  return (
    <KeyValues
      columns={2}
      items={[
        {
          label: 'Log group',
          value: (
            <>
              {group?.log_group_name !== undefined && <div>{group.log_group_name}</div>}
              <CopyableId value={place.log_group_id} what={`the log group id of ${name}`} />
            </>
          ),
        },
        {
          label: 'Log stream',
          value: (
            <>
              {stream?.log_stream_name !== undefined && <div>{stream.log_stream_name}</div>}
              <CopyableId value={place.log_stream_id} what={`the log stream id of ${name}`} />
            </>
          ),
        },
      ]}
    />
  )
}

/** Where the gateway writes who came and went, and what it wrote. */
export default function LogTab({ gateway }: { gateway: P2cVpnGateway }) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { id, name } = gateway
  const config = useQuery(logConfig(cloudId, id))
  const [isEditing, setEditing] = useState(false)
  const [isStopping, setStopping] = useState(false)
  if (config.isPending) return <Loading what="the log configuration" />
  if (config.data === undefined) {
    return (
      <Alert
        type="error"
        header="The log configuration could not be loaded"
        action={<ActionButton onClick={() => void config.refetch()}>Try again</ActionButton>}
      >
        {errorText(config.error)}
        <ErrorDetails error={config.error} />
      </Alert>
    )
  }
  const place = config.data
  const busy = p2cGatewayRefuses('update', gateway)
  if (isEditing) return <LogConfigForm gateway={gateway} place={place} onClose={() => setEditing(false)} />
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description="Who connected and who left, written into a stream of the log service."
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                {place && (
                  <ActionButton
                    onClick={() => setStopping(true)}
                    disabledReason={denied('deleteVpnConnectionsLogConfig') ?? busy}
                  >
                    Stop writing
                  </ActionButton>
                )}
                <ActionButton
                  variant={place ? 'normal' : 'primary'}
                  onClick={() => setEditing(true)}
                  disabledReason={denied('updateVpnConnectionsLogConfig') ?? busy}
                >
                  {place ? 'Change the stream' : 'Choose a stream'}
                </ActionButton>
              </SpaceBetween>
            }
          >
            Connection log
          </Header>
        }
      >
        {place ? (
          <Place place={place} name={name} />
        ) : (
          <Box color="text-body-secondary">
            {name} writes no connection log. Choose a stream, and it writes from then on.
          </Box>
        )}
      </Container>
      {place && <LogLines place={place} name={name} />}
      {isStopping && <StopLogging gateway={gateway} onClose={() => setStopping(false)} />}
    </SpaceBetween>
  )
}
