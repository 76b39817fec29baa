import type { VpnConnection } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { ContextOf } from '../../../ui/connections/connection-rows.ts'
import { deletePlan, nextStep, progressWords, resetPlan } from '../rollout/steps.ts'
import { StepList } from '../rollout/StepList.tsx'
import { useRollout } from '../rollout/use-rollout.ts'
import { batchConsequence, countOf, type BatchAction } from './batch-words.ts'

type BatchDialogProps = {
  action: BatchAction
  connections: readonly VpnConnection[]
  contextOf: ContextOf
  onClose: () => void
}

const verbs = { reset: 'Reset', delete: 'Delete' } as const

/** Asks before several connections are reset or deleted, naming all of them, and shows how far it is. */
export default function BatchDialog({ action, connections: given, contextOf, onClose }: BatchDialogProps) {
  // Those that were chosen when it was opened: what the list becomes meanwhile is another matter.
  const [connections] = useState(given)
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const rollout = useRollout()
  const verb = verbs[action]
  const count = countOf(connections.length)
  const hasBegun = rollout.steps.length > 0
  const isOver = hasBegun && !nextStep(rollout.steps)
  const isConfirmed = action === 'reset' || typed.trim() === count

  const begin = () => {
    setTried(true)
    if (!isConfirmed) return
    rollout.start(
      action === 'delete'
        ? deletePlan(connections)
        : resetPlan(connections, (tunnel) => {
            const connection = connections.find(({ id }) => id === tunnel.id)
            return connection && contextOf(connection).other
          }),
    )
  }

  return (
    <Modal
      visible
      size="medium"
      header={`${verb} ${count}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant={isOver ? 'primary' : 'link'} onClick={onClose}>
              {isOver ? 'Close' : hasBegun ? 'Stop here' : 'Cancel'}
            </Button>
            {!hasBegun && (
              <Button formAction="none" variant="primary" onClick={begin}>
                {verb} {count}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {hasBegun ? (
        <SpaceBetween size="m">
          <StepList label={`${verb} ${count}`} rollout={rollout} />
          {!rollout.isRunning && <Box color="text-body-secondary">{progressWords(rollout.steps)}</Box>}
        </SpaceBetween>
      ) : (
        <SpaceBetween size="m">
          <Alert type="warning">{batchConsequence(action, connections, contextOf)}</Alert>
          <ul aria-label={`Connections to ${action}`}>
            {connections.map((connection) => (
              <li key={connection.id}>
                <strong>{connection.name}</strong>, {contextOf(connection).gatewayName} to{' '}
                {contextOf(connection).customerGatewayName}
              </li>
            ))}
          </ul>
          {action === 'delete' && (
            <FormField
              label={`Type ${count} to confirm`}
              errorText={isTried && !isConfirmed ? `Type it exactly: ${count}` : undefined}
            >
              <Input
                value={typed}
                onChange={({ detail }) => setTyped(detail.value)}
                autoComplete={false}
                spellcheck={false}
                placeholder={count}
              />
            </FormField>
          )}
        </SpaceBetween>
      )}
    </Modal>
  )
}
