import type { AuditEntry } from '@vpn-console/api-client'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { operationWords } from '../../ui/operation-words.ts'
import type { Column } from '../../ui/table/columns.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { outcomes, personWords, thingsOf } from './entry-words.ts'

export const Outcome = ({ entry: { outcome, times } }: { entry: AuditEntry }) => {
  const { words, kind, meaning } = outcomes[outcome]
  return (
    <span title={meaning}>
      <StatusIndicator type={kind}>
        {words}
        {times > 1 && ` ${times} times`}
      </StatusIndicator>
    </span>
  )
}

/** What an entry is about: ids, with links to their pages. */
export const Things = ({ entry }: { entry: AuditEntry }) => {
  const things = thingsOf(entry)
  if (things.length === 0) return <>–</>
  return things.map(({ id, to }) => (
    <div key={id} className="mono">
      {to === undefined ? id : <AppLink to={to}>{id}</AppLink>}
    </div>
  ))
}

export const entryColumns: readonly Column<AuditEntry>[] = [
  {
    id: 'time',
    header: 'Time',
    value: ({ at }) => at,
    cell: ({ at }) => <Timestamp value={new Date(at).toISOString()} />,
    minWidth: 110,
  },
  {
    id: 'operation',
    header: 'What',
    value: ({ operation }) => operationWords(operation),
    cell: ({ id, operation }) => <AppLink to={paths.auditEntry(id)}>{operationWords(operation)}</AppLink>,
    isRowHeader: true,
    minWidth: 210,
  },
  { id: 'person', header: 'Who', value: personWords, minWidth: 130 },
  {
    id: 'outcome',
    header: 'Outcome',
    value: ({ outcome }) => outcomes[outcome].words,
    cell: (entry) => <Outcome entry={entry} />,
    minWidth: 130,
  },
  {
    id: 'resource',
    header: 'On',
    value: ({ resource_id }) => resource_id,
    cell: (entry) => <Things entry={entry} />,
    minWidth: 240,
  },
  { id: 'cloud', header: 'Cloud', value: ({ cloud_id }) => cloud_id, minWidth: 110 },
  {
    id: 'ip',
    header: 'From',
    value: ({ ip }) => ip,
    cell: ({ ip }) => (ip === '' ? '–' : <span className="mono">{ip}</span>),
    isHidden: 'narrow',
    minWidth: 130,
  },
  { id: 'code', header: 'Code', value: ({ code }) => code, isHidden: true, minWidth: 160 },
  {
    id: 'request',
    header: 'Request id',
    value: ({ request_id, console_request_id }) => request_id ?? console_request_id,
    cell: ({ request_id, console_request_id }) => <span className="mono">{request_id ?? console_request_id}</span>,
    isHidden: true,
    minWidth: 200,
  },
]
