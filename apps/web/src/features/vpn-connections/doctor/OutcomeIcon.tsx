import Icon, { type IconProps } from '@cloudscape-design/components/icon'
import type { Outcome } from './report-words.ts'
import styles from './Doctor.module.css'

const icons: Record<Outcome, { name: NonNullable<IconProps['name']>; variant: NonNullable<IconProps['variant']> }> = {
  failed: { name: 'status-negative', variant: 'error' },
  note: { name: 'status-warning', variant: 'warning' },
  unknown: { name: 'status-pending', variant: 'subtle' },
  passed: { name: 'status-positive', variant: 'success' },
}

/** What a check found, for the eye; the words stand beside it. */
export const OutcomeIcon = ({ outcome }: { outcome: Outcome }) => (
  <span className={styles['icon']} aria-hidden="true">
    <Icon {...icons[outcome]} />
  </span>
)
