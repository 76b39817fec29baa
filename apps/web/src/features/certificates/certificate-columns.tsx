import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { AppLink } from '../../ui/AppLink.tsx'
import { useNow } from '../../ui/now.ts'
import { serialForms } from '../../ui/serial-number.ts'
import { SerialNumber } from '../../ui/SerialNumber.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { dayWords, exactWords } from '../../ui/time-words.ts'
import { TwoLines } from '../../ui/TwoLines.tsx'
import type { CertificateEntry } from './certificate-entries.ts'
import { certificateState, daysLeft, endWords, stateKinds } from './certificate-words.ts'

const End = ({ entry }: { entry: CertificateEntry }) => {
  const now = useNow()
  const words = (
    <StatusIndicator type={stateKinds[certificateState(entry, now)]}>{endWords(entry, now)}</StatusIndicator>
  )
  if (entry.ends === undefined) return words
  return (
    <time dateTime={new Date(entry.ends).toISOString()} title={exactWords(entry.ends)}>
      <TwoLines first={words} second={dayWords(entry.ends)} />
    </time>
  )
}

const serialText = ({ serial }: CertificateEntry) => {
  const forms = serial === undefined ? undefined : serialForms(serial)
  return forms ? [forms.decimal, forms.hex] : serial
}

/** Days are counted from `now`, so that filter, sort and export agree; the words in the cells go with the clock. */
export const certificateColumns = (now: number): Column<CertificateEntry>[] => [
  {
    id: 'name',
    header: 'Certificate',
    value: ({ name }) => name,
    cell: ({ name, subject }) => <TwoLines first={name} second={subject} />,
    filter: 'text',
    isRowHeader: true,
    minWidth: 220,
  },
  {
    id: 'days',
    header: 'Days left',
    value: (entry) => daysLeft(entry, now),
    cell: (entry) => <End entry={entry} />,
    filter: 'number',
    width: 190,
    minWidth: 180,
  },
  { id: 'kind', header: 'Kind', value: ({ kind }) => kind, filter: 'choice', minWidth: 130 },
  {
    id: 'owner',
    header: 'Used by',
    value: ({ owner }) => owner?.name ?? '',
    cell: ({ owner }) => (owner ? <AppLink to={owner.to}>{owner.name}</AppLink> : 'Not known'),
    filter: 'text',
    minWidth: 120,
  },
  {
    id: 'serial',
    header: 'Serial number',
    value: serialText,
    cell: ({ serial, name }) => <SerialNumber text={serial} of={name} />,
    filter: 'text',
    minWidth: 230,
  },
  { id: 'subject', header: 'Subject', value: ({ subject }) => subject, filter: 'text', isHidden: true, minWidth: 170 },
  { id: 'issuer', header: 'Issuer', value: ({ issuer }) => issuer, filter: 'text', isHidden: 'narrow', minWidth: 170 },
  {
    id: 'algorithm',
    header: 'Signature algorithm',
    value: ({ algorithm }) => algorithm,
    filter: 'choice',
    isHidden: true,
    minWidth: 150,
  },
  {
    id: 'ends',
    header: 'Ends (UTC)',
    value: ({ ends }) => (ends === undefined ? 'could not be read' : new Date(ends).toISOString()),
    isHidden: true,
    minWidth: 190,
  },
]
