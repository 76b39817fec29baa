import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { useMemo } from 'react'
import { pairKey } from './expected-pairs.ts'
import type { PairRow } from './pair-rows.ts'
import { stateWords, trafficWords } from './pair-words.ts'
import styles from './SubnetPairs.module.css'

type SourceRow = { source: string; byKey: ReadonlyMap<string, PairRow> }

const Cell = ({ row }: { row: PairRow | undefined }) => {
  if (!row) return <span className={styles['none']}>Not expected</span>
  const { words, kind, meaning } = stateWords[row.state]
  return (
    <div className={styles['cell']} data-kind={kind} title={meaning}>
      <StatusIndicator type={kind}>{words}</StatusIndicator>
      <div className={styles['traffic']}>{trafficWords(row)}</div>
    </div>
  )
}

const columnsFor = (destinations: readonly string[]): TableProps.ColumnDefinition<SourceRow>[] => [
  {
    id: 'source',
    header: 'From',
    isRowHeader: true,
    minWidth: 170,
    cell: ({ source }) => <span className="mono">{source}</span>,
  },
  ...destinations.map((destination) => ({
    id: destination,
    header: (
      <>
        To <span className="mono">{destination}</span>
      </>
    ),
    minWidth: 200,
    cell: ({ source, byKey }: SourceRow) => <Cell row={byKey.get(pairKey({ source, destination }))} />,
  })),
]

/** Sources down, destinations across: a missing pair is a hole that one sees. */
export const PairMatrix = ({ rows, name }: { rows: readonly PairRow[]; name: string }) => {
  // By the text of the list: counters move every few seconds, subnets hardly ever.
  const destinationText = [...new Set(rows.map(({ destination }) => destination))].join(' ')
  const columns = useMemo(() => columnsFor(destinationText.split(' ')), [destinationText])
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const sources = [...new Set(rows.map(({ source }) => source))].map((source) => ({ source, byKey }))
  return (
    <Table<SourceRow>
      variant="embedded"
      trackBy="source"
      items={sources}
      columnDefinitions={columns}
      stickyColumns={{ first: 1 }}
      ariaLabels={{ tableLabel: `Matrix of the subnet pairs of ${name}` }}
    />
  )
}
