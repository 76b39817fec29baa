import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { download } from '../../../ui/table/export.ts'
import styles from './CredentialsSheet.module.css'
import { credentialsCsv, type Credentials } from './exports.ts'
import type { UserRow } from './rows.ts'

type CredentialsSheetProps = { users: readonly UserRow[]; access: Credentials; isSaved: boolean; onSaved: () => void }

const Printed = ({ users, access }: Pick<CredentialsSheetProps, 'users' | 'access'>) => (
  <section className={styles['sheet']} aria-label="Credentials to print">
    <p>
      Server <span className="mono">{access.server || '–'}</span>, port <span className="mono">{access.port}</span>.{' '}
      {access.profile}
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">User</th>
          <th scope="col">Password</th>
        </tr>
      </thead>
      <tbody>
        {users.map(({ name, password }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{password}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** Names and passwords of those who were created. They are nowhere but in this page, and gone with it. */
export const CredentialsSheet = ({ users, access, isSaved, onSaved }: CredentialsSheetProps) => {
  const [isShown, setShown] = useState(false)
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${users.length})`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <ActionButton onClick={() => setShown(!isShown)}>
                {isShown ? 'Hide passwords' : 'Show to print'}
              </ActionButton>
              {isShown && (
                <ActionButton
                  onClick={() => {
                    window.print()
                    onSaved()
                  }}
                >
                  Print
                </ActionButton>
              )}
              <ActionButton
                variant="primary"
                iconName="download"
                onClick={() => {
                  download('vpn-users-credentials.csv', 'text/csv', credentialsCsv(users, access))
                  onSaved()
                }}
              >
                Download credentials
              </ActionButton>
            </SpaceBetween>
          }
        >
          Credentials
        </Header>
      }
    >
      <SpaceBetween size="m">
        {!isSaved && (
          <Alert type="warning" header="Save the credentials before you leave">
            The passwords exist only in this page. Nobody can read them again: not the console, not the service.
          </Alert>
        )}
        {isSaved && <span>The credentials were saved. Keep them where only those see them who hand them out.</span>}
        {isShown && <Printed users={users} access={access} />}
      </SpaceBetween>
    </Container>
  )
}
