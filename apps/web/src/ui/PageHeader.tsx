import type { ReactNode } from 'react'
import styles from './PageHeader.module.css'

type PageHeaderProps = {
  title: string
  /** How many there are, beside the title. */
  count?: string | undefined
  description?: ReactNode
  actions?: ReactNode
}

/** The head of a page: its one h1, which also names the browser tab and takes the focus after a navigation. */
export const PageHeader = ({ title, count, description, actions }: PageHeaderProps) => (
  <div className={styles['header']}>
    <title>{`${title} · VPN Console`}</title>
    <div className={styles['words']}>
      <h1 tabIndex={-1} className={styles['title']}>
        {title}
        {count !== undefined && <span className={styles['count']}> ({count})</span>}
      </h1>
      {description !== undefined && <div className={styles['description']}>{description}</div>}
    </div>
    {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
  </div>
)
