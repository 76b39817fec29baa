import type { SignedInSession } from '@vpn-console/api-client'
import Badge from '@cloudscape-design/components/badge'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { Column } from '../table/columns.ts'
import { ResourceTable } from '../table/ResourceTable.tsx'
import { Timestamp } from '../Timestamp.tsx'
import { deviceWords } from './device-words.ts'

const isoOf = (moment: number) => new Date(moment).toISOString()

const columns: readonly Column<SignedInSession>[] = [
  {
    id: 'device',
    header: 'Device',
    value: ({ user_agent }) => deviceWords(user_agent),
    cell: ({ user_agent, is_current }) => (
      <SpaceBetween direction="horizontal" size="xs">
        <span title={user_agent}>{deviceWords(user_agent)}</span>
        {is_current && <Badge color="blue">This one</Badge>}
      </SpaceBetween>
    ),
    filter: 'text',
    isRowHeader: true,
    minWidth: 190,
  },
  {
    id: 'ip',
    header: 'Address',
    value: ({ ip }) => ip,
    cell: ({ ip }) => <span className="mono">{ip}</span>,
    filter: 'text',
    minWidth: 130,
  },
  {
    id: 'method',
    header: 'Signed in by',
    value: ({ method }) => (method === 'sso' ? 'Provider' : 'Password'),
    filter: 'choice',
    minWidth: 120,
  },
  {
    id: 'since',
    header: 'Since',
    value: ({ created_at }) => isoOf(created_at),
    cell: ({ created_at }) => <Timestamp value={isoOf(created_at)} />,
    minWidth: 110,
  },
  {
    id: 'seen',
    header: 'Last seen',
    value: ({ last_seen_at }) => isoOf(last_seen_at),
    cell: ({ last_seen_at }) => <Timestamp value={isoOf(last_seen_at)} />,
    minWidth: 110,
  },
]

type SessionTableProps = {
  id: string
  list: { data: { sessions: SignedInSession[] } | undefined; error: Error | null; refetch: () => unknown }
  header: ReactNode
  tools: ReactNode
  empty: string
  /** Ends one; left out where only all can be ended. */
  onEnd?: (session: SignedInSession) => void
}

/** Where somebody is signed in. */
export const SessionTable = ({ id, list, header, tools, empty, onEnd }: SessionTableProps) => (
  <ResourceTable<SignedInSession>
    id={id}
    urlPrefix="sessions-"
    words={{ one: 'session', many: 'sessions' }}
    items={list.data?.sessions}
    columns={columns}
    idOf={(session) => session.id}
    nameOf={({ user_agent, ip }) => `${deviceWords(user_agent)} at ${ip}`}
    sortedBy="-seen"
    empty={{ text: empty }}
    error={list.error}
    onRetry={() => void list.refetch()}
    header={header}
    tools={tools}
    {...(onEnd && {
      actionsOf: (session) => [
        {
          id: 'end',
          text: 'Sign out',
          onChoose: () => onEnd(session),
          disabledReason: session.is_current
            ? 'This is where you are: sign out by the menu with your name.'
            : undefined,
        },
      ],
    })}
  />
)
