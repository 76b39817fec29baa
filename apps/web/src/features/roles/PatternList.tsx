import ExpandableSection from '@cloudscape-design/components/expandable-section'
import styles from './PatternList.module.css'

/** The patterns of a role as they are kept: few in sight, many folded. */
export const PatternList = ({ patterns }: { patterns: readonly string[] }) => {
  if (patterns.length === 0) return null
  const list = (
    <ul className={styles['list']}>
      {patterns.map((pattern) => (
        <li key={pattern} className="mono">
          {pattern}
        </li>
      ))}
    </ul>
  )
  return (
    <ExpandableSection headerText={`Its ${patterns.length === 1 ? 'action' : `${patterns.length} actions`}`}>
      {list}
    </ExpandableSection>
  )
}
