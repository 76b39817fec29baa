import type { NewVpnInvitation } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { download } from '../../../ui/table/export.ts'
import { linkOf, linksCsv } from './invitation-words.ts'
import styles from './Invitations.module.css'

/** Links that were just made: they are nowhere else, and gone when this closes. */
export const NewLinks = ({ made }: { made: readonly NewVpnInvitation[] }) => {
  const { origin } = window.location
  return (
    <SpaceBetween size="m">
      <Alert type="info">
        The links are shown here and never again: copy or download them now, and send each to its user alone. Whoever
        has a link can use it, once. A link that is lost is replaced by a new one.
      </Alert>
      <Button
        formAction="none"
        iconName="download"
        onClick={() => download('vpn-invitations.csv', 'text/csv', linksCsv(made, origin))}
      >
        Download names and links
      </Button>
      <section className={styles['links']} aria-label="Links">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">User</th>
              <th scope="col">Link</th>
            </tr>
          </thead>
          <tbody>
            {made.map(({ id, userName, token }) => (
              <tr key={id}>
                <th scope="row">{userName}</th>
                <td>
                  <span className={`mono ${styles['link'] ?? ''}`}>{linkOf(token, origin)}</span>{' '}
                  <CopyButton text={linkOf(token, origin)} what={`the link for ${userName}`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </SpaceBetween>
  )
}
