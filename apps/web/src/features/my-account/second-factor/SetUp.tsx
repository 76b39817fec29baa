import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState, type ReactNode } from 'react'
import { FormProvider } from 'react-hook-form'
import { ownCall } from '../../../api/console-call.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { FormError } from '../../../ui/FormError.tsx'
import { PasswordInput } from '../PasswordInput.tsx'
import { CodeInput } from './CodeInput.tsx'
import { codeProof, inGroups, passwordProof, type ProofValues } from './proof-form.ts'
import { QrCode } from './QrCode.tsx'
import styles from './SecondFactor.module.css'
import { useProof } from './use-proof.ts'

type Begun = { secret: string; uri: string }

type StepProps = {
  proof: Pick<ReturnType<typeof useProof>, 'form' | 'submit' | 'isPending' | 'error'>
  submitText: string
  onCancel: () => void
  children: ReactNode
}

const Step = ({ proof: { form, submit, isPending, error }, submitText, onCancel, children }: StepProps) => (
  <FormProvider {...form}>
    <form noValidate onSubmit={(event) => void submit(event)}>
      <SpaceBetween size="m">
        {children}
        {error && <FormError title="The second factor is not set up" error={error} />}
        <SpaceBetween direction="horizontal" size="xs">
          <ActionButton submit variant="primary" loading={isPending} loadingText="Sending">
            {submitText}
          </ActionButton>
          <ActionButton variant="link" onClick={onCancel}>
            Cancel
          </ActionButton>
        </SpaceBetween>
      </SpaceBetween>
    </form>
  </FormProvider>
)

const AskPassword = ({ onBegun, onCancel }: { onBegun: (begun: Begun) => void; onCancel: () => void }) => {
  const proof = useProof<Begun>({
    schema: passwordProof,
    send: ({ password }) => ownCall('beginSecondFactor', { body: { password } }),
    onDone: onBegun,
  })
  return (
    <Step proof={proof} submitText="Continue" onCancel={onCancel}>
      <div className={styles['narrow']}>
        <PasswordInput<ProofValues>
          name="password"
          label="Your password"
          description="Asked again, so that nobody else sets it up at your open window."
          fill="current-password"
        />
      </div>
    </Step>
  )
}

type ScanProps = { begun: Begun; onCodes: (codes: string[]) => void; onCancel: () => void }

const Scan = ({ begun: { secret, uri }, onCodes, onCancel }: ScanProps) => {
  const proof = useProof<{ recoveryCodes: string[] }>({
    schema: codeProof,
    send: ({ code }) => ownCall('confirmSecondFactor', { body: { code } }),
    onDone: ({ recoveryCodes }) => onCodes(recoveryCodes),
  })
  return (
    <Step proof={proof} submitText="Turn on" onCancel={onCancel}>
      <div className={styles['scan']}>
        <QrCode text={uri} label="QR code of the secret; the same secret is written beside it, to be typed" />
        <div className={styles['beside']}>
          <SpaceBetween size="m">
            <Box>
              Scan it with an authenticator app that knows time-based codes (TOTP), or type this secret into it:
            </Box>
            <div>
              <span className={`${styles['secret']} mono`}>{inGroups(secret)}</span>{' '}
              <CopyButton text={secret} what="the secret" />
            </div>
            <CodeInput description="The first code proves that the app has the secret. Nothing changes before." />
          </SpaceBetween>
        </div>
      </div>
    </Step>
  )
}

/** Sets up the second factor: the password, then the secret for the app and its first code. */
export const SetUp = ({ onCodes, onCancel }: { onCodes: (codes: string[]) => void; onCancel: () => void }) => {
  // Lives in this page alone: a reload begins anew, with another secret.
  const [begun, setBegun] = useState<Begun>()
  return (
    <Container
      header={
        <Header variant="h2" description={begun ? 'Step 2 of 2: the authenticator' : 'Step 1 of 2: your password'}>
          Set up the second factor
        </Header>
      }
    >
      {begun ? (
        <Scan begun={begun} onCodes={onCodes} onCancel={onCancel} />
      ) : (
        <AskPassword onBegun={setBegun} onCancel={onCancel} />
      )}
    </Container>
  )
}
