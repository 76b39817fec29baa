import type { ReactNode } from 'react'
import styles from './RoleMatrix.module.css'
import type { RoleRow } from './role-rows.ts'

type RoleRowsProps = {
  rows: readonly RoleRow[]
  /** How many cells a row has beside its name. */
  columns: number
  children: (row: RoleRow) => ReactNode
}

/** The operations by what they are about, each with its cells. */
export const RoleRows = ({ rows, columns, children }: RoleRowsProps) => {
  const resources = [...new Set(rows.map(({ resource }) => resource))]
  return resources.map((resource) => (
    <tbody key={resource}>
      <tr>
        <th scope="rowgroup" colSpan={columns + 1} className={styles['group']}>
          <span className={styles['groupName']}>{resource}</span>
        </th>
      </tr>
      {rows
        .filter((row) => row.resource === resource)
        .map((row) => (
          <tr key={row.name}>
            <th scope="row">
              <span className="mono">{row.name}</span>
              <span className={`${styles['action']} mono`}>{row.action ?? 'no action'}</span>
            </th>
            {children(row)}
          </tr>
        ))}
    </tbody>
  ))
}
