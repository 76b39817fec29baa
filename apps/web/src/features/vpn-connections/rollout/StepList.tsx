import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import { FormError } from '../../../ui/FormError.tsx'
import styles from './StepList.module.css'
import { stepTitle, type Step, type StepKind, type StepState } from './steps.ts'
import type { Rollout } from './use-rollout.ts'

const looks: Record<StepState, { type: StatusIndicatorProps.Type; words: string }> = {
  'to do': { type: 'pending', words: 'Not yet' },
  doing: { type: 'in-progress', words: 'In progress' },
  asking: { type: 'info', words: 'Waits for you' },
  done: { type: 'success', words: 'Done' },
  failed: { type: 'error', words: 'Failed' },
  'left out': { type: 'stopped', words: 'Left out' },
}

/** What somebody may do instead of waiting or trying once more. */
const leaving: Partial<Record<StepKind, string>> = {
  reset: 'Go on without this reset',
  up: 'Go on without waiting',
  delete: 'Go on without it',
}

const canBeLeft = ({ kind, state }: Step) => state === 'failed' || (kind === 'up' && state === 'doing')

type StepListProps = {
  label: string
  rollout: Rollout
  /** What belongs below the title of a step: why it waits, and what to do. */
  noteOf?: (step: Step) => ReactNode
}

/** Steps in their order, each with how far it is, and with the ways on from one that failed. */
export const StepList = ({ label, rollout, noteOf }: StepListProps) => (
  <ol className={styles['steps']} aria-label={label}>
    {rollout.steps.map((step) => {
      const { id, kind, state, error } = step
      const title = stepTitle(step)
      const { type, words } = looks[state]
      const without = leaving[kind]
      return (
        <li key={id} className={styles['step']} aria-label={title} data-state={state}>
          <div className={styles['head']}>
            <span className={styles['title']}>{title}</span>
            <output>
              <StatusIndicator type={type}>{words}</StatusIndicator>
            </output>
          </div>
          {noteOf?.(step)}
          {state === 'failed' && <FormError title={`${title}: not done`} error={error} />}
          <SpaceBetween direction="horizontal" size="xs">
            {state === 'failed' && (
              <Button formAction="none" onClick={rollout.resume}>
                Try again
              </Button>
            )}
            {canBeLeft(step) && without !== undefined && (
              <Button formAction="none" onClick={() => rollout.settle(id, 'left out')}>
                {without}
              </Button>
            )}
          </SpaceBetween>
        </li>
      )
    })}
  </ol>
)
