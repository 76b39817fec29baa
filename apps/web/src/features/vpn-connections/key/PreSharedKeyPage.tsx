import { connectionRefuses, type VpnConnection } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { load, useCloudId, useLive } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { UnsavedGuard } from '../../../ui/form/UnsavedGuard.tsx'
import { KitWords } from '../../../ui/KitWords.tsx'
import { useNow } from '../../../ui/now.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { agoWords } from '../../../ui/time-words.ts'
import { keyRefusal } from '../connection-actions.ts'
import { isGone } from '../../../api/gone.ts'
import { connectionList, connectionPollInterval, connectionQuery } from '../connection-queries.ts'
import { keyPlan, nextStep } from '../rollout/steps.ts'
import { useRollout } from '../rollout/use-rollout.ts'
import { useConnectionContext } from '../../../ui/connections/use-connection-context.ts'
import { useKeyChanges } from './key-changes.ts'
import { KeyForm } from './KeyForm.tsx'
import { KeyProgress } from './KeyProgress.tsx'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, connectionQuery(params['cloudId'] ?? '', params['connectionId'] ?? ''))

export const crumb = 'Change the pre-shared key'

type SentBeforeProps = { tunnels: readonly VpnConnection[]; onGoOn: (tunnels: readonly VpnConnection[]) => void }

/** A key that was changed some time ago and waits for its reset: it can be gone on with, without typing it again. */
const SentBefore = ({ tunnels, onGoOn }: SentBeforeProps) => {
  const now = useNow()
  const changes = useKeyChanges(useCloudId())
  const waiting = tunnels.filter(({ id }) => changes.has(id))
  if (waiting.length === 0) return null
  const since = Math.min(...waiting.map(({ id }) => changes.get(id) ?? now))
  const names = new Intl.ListFormat('en').format(waiting.map(({ name }) => name))
  return (
    <Alert
      type="warning"
      header={`A new key waits for a reset of ${names}`}
      action={
        <Button formAction="none" onClick={() => onGoOn(waiting)}>
          Go on with the reset
        </Button>
      }
    >
      It was sent to the cloud {agoWords(since, now)}. With IKEv2 it has no effect until the reset. Go on, or change the
      key once more below.
    </Alert>
  )
}

export default function PreSharedKeyPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { connectionId = '' } = useParams()
  const live = useLive(connectionQuery(cloudId, connectionId), (data) =>
    connectionPollInterval(data && [data.vpn_connection]),
  )
  const { vpn_connection: connection } = live.data
  const beside = useQuery({
    ...connectionList(cloudId, connection.vgw_id),
    enabled: denied('listVpnConnections') === undefined,
  })
  const context = useConnectionContext(cloudId, beside.data)(connection)
  const [psk, setPsk] = useState<string>()
  const rollout = useRollout()
  const hasBegun = rollout.steps.length > 0
  const isUnderWay = hasBegun && nextStep(rollout.steps) !== undefined
  const isSaved = useCallback(() => !isUnderWay, [isUnderWay])
  if (isGone(live.error)) throw live.error

  const { other, customerGateway, customerGatewayName } = context
  const tunnels = other ? [connection, other].toSorted((a, b) => a.name.localeCompare(b.name)) : [connection]
  const backTo = paths.vpnConnection({ cloudId, connectionId })
  const gm = keyRefusal(connection)

  return (
    <KitWords>
      <PageHeader
        title={`Change the pre-shared key of ${connection.name}`}
        description="Guided, so that a pair carries traffic all the time, and nothing is left half done unnoticed."
      />
      {gm !== undefined ? (
        <Alert type="info" header="There is no key to change">
          {gm} <AppLink to={backTo}>Back to the connection</AppLink>
        </Alert>
      ) : hasBegun ? (
        <KeyProgress
          rollout={rollout}
          psk={psk}
          customerGatewayName={customerGatewayName}
          customerGateway={customerGateway}
          backTo={backTo}
        />
      ) : (
        <SpaceBetween size="l">
          <SentBefore
            tunnels={tunnels}
            onGoOn={(waiting) => rollout.start(keyPlan(waiting, { isSent: true, resets: true }))}
          />
          {!beside.isLoading && (
            <KeyForm
              tunnels={tunnels}
              customerGatewayName={customerGatewayName}
              disabledReason={
                denied('updateVpnConnection') ??
                denied('resetVpnConnection') ??
                tunnels.map((one) => connectionRefuses('update', one)).find((reason) => reason !== undefined)
              }
              cancelTo={backTo}
              onSend={(chosen, key, resets) => {
                setPsk(key)
                rollout.start(keyPlan(chosen, { isSent: false, resets }), key)
              }}
            />
          )}
        </SpaceBetween>
      )}
      <UnsavedGuard
        isDirty={isUnderWay}
        isSaved={isSaved}
        words={{
          title: 'Leave before the key is in use?',
          text: 'What is done stays done. The key is not kept: copy it first. The resets can be gone on with from here later.',
        }}
      />
    </KitWords>
  )
}
