import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import { staleSince, useCloudId } from '../../api/operation-query.ts'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { historyColumns } from './history-columns.tsx'
import { spans, type Span } from './history-words.ts'
import { useSessionHistory } from './use-session-history.ts'

type SessionHistoryProps = {
  gatewayId: string
  userName: string
  span: Span
  onChange: (change: { user: string } | { span: string }) => void
}

const longestName = 64

/** The sessions of a gateway, or of one user on it, as the console saw them from time to time. */
export const SessionHistory = ({ gatewayId, userName, span, onChange }: SessionHistoryProps) => {
  const cloudId = useCloudId()
  const [typed, setTyped] = useState(userName)
  // Another name that came with the URL, as by a link or the way back, is what the field says now.
  const [shown, setShown] = useState(userName)
  if (shown !== userName) {
    setShown(userName)
    setTyped(userName)
  }
  const history = useSessionHistory(cloudId, { gatewayId, userName, span })
  const items = useMemo(() => history.data?.pages.flatMap(({ sessions }) => sessions), [history.data])
  const columns = useMemo(() => historyColumns(history.dataUpdatedAt), [history.dataUpdatedAt])
  const isTooLong = typed.length > longestName
  const ask = () => {
    if (!isTooLong) onChange({ user: typed.trim() })
  }
  const retry = () => void history.refetch()

  return (
    <SpaceBetween size="m">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <SpaceBetween direction="horizontal" size="s" alignItems="end">
          <FormField
            label="User name"
            description="The whole name; empty for everybody."
            errorText={isTooLong ? `A user name has at most ${longestName} characters.` : undefined}
          >
            <Input
              name="history-user"
              value={typed}
              onChange={({ detail }) => setTyped(detail.value)}
              onBlur={ask}
              placeholder="lyon.01"
              spellcheck={false}
              autoComplete={false}
            />
          </FormField>
          <FormField label="Time">
            <Select
              selectedOption={{ value: span.id, label: span.label }}
              options={spans.map(({ id, label }) => ({ value: id, label }))}
              onChange={({ detail }) => onChange({ span: detail.selectedOption.value ?? '' })}
            />
          </FormField>
          <Button formAction="submit">Show</Button>
        </SpaceBetween>
      </form>
      <ResourceTable
        id="client-session-history"
        urlPrefix="history-"
        words={{ one: 'past session', many: 'past sessions' }}
        items={items}
        error={history.error}
        onRetry={retry}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ user_name }) => user_name}
        sortedBy="-from"
        empty={{
          text:
            userName === ''
              ? 'The console has seen nobody in this time. It looks once a minute and keeps what it sees from then on.'
              : `The console has not seen ${userName} in this time. Names are compared exactly.`,
        }}
        header={
          <Header
            variant="h2"
            {...(items && { counter: `(${items.length}${history.hasNextPage ? '+' : ''})` })}
            description="The console looks who is connected, usually once a minute. A session ended between the moment it was last seen and the one it was first missed; what began and ended between two looks is not here."
            actions={
              <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                <StaleNotice since={staleSince(history)} onRetry={retry} isRetrying={history.isFetching} />
                {history.hasNextPage && (
                  <Button
                    formAction="none"
                    loading={history.isFetchingNextPage}
                    loadingText="Loading older sessions"
                    onClick={() => void history.fetchNextPage()}
                  >
                    Load older sessions
                  </Button>
                )}
              </SpaceBetween>
            }
          >
            {userName === '' ? 'History' : `History of ${userName}`}
          </Header>
        }
      />
    </SpaceBetween>
  )
}
