import type { DoctorReport } from '@vpn-console/api-client'
import { OutcomeIcon } from './OutcomeIcon.tsx'
import { grouped } from './report-words.ts'
import styles from './Doctor.module.css'

/** How many checks found what. */
export const Counts = ({ report }: { report: DoctorReport }) => (
  <span className={styles['counts']}>
    {grouped(report).map(({ outcome, words, checks }) => (
      <span key={outcome} className={styles['count']}>
        <OutcomeIcon outcome={outcome} /> {checks.length} {words}
      </span>
    ))}
  </span>
)
