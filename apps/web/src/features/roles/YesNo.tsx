import styles from './RoleMatrix.module.css'
import type { Answer } from './role-rows.ts'

/** What a role says of an operation; why is in sight where there is room for it, and always there for a screen reader. */
export const YesNo = ({ answer: { isAllowed, why }, isExplained }: { answer: Answer; isExplained: boolean }) => (
  <>
    <svg className={`${styles['mark']} ${styles[isAllowed ? 'yes' : 'no']}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={isAllowed ? 'M3 8.5l3.2 3.2L13 4.8' : 'M4.5 8h7'} />
    </svg>
    <span className="visually-hidden">{isAllowed ? 'Yes.' : 'No.'}</span>
    <span className={isExplained ? styles['why'] : 'visually-hidden'}> {why}</span>
  </>
)
