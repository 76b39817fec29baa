import { exactWords, spanWords } from '../../ui/time-words.ts'
import { ScrollTable } from './ScrollTable.tsx'
import { stateWords, type StatusRow } from './status-words.ts'
import { momentWords } from './time-axis.ts'

/** Beyond this nobody reads on; the export has all of them. */
const mostRows = 300
const monthMs = 30 * 86_400_000

const Moment = ({ time }: { time: number }) => (
  <time dateTime={new Date(time).toISOString()} title={exactWords(time)}>
    {momentWords(time, monthMs)}
  </time>
)

/** The segments of the strips for those who read. */
export const StatusTable = ({ name, rows }: { name: string; rows: readonly StatusRow[] }) => (
  <ScrollTable
    label={`Status of ${name} as a table`}
    columns={[{ words: 'From' }, { words: 'To' }, { words: 'State' }, { words: 'Lasted' }, { words: 'Seen in' }]}
    rows={rows.slice(0, mostRows).map(({ span, segment: { from, to, state } }) => ({
      key: `${span} ${from}`,
      cells: [
        <Moment key="from" time={from} />,
        <Moment key="to" time={to} />,
        stateWords[state],
        spanWords(to - from),
        span,
      ],
    }))}
    note={rows.length > mostRows ? `${rows.length - mostRows} more are in the export.` : undefined}
  />
)
