import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { ownCall, ownQuery, renew } from '../../../api/console-call.ts'
import { renewSession, useSession } from '../../../api/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { showFlash } from '../../../ui/flashes.ts'
import { FormError } from '../../../ui/FormError.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import { ProofDialog } from './ProofDialog.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SetUp } from './SetUp.tsx'

type Status = { isOn: boolean; since?: number | undefined; recoveryCodesLeft: number }

/** So few that it is time for new ones. */
const fewCodes = 3

const Card = ({ actions, children }: { actions?: ReactNode; children: ReactNode }) => (
  <Container
    header={
      <Header
        variant="h2"
        actions={actions}
        description="With it a stolen password alone signs nobody in: a code of your authenticator app is asked for as well."
      >
        Second factor
      </Header>
    }
  >
    {children}
  </Container>
)

const CodesLeft = ({ left }: { left: number }) => {
  if (left === 0) return <StatusIndicator type="error">None left</StatusIndicator>
  if (left <= fewCodes) return <StatusIndicator type="warning">Only {left} left</StatusIndicator>
  return <>{left} left</>
}

type OnProps = { status: Status; onCodes: (codes: string[]) => void; onOff: () => void }

const IsOn = ({ status: { since, recoveryCodesLeft }, onCodes, onOff }: OnProps) => {
  const [dialog, setDialog] = useState<'codes' | 'off'>()
  const close = () => setDialog(undefined)
  return (
    <Card
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <ActionButton onClick={() => setDialog('codes')}>New recovery codes</ActionButton>
          <ActionButton onClick={() => setDialog('off')}>Turn off</ActionButton>
        </SpaceBetween>
      }
    >
      <KeyValues
        items={[
          { label: 'State', value: <StatusIndicator type="success">On</StatusIndicator> },
          {
            label: 'Since',
            value: <Timestamp value={since === undefined ? undefined : new Date(since).toISOString()} />,
          },
          { label: 'Recovery codes', value: <CodesLeft left={recoveryCodesLeft} /> },
        ]}
      />
      {dialog === 'codes' && (
        <ProofDialog
          title="New recovery codes"
          consequence="The codes that you have now work no more."
          submitText="Make new codes"
          errorTitle="The codes were not made"
          send={(body) => ownCall('renewRecoveryCodes', { body })}
          onDone={({ recoveryCodes }) => onCodes(recoveryCodes)}
          onClose={close}
        />
      )}
      {dialog === 'off' && (
        <ProofDialog
          title="Turn off the second factor"
          consequence="From then on the password alone signs you in. The recovery codes go as well."
          submitText="Turn off"
          errorTitle="The second factor is still on"
          send={(body) => ownCall('disableSecondFactor', { body })}
          onDone={onOff}
          onClose={close}
        />
      )}
    </Card>
  )
}

/** The second factor of one's own sign-in: set up, renewed, turned off. */
export default function SecondFactorTab() {
  const { user } = useSession()
  const status = useQuery({ ...ownQuery('showSecondFactor', {}), enabled: user.method === 'password' })
  const [isSettingUp, setSettingUp] = useState(false)
  const [codes, setCodes] = useState<readonly string[]>()

  if (user.method === 'sso') {
    return (
      <Card>
        <Box>You sign in by the provider of your organization. Whether a second factor is asked for is set there.</Box>
      </Card>
    )
  }

  const keep = (made: readonly string[]) => {
    // They come into sight before anything else is asked that could fail.
    setCodes(made)
    setSettingUp(false)
    void renew('showSecondFactor')
    // The session has another id, and with it another token for changes.
    void renewSession()
  }
  if (codes) {
    return (
      <RecoveryCodes
        codes={codes}
        onKept={() => {
          setCodes(undefined)
          showFlash({ type: 'success', content: 'A code of your authenticator is asked for when you sign in.' })
        }}
      />
    )
  }
  if (isSettingUp) return <SetUp onCodes={keep} onCancel={() => setSettingUp(false)} />
  if (status.error) return <FormError title="The second factor could not be looked up" error={status.error} />
  if (!status.data) return <Loading what="the second factor" />
  if (status.data.isOn) {
    return (
      <IsOn
        status={status.data}
        onCodes={keep}
        onOff={() => {
          void renew('showSecondFactor')
          void renewSession()
          showFlash({ type: 'success', content: 'The second factor is off.' })
        }}
      />
    )
  }
  return (
    <Card
      actions={
        <ActionButton variant="primary" onClick={() => setSettingUp(true)}>
          Set up
        </ActionButton>
      }
    >
      <KeyValues items={[{ label: 'State', value: <StatusIndicator type="stopped">Off</StatusIndicator> }]} />
    </Card>
  )
}
