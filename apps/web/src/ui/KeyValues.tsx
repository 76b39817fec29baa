import type { ReactNode } from 'react'
import styles from './KeyValues.module.css'

export type KeyValue = { label: string; value: ReactNode; info?: ReactNode }

type KeyValuesProps = { items: readonly KeyValue[]; columns?: 1 | 2 | 3 | 4 }

/** Facts by name, in as many columns as fit; what is not there is shown as a dash, never as nothing. */
export const KeyValues = ({ items, columns = 3 }: KeyValuesProps) => (
  <dl className={styles['facts']} data-columns={columns}>
    {items.map(({ label, value, info }) => (
      <div key={label} className={styles['fact']}>
        <dt>
          {label} {info}
        </dt>
        <dd>{value === undefined || value === '' || value === null ? '–' : value}</dd>
      </div>
    ))}
  </dl>
)
