import type { ConsoleOutput } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { ownQuery } from '../../api/console-call.ts'
import { nextPollMs, useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { operationWords } from '../../ui/operation-words.ts'
import styles from './Overview.module.css'
import { Panel } from './Panel.tsx'

const most = 8
const pollMs = 60_000
/** What was refused changed nothing. */
const made = 'done,pending,unknown'

type Entry = ConsoleOutput<'listAuditEntries'>['entries'][number]

const outcomeWords: Record<string, string> = { pending: 'still at work', unknown: 'its answer was lost' }

const Changes = ({ entries }: { entries: readonly Entry[] }) =>
  entries.length === 0 ? (
    <p className={styles['none']}>Nobody has changed anything here yet.</p>
  ) : (
    <ul className={styles['list']} aria-label="Changes">
      {entries.map(({ id, at, operation, outcome, person_name }) => (
        <li key={id} className={styles['item']}>
          <span>
            <AppLink to={paths.auditEntry(id)}>{operationWords(operation)}</AppLink>
            {outcomeWords[outcome] !== undefined && ` (${outcomeWords[outcome]})`}
          </span>
          <span className={styles['quiet']}>
            {person_name}, <Timestamp value={new Date(at).toISOString()} />
          </span>
        </li>
      ))}
    </ul>
  )

/** What changed lately on this cloud, for those who may read the audit. */
export default function ChangesPanel() {
  const cloudId = useCloudId()
  const changes = useQuery({
    ...ownQuery('listAuditEntries', { query: { cloud_id: cloudId, outcome: made, limit: most } }),
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  return (
    <Panel title="Changed lately" what="what changed" link={{ text: 'Audit', to: paths.audit() }} asked={changes}>
      {({ entries }) => <Changes entries={entries} />}
    </Panel>
  )
}
