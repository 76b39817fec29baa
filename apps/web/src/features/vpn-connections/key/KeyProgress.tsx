import type { CustomerGateway } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { StepList } from '../rollout/StepList.tsx'
import { nextStep, progressWords, type Step } from '../rollout/steps.ts'
import type { Rollout } from '../rollout/use-rollout.ts'

/** The new key, as long as this page is open: hidden until somebody wants to see it. */
const NewKey = ({ psk }: { psk: string }) => {
  const [isShown, setShown] = useState(false)
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <span>The new key:</span>
      <span className="mono">{isShown ? psk : '••••••••••••'}</span>
      <CopyButton text={psk} what="the new key" />
      <Button formAction="none" variant="inline-link" onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide the new key' : 'Show the new key'}
      </Button>
    </SpaceBetween>
  )
}

type KeyProgressProps = {
  rollout: Rollout
  /** Undefined where the key was sent on another visit: nobody can read it back. */
  psk: string | undefined
  customerGatewayName: string
  customerGateway: CustomerGateway | undefined
  backTo: string
}

/** How far the change of the key is, and what only a person can do for it. */
export const KeyProgress = ({ rollout, psk, customerGatewayName, customerGateway, backTo }: KeyProgressProps) => {
  const { steps } = rollout
  const current = nextStep(steps)
  const hasResets = steps.some(({ kind }) => kind === 'reset')
  const address = customerGateway === undefined ? '' : ` (${customerGateway.id_value})`

  const noteOf = ({ id, kind, state }: Step) => {
    if (kind === 'peer' && state === 'asking') {
      return (
        <SpaceBetween size="xs">
          <Box>
            The customer device of {customerGatewayName}
            {address} needs the same key for these tunnels.{' '}
            {hasResets
              ? 'Until then, and until the reset, they go on with the old one.'
              : 'The next negotiation uses the new one on both ends.'}
          </Box>
          {psk !== undefined && <NewKey psk={psk} />}
          <Button formAction="none" variant="primary" onClick={() => rollout.settle(id, 'done')}>
            The customer device has the new key
          </Button>
        </SpaceBetween>
      )
    }
    if (kind === 'up' && state === 'doing') {
      return (
        <Box color="text-body-secondary">
          It comes up as soon as both ends have the same key. If it takes longer than a minute, look whether the
          customer device has it.
        </Box>
      )
    }
    return undefined
  }

  return (
    <Container header={<Header variant="h2">Progress</Header>}>
      <SpaceBetween size="l">
        {!current && (
          <Alert type="success" header="The key is changed">
            {hasResets ? 'The tunnels were negotiated with the new key.' : 'It acts at the next negotiation.'}
          </Alert>
        )}
        <StepList label="Steps of the change" rollout={rollout} noteOf={noteOf} />
        {current?.state === 'failed' && <Box color="text-body-secondary">{progressWords(steps)}</Box>}
        <ActionButton to={backTo} variant={current ? 'normal' : 'primary'}>
          {current ? 'Leave this for later' : 'Back to the connection'}
        </ActionButton>
      </SpaceBetween>
    </Container>
  )
}
