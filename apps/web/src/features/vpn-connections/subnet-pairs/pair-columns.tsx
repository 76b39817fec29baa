import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Column } from '../../../ui/table/columns.ts'
import { TwoLines } from '../../../ui/TwoLines.tsx'
import type { PairRow } from './pair-rows.ts'
import { bytesWords, rateWords, stateWords } from './pair-words.ts'

const mono = (text: string) => <span className="mono">{text}</span>

/** Bytes of one direction, with the rate below. */
const Traffic = ({ bytes, bits }: { bytes: number | undefined; bits: number | undefined }) =>
  bytes === undefined ? (
    '–'
  ) : (
    <TwoLines first={bytesWords(bytes)} second={bits === undefined ? undefined : rateWords(bits)} />
  )

export const pairColumns: Column<PairRow>[] = [
  {
    id: 'source',
    header: 'Source',
    value: ({ source }) => source,
    cell: ({ source }) => mono(source),
    filter: 'text',
    isRowHeader: true,
    minWidth: 140,
  },
  {
    id: 'destination',
    header: 'Destination',
    value: ({ destination }) => destination,
    cell: ({ destination }) => mono(destination),
    filter: 'text',
    minWidth: 140,
  },
  {
    id: 'state',
    header: 'State',
    value: ({ state }) => stateWords[state].words,
    cell: ({ state }) => (
      <span title={stateWords[state].meaning}>
        <StatusIndicator type={stateWords[state].kind}>{stateWords[state].words}</StatusIndicator>
      </span>
    ),
    filter: 'choice',
    minWidth: 180,
  },
  {
    id: 'packets_sent',
    header: 'Packets sent',
    value: ({ counters }) => counters?.packetsSent,
    cell: ({ counters }) => counters?.packetsSent.toLocaleString() ?? '–',
    filter: 'number',
    minWidth: 110,
  },
  {
    id: 'packets_received',
    header: 'Packets received',
    value: ({ counters }) => counters?.packetsReceived,
    cell: ({ counters }) => counters?.packetsReceived.toLocaleString() ?? '–',
    filter: 'number',
    minWidth: 110,
  },
  {
    id: 'bytes_sent',
    header: 'Sent',
    value: ({ counters }) => counters?.bytesSent,
    cell: ({ counters, rates }) => <Traffic bytes={counters?.bytesSent} bits={rates?.bitsSent} />,
    filter: 'number',
    minWidth: 110,
  },
  {
    id: 'bytes_received',
    header: 'Received',
    value: ({ counters }) => counters?.bytesReceived,
    cell: ({ counters, rates }) => <Traffic bytes={counters?.bytesReceived} bits={rates?.bitsReceived} />,
    filter: 'number',
    minWidth: 110,
  },
]
