import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef } from 'react'
import { holdUnsaved } from '../../../api/signed-out.ts'
import { useSession } from '../../../api/session.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { download } from '../../../ui/table/export.ts'
import { codesFile } from './proof-form.ts'
import styles from './SecondFactor.module.css'

/** The recovery codes, in sight this once. */
export const RecoveryCodes = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const { user } = useSession()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.focus()
    // The end of the session must not take them away before they are kept.
    return holdUnsaved()
  }, [])
  return (
    <div ref={place} tabIndex={-1}>
      <Container header={<Header variant="h2">Keep your recovery codes</Header>}>
        <SpaceBetween size="m">
          <Alert type="warning">
            They are shown this once. When the authenticator is lost, each of them signs you in one time in the place of
            a code. Keep them where the authenticator is not.
          </Alert>
          <ol className={`${styles['codes']} mono`} aria-label="Recovery codes">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <Button formAction="none" variant="primary" onClick={onKept}>
              I have kept them
            </Button>
            <Button
              formAction="none"
              iconName="download"
              onClick={() => download('vpn-console-recovery-codes.txt', 'text/plain', codesFile(user.name, codes))}
            >
              Download
            </Button>
            <CopyButton text={codes.join('\n')} what="the recovery codes" />
          </SpaceBetween>
        </SpaceBetween>
      </Container>
    </div>
  )
}
