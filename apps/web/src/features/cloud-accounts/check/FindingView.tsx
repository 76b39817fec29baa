import ExpandableSection from '@cloudscape-design/components/expandable-section'
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
        <ExpandableSection variant="inline" headerText={`${untried.length} that cannot be tried without a change`}>
          <Actions actions={untried} />
        </ExpandableSection>
      )}
    </div>
  )
}
