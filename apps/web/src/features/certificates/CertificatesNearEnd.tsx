import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { isDenied } from '../../api/gone.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useNow } from '../../ui/now.ts'
import styles from './CertificatesNearEnd.module.css'
import type { CertificateEntry } from './certificate-entries.ts'
import { certificateState, endWords, nearEnd, stateKinds, warnDays } from './certificate-words.ts'
import { useVpnCertificates, type MissingSource } from './use-certificates.ts'

const Near = ({ entries, now }: { entries: readonly CertificateEntry[]; now: number }) => (
  <ul className={styles['list']} aria-label="Certificates near their end">
    {entries.map((entry) => (
      <li key={entry.id} className={styles['item']}>
        <span>
          {entry.owner ? <AppLink to={entry.owner.to}>{entry.name}</AppLink> : entry.name}
          <div className={styles['quiet']}>
            {entry.kind}
            {entry.owner && ` · ${entry.owner.name}`}
          </div>
        </span>
        <StatusIndicator type={stateKinds[certificateState(entry, now)]}>{endWords(entry, now)}</StatusIndicator>
      </li>
    ))}
  </ul>
)

/** What somebody may not see he does not miss; what could not be read is said, for it might be the one that ends. */
const Unread = ({ missing }: { missing: readonly MissingSource[] }) => {
  const unread = missing.filter(({ error }) => error && !isDenied(error))
  if (unread.length === 0) return null
  return (
    <Box color="text-body-secondary" padding={{ top: 'xs' }}>
      Not read: {unread.map(({ what }) => `${what.slice(0, 1).toLowerCase()}${what.slice(1)}`).join(', ')}.
    </Box>
  )
}

/** A box of the overview: certificates at work that have ended or soon will. */
export default function CertificatesNearEnd() {
  const cloudId = useCloudId()
  const now = useNow()
  const { entries, missing, isPending } = useVpnCertificates(cloudId)
  const near = nearEnd(entries, now).toSorted((a, b) => (a.ends ?? 0) - (b.ends ?? 0))
  const isAllKnown = !isPending && missing.every(({ error }) => !error || isDenied(error))
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={<AppLink to={paths.certificates({ cloudId })}>All certificates</AppLink>}>
          Certificates
        </Header>
      }
    >
      {isPending && <Loading what="the certificates" />}
      {near.length > 0 && <Near entries={near} now={now} />}
      {entries.length === 0 && isAllKnown && <Box color="text-body-secondary">No certificate is in use here.</Box>}
      {entries.length > 0 && near.length === 0 && isAllKnown && (
        <StatusIndicator type="success">None of those in use ends within {warnDays} days</StatusIndicator>
      )}
      {!isPending && <Unread missing={missing} />}
    </Container>
  )
}
