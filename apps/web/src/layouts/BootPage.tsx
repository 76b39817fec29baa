import { Mark } from '../ui/Mark.tsx'
import styles from './BootPage.module.css'

/** What is there until the first page is: our mark, and words for those who do not see it. */
export const BootPage = () => (
  <div className={styles['boot']}>
    <Mark size={40} />
    <output className={styles['words']}>Loading the console</output>
  </div>
)
