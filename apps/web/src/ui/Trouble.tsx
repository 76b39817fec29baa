import type { ReactNode } from 'react'
import { PageHeader } from './PageHeader.tsx'
import styles from './Trouble.module.css'

type TroubleProps = { title: string; message: ReactNode; details?: ReactNode; actions: ReactNode }

/** A page for when there is no page: what happened, why, and what to do now. */
export const Trouble = ({ title, message, details, actions }: TroubleProps) => (
  <div className={styles['trouble']}>
    <svg className={styles['drawing']} viewBox="0 0 240 60" aria-hidden="true">
      <path d="M12 30H92M148 30H228" />
      <path className={styles['broken']} d="M92 30l12-9M136 39l12-9" />
      <circle cx="12" cy="30" r="7" />
      <circle cx="228" cy="30" r="7" />
    </svg>
    <PageHeader title={title} />
    <div className={styles['message']}>{message}</div>
    {details}
    <div className={styles['actions']}>{actions}</div>
  </div>
)
