import Pagination from '@cloudscape-design/components/pagination'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { useMemo, type ReactNode } from 'react'
import { kindWords } from './kind-words.ts'
import type { LogEntry } from './log-entry.ts'
import styles from './LogTable.module.css'
import { briefLineTime, lineTime, lineTimeUtc, zoneName } from './time-text.ts'

export const pageLines = 50

const weightTypes = { normal: 'stopped', look: 'warning', bad: 'error' } as const

const ReasonCell = ({ entry: { known, line } }: { entry: LogEntry }) => {
  if (line.reason === undefined) return '–'
  // Nobody documented it: its weight is not known.
  return <StatusIndicator type={known ? weightTypes[known.weight] : 'info'}>{line.reason}</StatusIndicator>
}

const EventCell = ({ line }: { line: LogEntry['line'] }) => (
  <StatusIndicator type={kindWords[line.kind].type} iconAriaLabel={kindWords[line.kind].text}>
    <span className={line.process === undefined ? styles['raw'] : styles['event']}>{line.event}</span>
  </StatusIndicator>
)

const mono = (text: string | undefined) => (text === undefined ? '–' : <span className={styles['mono']}>{text}</span>)

type Columns = TableProps.ColumnDefinition<LogEntry>[]

const columnsOf = (tunnelHeader: string | undefined, tunnelCell: (connectionId: string) => ReactNode): Columns => [
  {
    id: 'time',
    header: `Time (${zoneName()})`,
    cell: ({ id, line }) => (
      <time
        data-line={id}
        dateTime={lineTimeUtc(line).replace(' UTC', 'Z').replace(' ', 'T')}
        title={lineTimeUtc(line)}
        className={styles['time']}
      >
        {briefLineTime(line)}
      </time>
    ),
    isRowHeader: true,
    width: 186,
  },
  ...(tunnelHeader === undefined
    ? []
    : [
        {
          id: 'tunnel',
          header: tunnelHeader,
          cell: ({ connectionId }: LogEntry) => tunnelCell(connectionId),
          minWidth: 100,
        },
      ]),
  { id: 'event', header: 'Event', cell: ({ line }) => <EventCell line={line} />, minWidth: 140 },
  { id: 'reason', header: 'Reason', cell: (entry) => <ReasonCell entry={entry} />, minWidth: 170 },
  { id: 'peer', header: 'Peer', cell: ({ line }) => mono(line.peer), minWidth: 90 },
  { id: 'node', header: 'Node', cell: ({ line }) => mono(line.node), minWidth: 90 },
  {
    id: 'process',
    header: 'Process',
    cell: ({ line: { process, pid } }) => (
      <span title={pid === undefined ? '' : `Process id ${pid}`}>{mono(process)}</span>
    ),
    minWidth: 80,
  },
]

type LogTableProps = {
  /** What is read out as its name. */
  label: string
  entries: readonly LogEntry[]
  isPending: boolean
  page: number
  onPage: (page: number) => void
  /** The line that is open. */
  open: LogEntry | undefined
  onOpen: (entry: LogEntry) => void
  tunnelHeader: string | undefined
  tunnelCell: (connectionId: string) => ReactNode
  header: ReactNode
  filter: ReactNode
  empty: ReactNode
  footer: ReactNode
}

/** Lines of logs, newest first, in pages; choosing one opens it. */
export const LogTable = (props: LogTableProps) => {
  const { label, entries, isPending, page, onPage, open, onOpen, tunnelHeader, tunnelCell } = props
  const columns = useMemo(() => columnsOf(tunnelHeader, tunnelCell), [tunnelHeader, tunnelCell])
  const pages = Math.max(1, Math.ceil(entries.length / pageLines))
  const shown = useMemo(() => entries.slice((page - 1) * pageLines, page * pageLines), [entries, page])
  return (
    <Table<LogEntry>
      variant="container"
      contentDensity="compact"
      trackBy="id"
      items={shown}
      columnDefinitions={columns}
      loading={isPending}
      loadingText="Loading the log"
      empty={props.empty}
      header={props.header}
      filter={props.filter}
      footer={props.footer}
      wrapLines
      stickyHeader
      selectionType="single"
      selectedItems={open ? [open] : []}
      onSelectionChange={({ detail }) => {
        const [entry] = detail.selectedItems
        if (entry) onOpen(entry)
      }}
      onRowClick={({ detail }) => {
        // Whoever marks text to copy it does not want the line.
        if (getSelection()?.isCollapsed !== false) onOpen(detail.item)
      }}
      ariaLabels={{
        tableLabel: label,
        selectionGroupLabel: 'Line to look at',
        itemSelectionLabel: (_, { line }) => `Look at the line of ${lineTime(line)}`,
      }}
      pagination={
        pages > 1 ? (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            onChange={({ detail }) => onPage(detail.currentPageIndex)}
            ariaLabels={{
              paginationLabel: 'Pages of the log',
              nextPageLabel: 'Older lines',
              previousPageLabel: 'Newer lines',
              pageLabel: (number) => `Page ${number} of ${pages}`,
            }}
          />
        ) : undefined
      }
    />
  )
}
