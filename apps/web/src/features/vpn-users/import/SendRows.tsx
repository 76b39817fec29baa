import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { FormError } from '../../../ui/FormError.tsx'
import { download } from '../../../ui/table/export.ts'
import { ResourceTable } from '../../../ui/table/ResourceTable.tsx'
import { countWords } from './check-summary.ts'
import { resultCsv } from './exports.ts'
import styles from './MatchColumns.module.css'
import type { CheckedRow } from './precheck.ts'
import { resultColumns, toResults, type ResultRow } from './result-columns.tsx'
import type { Sending } from './sending.ts'
import { sendingCounts } from './sending-counts.ts'
import type { Preparing } from './use-sending.ts'

type SendRowsProps = {
  checked: readonly CheckedRow[]
  /** Those who were created before the rest was corrected and sent again. */
  earlier: readonly CheckedRow[]
  preparing: Preparing | undefined
  sending: Sending | undefined
  onStop: () => void
  onResume: () => void
  onBack: () => void
  doneTo: string
}

const words = { one: 'row', many: 'rows' }
const idOf = ({ checked }: ResultRow) => checked.row.id
const nameOf = ({ checked }: ResultRow) => `row ${checked.row.line}`
const noOutcomes: Sending['outcomes'] = new Map()

const withEarlier = (outcomes: Sending['outcomes'], earlier: readonly CheckedRow[]): Sending['outcomes'] =>
  new Map([...earlier.map(({ row }) => [row.id, { kind: 'created' }] as const), ...outcomes])

const GroupsStep = ({ preparing, onBack }: { preparing: Preparing; onBack: () => void }) =>
  preparing.error === undefined ? (
    <ProgressBar
      label="Creating groups"
      value={(100 * preparing.made) / preparing.of}
      description={`${preparing.made} of ${preparing.of}; the users follow.`}
    />
  ) : (
    <FormError
      title="A group was not created, and no user was sent"
      error={preparing.error}
      action={<ActionButton onClick={onBack}>Back to the rows</ActionButton>}
    />
  )

const stoppedWords = {
  asked: 'The import is stopped',
  lost: 'The connection was lost',
  failed: 'The service refused a batch as a whole',
} as const

const Stopped = ({ sending, onResume, onBack }: Pick<SendRowsProps, 'onResume' | 'onBack'> & { sending: Sending }) => {
  const { stop, batch } = sending
  if (!stop) return null
  const actions = (
    <div className={styles['buttons']}>
      {/* While it is open what became of a batch, its rows must not be sent another way. */}
      {!batch?.isDoubtful && <ActionButton onClick={onBack}>Back to the rows</ActionButton>}
      <ActionButton variant="primary" onClick={onResume}>
        Resume
      </ActionButton>
    </div>
  )
  if (stop.why === 'asked') {
    return (
      <Alert type="info" header={stoppedWords.asked} action={actions}>
        What is created stays. The other rows were not sent.
      </Alert>
    )
  }
  return (
    <SpaceBetween size="xs">
      <FormError title={stoppedWords[stop.why]} error={stop.error} action={actions} />
      <span>
        {batch?.isDoubtful
          ? `Whether the last ${countWords(batch.rows.length, 'user')} were created is not known. Resume reads the list of users first, and sends only what is not there.`
          : 'Nothing of that batch was created. Resume sends it again.'}
      </span>
    </SpaceBetween>
  )
}

/** The import as it goes on, and what became of each row. */
export const SendRows = (props: SendRowsProps) => {
  const { checked, earlier, preparing, sending, onStop, onResume, onBack, doneTo } = props
  const ofThisRound = sending?.outcomes ?? noOutcomes
  const all = useMemo(() => [...earlier, ...checked], [earlier, checked])
  const outcomes = useMemo(() => withEarlier(ofThisRound, earlier), [ofThisRound, earlier])
  const results = useMemo(() => toResults(all, outcomes), [all, outcomes])
  const counts = sending && sendingCounts(sending)
  const isRunning = sending?.phase === 'sending' || sending?.phase === 'looking'
  const save = () => download('vpn-users-result.csv', 'text/csv', resultCsv(all, outcomes))
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Progress</Header>}>
        <SpaceBetween size="m">
          {preparing && <GroupsStep preparing={preparing} onBack={onBack} />}
          {sending && counts && (
            <ProgressBar
              label="Users"
              value={counts.percent}
              status={sending.phase === 'done' ? (counts.refused > 0 ? 'error' : 'success') : 'in-progress'}
              resultText={counts.words}
              description={sending.phase === 'done' ? undefined : counts.words}
              additionalInfo={
                sending.phase === 'looking'
                  ? 'An answer was lost. The list of users is read before anything is sent again.'
                  : undefined
              }
            />
          )}
          {sending && <Stopped sending={sending} onResume={onResume} onBack={onBack} />}
          <div className={styles['buttons']}>
            {isRunning && (
              <ActionButton
                onClick={onStop}
                disabledReason={sending.isStopAsked ? 'It stops after the present batch.' : undefined}
              >
                Stop after this batch
              </ActionButton>
            )}
            {sending && !isRunning && <ActionButton onClick={save}>Download result</ActionButton>}
            {sending?.phase === 'done' && counts && counts.created < checked.length && (
              <ActionButton onClick={onBack}>Back to the rows</ActionButton>
            )}
            {sending?.phase === 'done' && (
              <ActionButton variant="primary" to={doneTo}>
                Go to the users
              </ActionButton>
            )}
          </div>
        </SpaceBetween>
      </Container>
      <ResourceTable
        id="vpn-user-import-result"
        words={words}
        items={results}
        columns={resultColumns}
        idOf={idOf}
        nameOf={nameOf}
        sortedBy="line"
        urlPrefix="result-"
        empty={{ text: 'No row was taken.' }}
        header={<Header variant="h2">Result of each row</Header>}
      />
    </SpaceBetween>
  )
}
