import type { AuditChain } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { exactWords } from '../../ui/time-words.ts'
import { problemMeaning } from './chain-words.ts'

/** The audit was tampered with: where, what that means, and what to do. */
export const BrokenChain = ({ problem }: { problem: NonNullable<AuditChain['problem']> }) => {
  const { kind, message, entry_id: entryId, at } = problem
  const isThere = entryId !== undefined && (kind === 'altered' || kind === 'inserted')
  return (
    <div role="alert">
      <Alert type="error" header="The audit was tampered with">
        {message} {problemMeaning[kind]}
        {at !== undefined && ` It was written ${exactWords(at)}.`}{' '}
        {isThere && <AppLink to={paths.auditEntry(entryId)}>Show the entry</AppLink>}
        <p>
          Find out who can write to the database beside the console. Nothing is removed by the retention setting while
          this is so.
        </p>
      </Alert>
    </div>
  )
}
