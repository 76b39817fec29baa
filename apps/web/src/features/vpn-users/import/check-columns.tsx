import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Column } from '../../../ui/table/columns.ts'
import { Lines } from '../../../ui/Lines.tsx'
import type { CheckedRow } from './precheck.ts'
import type { UserRow } from './rows.ts'

/** What is said of a password; the password itself is in no column, for columns can be searched and exported. */
const passwordWords = ({ password, isGenerated }: UserRow) =>
  isGenerated ? 'Generated' : password === '' ? 'None' : 'In the sheet'

const remarkWords = ({ row, problems }: CheckedRow) => [...problems.map(({ words }) => words), ...row.remarks]

const verdictWords = ({ row, isFit }: CheckedRow) => (row.isSkipped ? 'Skipped' : isFit ? 'Fits' : 'Problem')

const Verdict = ({ checked }: { checked: CheckedRow }) => {
  const type = checked.row.isSkipped ? 'stopped' : checked.isFit ? 'success' : 'error'
  return <StatusIndicator type={type}>{verdictWords(checked)}</StatusIndicator>
}

export const checkColumns: readonly Column<CheckedRow>[] = [
  { id: 'line', header: 'Row', value: ({ row }) => row.line, filter: 'number', width: 80 },
  { id: 'name', header: 'Name', value: ({ row }) => row.name, filter: 'text', isRowHeader: true, minWidth: 140 },
  {
    id: 'verdict',
    header: 'Check',
    value: verdictWords,
    cell: (checked) => <Verdict checked={checked} />,
    filter: 'choice',
    width: 140,
  },
  {
    id: 'problems',
    header: 'Problems and remarks',
    value: remarkWords,
    cell: (checked) => <Lines values={[...new Set(remarkWords(checked))]} />,
    filter: 'text',
    minWidth: 280,
  },
  { id: 'password', header: 'Password', value: ({ row }) => passwordWords(row), filter: 'choice', width: 130 },
  { id: 'group', header: 'Group', value: ({ row }) => row.group, filter: 'choice', width: 130 },
  {
    id: 'staticIp',
    header: 'Static IP',
    value: ({ row }) => row.staticIp,
    filter: 'text',
    isHidden: 'narrow',
    width: 130,
  },
  {
    id: 'description',
    header: 'Description',
    value: ({ row }) => row.description,
    filter: 'text',
    isHidden: 'narrow',
    width: 160,
  },
]
