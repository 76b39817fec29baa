import type { Log } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { staleSince } from '../../api/operation-query.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { logLines, logText, type LogLine } from './log-lines.ts'

const isoTime = ({ time }: LogLine) => new Date(time).toISOString()

const columns: Column<LogLine>[] = [
  {
    id: 'time',
    header: 'Time',
    value: isoTime,
    cell: (line) => (
      <>
        {new Date(line.time).toLocaleString()}
        <div>
          <Timestamp value={isoTime(line)} />
        </div>
      </>
    ),
    filter: 'text',
    isRowHeader: true,
    width: 190,
    minWidth: 150,
  },
  {
    id: 'message',
    header: 'Message',
    value: ({ message }) => message,
    cell: ({ message }) => <span className="mono">{message}</span>,
    filter: 'text',
    minWidth: 400,
  },
]

type ConnectionLogsProps = { name: string; log: UseQueryResult<{ logs: Log[] }> }

/** What the gateway wrote about negotiating this tunnel; the cloud keeps the newest 200 lines. */
export const ConnectionLogs = ({ name, log }: ConnectionLogsProps) => {
  const lines = useMemo(() => log.data && logLines(log.data.logs), [log.data])
  return (
    <ResourceTable
      id="connection-log"
      urlPrefix="log-"
      words={{ one: 'log line', many: 'log lines' }}
      header={
        <Header
          variant="h2"
          counter={lines && `(${lines.length})`}
          description="The newest 200 lines, which is what the cloud keeps. Lines come when a negotiation succeeds or fails."
          actions={
            <>
              <StaleNotice since={staleSince(log)} onRetry={() => void log.refetch()} isRetrying={log.isFetching} />
              <CopyButton text={logText(lines ?? [])} what={`the log of ${name}`} />
            </>
          }
        >
          Log of {name}
        </Header>
      }
      tools={
        <Button
          formAction="none"
          iconName="refresh"
          ariaLabel={`Refresh the log of ${name}`}
          loading={log.isFetching}
          onClick={() => void log.refetch()}
        />
      }
      items={lines}
      error={log.error}
      onRetry={() => void log.refetch()}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ message }) => message}
      sortedBy="-time"
      empty={{ text: 'Neither end has begun to negotiate yet.' }}
    />
  )
}
