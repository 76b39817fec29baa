import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { errorText } from '../../ui/error-words.ts'
import { userNames, userOf, type Outcome } from './disconnect.ts'
import { sessionsWords } from './session-words.ts'

/** What came of each session that was to be cut. */
export const DisconnectResult = ({ outcomes }: { outcomes: readonly Outcome[] }) => {
  const of = (result: Outcome['result']) => outcomes.flatMap((one) => (one.result === result ? [one.session] : []))
  const [cut, gone] = [of('cut'), of('gone')]
  const failed = outcomes.flatMap((one) => (one.result === 'failed' ? [one] : []))
  return (
    <SpaceBetween size="s">
      {cut.length > 0 && <Alert type="success">Disconnected: {userNames(cut)}.</Alert>}
      {gone.length > 0 && (
        <Alert type="info">
          {userNames(gone)} had left before: {gone.length === 1 ? 'the session' : 'these sessions'} ended by{' '}
          {gone.length === 1 ? 'itself' : 'themselves'} while this was open.
        </Alert>
      )}
      {failed.length > 0 && (
        <Alert type="error" header={`${sessionsWords(failed.length)} could not be disconnected`}>
          <ul>
            {failed.map(({ session, error }) => (
              <li key={session.id}>
                {userOf(session)}: {errorText(error)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </SpaceBetween>
  )
}
