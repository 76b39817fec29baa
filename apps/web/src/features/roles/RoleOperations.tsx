import type { ShownRole } from '@vpn-console/api-client'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { filterRows, readFilter } from './matrix-filter.ts'
import { MatrixFilters } from './MatrixFilters.tsx'
import styles from './RoleMatrix.module.css'
import { answersOf, roleRows } from './role-rows.ts'
import { RoleRows } from './RoleRows.tsx'
import { YesNo } from './YesNo.tsx'

/** What one role may do and what not, each with its reason. */
export const RoleOperations = ({ role }: { role: ShownRole }) => {
  const [search] = useSearchParams()
  const { find, resource, shows } = readFilter(search)
  const answers = useMemo(() => answersOf(role), [role])
  const rows = useMemo(() => filterRows(roleRows, { find, resource, shows }, answers), [find, resource, shows, answers])
  return (
    <SpaceBetween size="s">
      <MatrixFilters
        filter={{ find, resource, shows }}
        count={`${rows.length} of ${roleRows.length} operations`}
        hasShows
      />
      <section className={styles['region']} aria-label={`What ${role.name} may do`}>
        {rows.length === 0 ? (
          <p className={styles['none']}>No operation matches the filter.</p>
        ) : (
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Operation</th>
                <th scope="col">May the role do it, and why</th>
              </tr>
            </thead>
            <RoleRows rows={rows} columns={1}>
              {({ name }) => {
                const answer = answers.get(name)
                return <td className={styles['explained']}>{answer && <YesNo answer={answer} isExplained />}</td>
              }}
            </RoleRows>
          </table>
        )}
      </section>
    </SpaceBetween>
  )
}
