import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { parseTime } from '../../ui/time-words.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { Figure } from './Figure.tsx'
import { userOf } from './disconnect.ts'
import type { LiveSession } from './session-rates.ts'
import { bitRateWords, byteWords, packetRateWords, packetWords } from './session-words.ts'

const bits = (bytes: number | undefined) => (bytes === undefined ? undefined : Math.round(bytes * 8))

const mono = (text: string | undefined) => (text === undefined ? '–' : <span className="mono">{text}</span>)

type Place = { cloudId: string; serverId: string | undefined }

/** The way to a user, where it is known on which server he is. */
const userCell = ({ cloudId, serverId }: Place) =>
  function UserCell(session: LiveSession) {
    const name = userOf(session)
    if (serverId === undefined || session.connection.client_user_name === undefined) return name
    const search = new URLSearchParams({ tab: 'sessions', view: 'history', user: name })
    return <AppLink to={`${paths.vpnServer({ cloudId, serverId })}?${search.toString()}`}>{name}</AppLink>
  }

export const sessionColumns = (place: Place): Column<LiveSession>[] => [
  {
    id: 'user',
    header: 'User',
    value: userOf,
    cell: userCell(place),
    filter: 'text',
    isRowHeader: true,
    minWidth: 110,
  },
  {
    id: 'addresses',
    header: 'Client and virtual address',
    value: ({ connection }) =>
      [connection.client_ip, connection.client_virtual_ip].filter((address) => address !== undefined),
    cell: ({ connection }) => (
      <TwoLines first={mono(connection.client_ip)} second={<>as {mono(connection.client_virtual_ip)}</>} />
    ),
    filter: 'text',
    minWidth: 145,
  },
  {
    id: 'since',
    header: 'Connected',
    value: ({ connection }) => connection.connection_established_time,
    cell: ({ connection }) => <Timestamp value={connection.connection_established_time} />,
    sortBy: ({ connection }) => parseTime(connection.connection_established_time) ?? 0,
    minWidth: 100,
  },
  {
    id: 'in',
    header: 'From client, bit/s',
    value: ({ rates }) => bits(rates.inbound_bytes),
    cell: ({ rates }) => (
      <Figure first={bitRateWords(rates.inbound_bytes)} second={packetRateWords(rates.inbound_packets)} />
    ),
    filter: 'number',
    minWidth: 119,
  },
  {
    id: 'out',
    header: 'To client, bit/s',
    value: ({ rates }) => bits(rates.outbound_bytes),
    cell: ({ rates }) => (
      <Figure first={bitRateWords(rates.outbound_bytes)} second={packetRateWords(rates.outbound_packets)} />
    ),
    filter: 'number',
    minWidth: 119,
  },
  {
    id: 'in-total',
    header: 'Bytes from client',
    value: ({ connection }) => connection.inbound_bytes,
    cell: ({ connection }) => (
      <Figure first={byteWords(connection.inbound_bytes)} second={packetWords(connection.inbound_packets)} />
    ),
    filter: 'number',
    minWidth: 119,
  },
  {
    id: 'out-total',
    header: 'Bytes to client',
    value: ({ connection }) => connection.outbound_bytes,
    cell: ({ connection }) => (
      <Figure first={byteWords(connection.outbound_bytes)} second={packetWords(connection.outbound_packets)} />
    ),
    filter: 'number',
    minWidth: 119,
  },
  {
    id: 'client',
    header: 'Client address',
    value: ({ connection }) => connection.client_ip,
    cell: ({ connection }) => mono(connection.client_ip),
    filter: 'text',
    isHidden: true,
  },
  {
    id: 'virtual',
    header: 'Virtual address',
    value: ({ connection }) => connection.client_virtual_ip,
    cell: ({ connection }) => mono(connection.client_virtual_ip),
    filter: 'text',
    isHidden: true,
  },
  {
    id: 'in-packets',
    header: 'Packets from client',
    value: ({ connection }) => connection.inbound_packets,
    filter: 'number',
    isHidden: true,
  },
  {
    id: 'out-packets',
    header: 'Packets to client',
    value: ({ connection }) => connection.outbound_packets,
    filter: 'number',
    isHidden: true,
  },
  {
    id: 'id',
    header: 'Connection id',
    value: ({ connection }) => connection.connection_id,
    cell: ({ connection }) => mono(connection.connection_id),
    filter: 'text',
    isHidden: true,
  },
]
