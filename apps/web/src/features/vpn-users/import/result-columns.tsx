import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Column } from '../../../ui/table/columns.ts'
import { causeWords, resultWords } from './exports.ts'
import type { CheckedRow } from './precheck.ts'
import type { Outcome } from './sending.ts'

export type ResultRow = { checked: CheckedRow; result: string; cause: string }

export const toResults = (checked: readonly CheckedRow[], outcomes: ReadonlyMap<string, Outcome>): ResultRow[] =>
  checked.map((one) => {
    const outcome = outcomes.get(one.row.id)
    return { checked: one, result: resultWords(one, outcome), cause: causeWords(one, outcome) }
  })

const looks: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  Created: 'success',
  Refused: 'error',
  Unclear: 'warning',
  'Not sent': 'pending',
}

export const resultColumns: readonly Column<ResultRow>[] = [
  { id: 'line', header: 'Row', value: ({ checked }) => checked.row.line, filter: 'number', width: 80 },
  {
    id: 'name',
    header: 'Name',
    value: ({ checked }) => checked.row.name,
    filter: 'text',
    isRowHeader: true,
    minWidth: 140,
  },
  {
    id: 'result',
    header: 'Result',
    value: ({ result }) => result,
    cell: ({ result }) => <StatusIndicator type={looks[result] ?? 'stopped'}>{result}</StatusIndicator>,
    filter: 'choice',
    width: 140,
  },
  { id: 'cause', header: 'Cause', value: ({ cause }) => cause, filter: 'text', minWidth: 280 },
  { id: 'group', header: 'Group', value: ({ checked }) => checked.row.group, filter: 'choice', width: 140 },
]
