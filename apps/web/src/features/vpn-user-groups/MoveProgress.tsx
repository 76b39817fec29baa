import Alert from '@cloudscape-design/components/alert'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { FormError } from '../../ui/FormError.tsx'
import { resultOf, stepWords, usersWords, type Member, type MoveState } from './member-moves.ts'

const mostNames = 12

const namesOf = (users: readonly Member[]) => {
  const more = users.length - mostNames
  const names = users.slice(0, mostNames).map(({ name }) => name)
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ')
}

/** How far a move is, or what came of it: who is where, by name. */
export const MoveProgress = ({ state, target }: { state: MoveState; target: string }) => {
  const { steps, done, isRunning, error } = state
  const step = steps[done]
  if (isRunning) {
    return (
      <ProgressBar
        value={(done / Math.max(steps.length, 1)) * 100}
        label="Progress"
        description={step ? `${stepWords(step)} (${done + 1} of ${steps.length})` : 'Done'}
      />
    )
  }
  const { moved, between, untouched } = resultOf(state)
  return (
    <SpaceBetween size="s">
      {moved.length > 0 && (
        <Alert type="success">
          {usersWords(moved.length)} {moved.length === 1 ? 'is' : 'are'} in {target} now.
        </Alert>
      )}
      {between.length > 0 && (
        <Alert
          type="warning"
          header={`Taken out of the old group, but not in ${target} yet: ${usersWords(between.length)}`}
        >
          {namesOf(between)}. Until they are added, they have the access of the default group only.
        </Alert>
      )}
      {untouched.length > 0 && (
        <Alert type="info" header={`Not touched: ${usersWords(untouched.length)}`}>
          {namesOf(untouched)}
        </Alert>
      )}
      {error !== undefined && step && <FormError title={`It stopped at: ${stepWords(step)}`} error={error} />}
    </SpaceBetween>
  )
}
