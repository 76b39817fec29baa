import { TwoLines } from '../../ui/TwoLines.tsx'
import styles from './Figure.module.css'

/** Bytes or a rate, with its packets below. */
export const Figure = ({ first, second }: { first: string; second: string | undefined }) => (
  <div className={styles['figure']}>
    <TwoLines first={first} second={second} />
  </div>
)
