import type { ShownRole } from '@vpn-console/api-client'
import { memo, useCallback, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { nextCell } from './matrix-keys.ts'
import styles from './RoleMatrix.module.css'
import { answersOf, type Answer, type RoleRow } from './role-rows.ts'
import { RoleRows } from './RoleRows.tsx'
import { YesNo } from './YesNo.tsx'

type RoleMatrixProps = { rows: readonly RoleRow[]; roles: readonly ShownRole[] }
type Look = (event: SyntheticEvent<HTMLButtonElement>) => void
type CellsProps = RoleMatrixProps & { onLook: Look; onKey: (event: KeyboardEvent<HTMLButtonElement>) => void }

const no: Answer = { isAllowed: false, why: '' }

/** All cells, drawn once; which of them is looked at is no business of theirs. */
const Cells = memo(function Cells({ rows, roles, onLook, onKey }: CellsProps) {
  const answers = roles.map(answersOf)
  return (
    <RoleRows rows={rows} columns={roles.length}>
      {({ name }) =>
        roles.map((role, column) => {
          const answer = answers[column]?.get(name) ?? no
          return (
            <td key={role.id}>
              <button
                type="button"
                className={styles['cell']}
                // The first cell takes the focus for all; arrow keys go on from it.
                tabIndex={name === rows[0]?.name && column === 0 ? 0 : -1}
                title={answer.why}
                data-what={`${role.name}, ${name}`}
                onFocus={onLook}
                onMouseEnter={onLook}
                onClick={onLook}
                onKeyDown={onKey}
              >
                <YesNo answer={answer} isExplained={false} />
              </button>
            </td>
          )
        })
      }
    </RoleRows>
  )
})

const cellsAround = (cell: HTMLElement) => [
  ...(cell.closest('table')?.querySelectorAll<HTMLElement>('tbody td button') ?? []),
]

/** Who may do what: a row for each operation, a column for each role. Arrow keys go from cell to cell. */
export const RoleMatrix = ({ rows, roles }: RoleMatrixProps) => {
  const [detail, setDetail] = useState('')
  const onLook = useCallback<Look>(({ currentTarget: cell }) => {
    setDetail(`${cell.dataset['what'] ?? ''}: ${cell.textContent}`)
  }, [])
  const columns = roles.length
  const onKey = useCallback(
    (event: KeyboardEvent<HTMLButtonElement>) => {
      const cells = cellsAround(event.currentTarget)
      const current = cells.indexOf(event.currentTarget)
      const next = cells[nextCell(event.key, current, { columns, count: cells.length }) ?? -1]
      if (!next) return
      event.preventDefault()
      // Tab comes back to the cell that it left.
      event.currentTarget.tabIndex = -1
      next.tabIndex = 0
      next.focus()
    },
    [columns],
  )

  return (
    <>
      <p className={styles['detail']} aria-hidden="true">
        {detail || 'Point at a cell, or go to it with the arrow keys, to see why.'}
      </p>
      <section className={`${styles['region']} ${styles['scrolled']}`} aria-label="Operations by role">
        {rows.length === 0 ? (
          <p className={styles['none']}>No operation matches the filter.</p>
        ) : (
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Operation</th>
                {roles.map(({ id, name }) => (
                  <th key={id} scope="col">
                    <AppLink to={paths.role(id)}>{name}</AppLink>
                  </th>
                ))}
              </tr>
            </thead>
            <Cells rows={rows} roles={roles} onLook={onLook} onKey={onKey} />
          </table>
        )}
      </section>
    </>
  )
}
