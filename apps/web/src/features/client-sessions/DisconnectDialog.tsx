import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Modal from '@cloudscape-design/components/modal'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { disconnectAll, userNames, userOf, type Outcome } from './disconnect.ts'
import { DisconnectResult } from './DisconnectResult.tsx'
import styles from './DisconnectDialog.module.css'
import type { LiveSession } from './session-rates.ts'
import { sessionsWords } from './session-words.ts'

type DisconnectDialogProps = {
  gatewayId: string
  /** Those that were chosen when the dialog was opened. */
  sessions: readonly LiveSession[]
  /** Those that are there now. */
  present: readonly LiveSession[] | undefined
  onClose: () => void
}

const namedWords = (sessions: readonly LiveSession[]) => {
  const [first] = sessions
  return sessions.length === 1 && first ? userOf(first) : sessionsWords(sessions.length)
}

/** Asks before sessions are cut, names them, and says what came of each. One that ends meanwhile is no failure. */
export default function DisconnectDialog({ gatewayId, sessions, present, onClose }: DisconnectDialogProps) {
  const cloudId = useCloudId()
  const [run, setRun] = useState<{ total: number; outcomes: readonly Outcome[]; isRunning: boolean }>()
  const ids = new Set(present?.map(({ id }) => id))
  const left = present ? sessions.filter(({ id }) => ids.has(id)) : sessions
  const ended = sessions.filter((session) => !left.includes(session))

  const begin = async (chosen: readonly LiveSession[]) => {
    let outcomes: readonly Outcome[] = []
    setRun({ total: chosen.length, outcomes, isRunning: true })
    const cut = (connection_id: string) =>
      call(cloudId, 'deleteP2cVgwConnection', { params: { p2c_vgw_id: gatewayId, connection_id } })
    await disconnectAll(chosen, cut, (outcome) => {
      outcomes = [...outcomes, outcome]
      setRun({ total: chosen.length, outcomes, isRunning: true })
    })
    setRun({ total: chosen.length, outcomes, isRunning: false })
    void invalidate(cloudId, 'listP2cVgwConnections')
  }

  const failed = run?.outcomes.flatMap(({ session, result }) => (result === 'failed' ? [session] : [])) ?? []
  const buttons = !run ? (
    <>
      <ActionButton variant="link" onClick={onClose}>
        {left.length === 0 ? 'Close' : 'Cancel'}
      </ActionButton>
      <ActionButton
        variant="primary"
        onClick={() => void begin(left)}
        disabledReason={left.length === 0 ? 'There is nothing left to disconnect.' : undefined}
      >
        Disconnect {namedWords(left.length === 0 ? sessions : left)}
      </ActionButton>
    </>
  ) : (
    <>
      {!run.isRunning && failed.length > 0 && (
        <ActionButton onClick={() => void begin(failed)}>Try again for {namedWords(failed)}</ActionButton>
      )}
      <ActionButton variant="primary" onClick={onClose}>
        Close
      </ActionButton>
    </>
  )

  return (
    <Modal
      visible
      header={`Disconnect ${namedWords(sessions)}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {buttons}
          </SpaceBetween>
        </Box>
      }
    >
      {run?.isRunning ? (
        <ProgressBar
          value={(run.outcomes.length / Math.max(run.total, 1)) * 100}
          label="Progress"
          description={`${run.outcomes.length} of ${sessionsWords(run.total)}`}
        />
      ) : run ? (
        <DisconnectResult outcomes={run.outcomes} />
      ) : (
        <SpaceBetween size="m">
          {left.length > 0 && (
            <Alert type="warning">
              What goes through {left.length === 1 ? 'this tunnel' : 'these tunnels'} stops at once. A client that
              reconnects by itself comes back; to keep somebody out, reset the password or delete the user first.
            </Alert>
          )}
          <output>
            {ended.length > 0 && (
              <Alert type="info">
                {left.length === 0
                  ? `${userNames(ended)} left by ${ended.length === 1 ? 'itself' : 'themselves'} while this was open. There is nothing to disconnect.`
                  : `${userNames(ended)} left meanwhile.`}
              </Alert>
            )}
          </output>
          {left.length > 0 && (
            <ul className={styles['list']} aria-label="Sessions to disconnect">
              {left.map((session) => (
                <li key={session.id}>
                  {userOf(session)} <span className="mono">{session.connection.client_ip}</span> as{' '}
                  <span className="mono">{session.connection.client_virtual_ip}</span>
                </li>
              ))}
            </ul>
          )}
        </SpaceBetween>
      )}
    </Modal>
  )
}
