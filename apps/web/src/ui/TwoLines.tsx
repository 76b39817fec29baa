import type { ReactNode } from 'react'
import styles from './TwoLines.module.css'

/** A value of a table with a smaller one below that belongs to it. */
export const TwoLines = ({ first, second }: { first: ReactNode; second?: ReactNode }) => (
  <>
    {first}
    {second !== undefined && second !== '' && <div className={styles['second']}>{second}</div>}
  </>
)
