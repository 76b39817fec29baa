import StatusIndicator from '@cloudscape-design/components/status-indicator'
import styles from './FindingView.module.css'
import { outcomeWords, type Finding } from './finding-words.ts'

const Actions = ({ actions }: { actions: readonly string[] }) => (
  <ul className={styles['actions']}>
    {actions.map((action) => (
      <li key={action} className="mono">
        {action}
      </li>
    ))}
  </ul>
)

/** What the test found of a feature: in words, with the names of the actions. */
export const FindingView = ({ finding: { outcome, finding, untried } }: { finding: Finding }) => {
  const { words, kind } = outcomeWords(outcome)
  return (
    <div className={styles['finding']}>
      <StatusIndicator type={kind}>{words}</StatusIndicator>
      <div className={styles['words']}>{finding}</div>
      {untried.length > 0 && (
        <details className={styles['words']}>
          <summary className={styles['summary']}>
            {untried.length === 1
              ? 'The action that was not tried'
              : `The ${untried.length} actions that were not tried`}
          </summary>
          <Actions actions={untried} />
        </details>
      )}
    </div>
  )
}
