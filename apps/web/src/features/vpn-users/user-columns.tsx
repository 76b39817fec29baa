import type { VpnUser } from '@vpn-console/api-client'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import styles from './UsersTab.module.css'
import type { Column } from '../../ui/table/columns.ts'
import { onlineNote, onlineState, type OnlineState, type OnlineUsers } from './online.ts'

const kinds = { Online: 'success', Offline: 'stopped', Unknown: 'pending' } as const

/** In one line, so that nobody who comes or goes moves the rows below. */
const Online = ({ state, note }: { state: OnlineState; note: string | undefined }) => (
  <>
    <StatusIndicator type={kinds[state]}>{state}</StatusIndicator>
    {note !== undefined && <span className={styles['note']}>{note}</span>}
  </>
)

const staticIpOf = ({ static_ip }: VpnUser) => (static_ip === 'disable' ? undefined : static_ip)

/** The columns of the users of a server; `online` is undefined where nobody could be asked. */
export const userColumns = (
  cloudId: string,
  serverId: string,
  online: OnlineUsers | undefined,
): readonly Column<VpnUser>[] => [
  {
    id: 'name',
    header: 'User name',
    value: ({ name }) => name,
    cell: ({ id, name }) => <AppLink to={paths.vpnUserEdit({ cloudId, serverId, userId: id })}>{name}</AppLink>,
    filter: 'text',
    isRowHeader: true,
    minWidth: 150,
  },
  {
    id: 'online',
    header: 'Online',
    value: ({ name }) => onlineState(online, name),
    cell: ({ name }) => <Online state={onlineState(online, name)} note={onlineNote(online, name)} />,
    filter: 'choice',
    minWidth: 200,
  },
  {
    id: 'group',
    header: 'User group',
    value: ({ user_group_name, user_group_id }) => user_group_name ?? user_group_id,
    filter: 'choice',
    minWidth: 140,
  },
  {
    id: 'static_ip',
    header: 'Static IP',
    value: staticIpOf,
    cell: (user) => <span className="mono">{staticIpOf(user) ?? '–'}</span>,
    filter: 'text',
    minWidth: 130,
  },
  {
    id: 'description',
    header: 'Description',
    value: ({ description }) => description,
    filter: 'text',
    minWidth: 160,
  },
  {
    id: 'created',
    header: 'Created',
    value: ({ created_at }) => created_at,
    cell: ({ created_at }) => <Timestamp value={created_at} />,
    isHidden: 'narrow',
    minWidth: 130,
  },
]
