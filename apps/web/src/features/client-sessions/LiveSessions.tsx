import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense, useMemo, useState } from 'react'
import { staleSince, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { userOf } from './disconnect.ts'
import { useLiveSessions } from './live-sessions.ts'
import { sessionColumns } from './session-columns.tsx'
import type { LiveSession } from './session-rates.ts'
import { sessionsWords } from './session-words.ts'

const DisconnectDialog = lazy(() => import('./DisconnectDialog.tsx'))

type LiveSessionsProps = {
  gatewayId: string
  /** Where the history of a user is shown. */
  serverId: string | undefined
  onHistory: (userName: string) => void
}

/** Why a session cannot be cut. */
const notCuttable = ({ connection }: LiveSession) =>
  connection.connection_id === undefined
    ? 'The cloud gives this session no id, without which it cannot be cut.'
    : undefined

/** Who is connected at this moment, with the traffic of each. */
export const LiveSessions = ({ gatewayId, serverId, onHistory }: LiveSessionsProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const sessions = useLiveSessions(cloudId, gatewayId)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [cutting, setCutting] = useState<readonly LiveSession[]>()
  const columns = useMemo(() => sessionColumns({ cloudId, serverId }), [cloudId, serverId])
  const chosen = (sessions.data ?? []).filter((session) => selected.has(session.id) && !notCuttable(session))
  const retry = () => void sessions.refetch()
  const mayCut = denied('deleteP2cVgwConnection')

  return (
    <>
      <ResourceTable
        id="client-sessions"
        urlPrefix="sessions-"
        words={{ one: 'session', many: 'sessions' }}
        items={sessions.data}
        error={sessions.error}
        onRetry={retry}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={(session) => `${userOf(session)} at ${session.connection.client_ip ?? 'an unknown address'}`}
        sortedBy="user"
        selected={selected}
        onSelect={setSelected}
        empty={{ text: 'Nobody is connected now. Who connects appears here within a few seconds.' }}
        actionsOf={(session) => [
          {
            id: 'disconnect',
            text: 'Disconnect',
            onChoose: () => setCutting([session]),
            disabledReason: mayCut ?? notCuttable(session),
          },
          {
            id: 'history',
            text: 'History of the user',
            onChoose: () => onHistory(userOf(session)),
            disabledReason: session.connection.client_user_name === undefined ? 'The user has no name.' : undefined,
          },
        ]}
        header={
          <Header
            variant="h2"
            {...(sessions.data && { counter: `(${sessions.data.length})` })}
            description="Read every 5 seconds. Rates are those between the last two readings; a dash is not measured yet."
            actions={
              <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                <StaleNotice since={staleSince(sessions)} onRetry={retry} isRetrying={sessions.isFetching} />
                <ActionButton
                  onClick={() => setCutting(chosen)}
                  disabledReason={mayCut ?? (chosen.length === 0 ? 'Choose sessions below first.' : undefined)}
                >
                  {chosen.length === 0 ? 'Disconnect' : `Disconnect ${sessionsWords(chosen.length)}`}
                </ActionButton>
              </SpaceBetween>
            }
          >
            Connected now
          </Header>
        }
      />
      {cutting && (
        <Suspense>
          <DisconnectDialog
            gatewayId={gatewayId}
            sessions={cutting}
            present={sessions.data}
            onClose={() => {
              setCutting(undefined)
              setSelected(new Set())
            }}
          />
        </Suspense>
      )}
    </>
  )
}
