import type { ClientSession } from '@vpn-console/api-client'
import type { Column } from '../../ui/table/columns.ts'
import { exactWords } from '../../ui/time-words.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { Figure } from './Figure.tsx'
import { endWords, lengthMs, lengthWords, stateWords } from './history-words.ts'
import { byteWords, packetWords } from './session-words.ts'

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString())

const mono = (text: string) => (text === '' ? '–' : <span className="mono">{text}</span>)

const endTitle = ({ last_seen_at, ended_at }: ClientSession) =>
  `Last seen ${exactWords(last_seen_at)}${ended_at === undefined ? '' : `, first missed ${exactWords(ended_at)}`}`

/** `now`: of the reading, so that the table is not drawn anew with each second. */
export const historyColumns = (now: number): Column<ClientSession>[] => [
  {
    id: 'user',
    header: 'User',
    value: ({ user_name }) => user_name,
    filter: 'text',
    isRowHeader: true,
    minWidth: 120,
  },
  {
    id: 'state',
    header: 'State',
    value: (session) => stateWords(session, now),
    filter: 'choice',
    isHidden: true,
  },
  {
    id: 'from',
    header: 'Connected',
    value: ({ established_at }) => iso(established_at),
    cell: ({ established_at }) => <Timestamp value={iso(established_at)} />,
    minWidth: 110,
  },
  {
    id: 'seen',
    header: 'Ended',
    value: (session) => endWords(session, now),
    cell: (session) => <span title={endTitle(session)}>{endWords(session, now)}</span>,
    sortBy: ({ last_seen_at }) => last_seen_at,
    minWidth: 150,
  },
  {
    id: 'length',
    header: 'Seen for, minutes',
    value: (session) => Math.round(lengthMs(session) / 60_000),
    cell: lengthWords,
    filter: 'number',
    minWidth: 120,
  },
  {
    id: 'addresses',
    header: 'Client and virtual address',
    value: ({ client_ip, virtual_ip }) => [client_ip, virtual_ip],
    cell: ({ client_ip, virtual_ip }) => <TwoLines first={mono(client_ip)} second={<>as {mono(virtual_ip)}</>} />,
    filter: 'text',
    minWidth: 145,
  },
  {
    id: 'in',
    header: 'Bytes from the client',
    value: ({ inbound_bytes }) => inbound_bytes,
    cell: ({ inbound_bytes, inbound_packets }) => (
      <Figure first={byteWords(inbound_bytes)} second={packetWords(inbound_packets)} />
    ),
    filter: 'number',
    minWidth: 120,
  },
  {
    id: 'out',
    header: 'Bytes to the client',
    value: ({ outbound_bytes }) => outbound_bytes,
    cell: ({ outbound_bytes, outbound_packets }) => (
      <Figure first={byteWords(outbound_bytes)} second={packetWords(outbound_packets)} />
    ),
    filter: 'number',
    minWidth: 120,
  },
  { id: 'last-seen', header: 'Last seen', value: ({ last_seen_at }) => iso(last_seen_at), isHidden: true },
  { id: 'missed', header: 'First missed', value: ({ ended_at }) => iso(ended_at), isHidden: true },
  { id: 'id', header: 'Connection id', value: ({ connection_id }) => connection_id, filter: 'text', isHidden: true },
]
