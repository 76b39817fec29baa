import type { TableProps } from '@cloudscape-design/components/table'
import type { ReactNode } from 'react'
import type { Column, Row } from './columns.ts'
import styles from './row-cells.module.css'
import { RowMenu, type RowAction } from './RowMenu.tsx'
import type { ShownGroup } from './table-view.ts'

export type GroupColumn<T> = TableProps.ColumnDefinition<ShownGroup<T>> & { id: string }

/** Lines of text that an item takes in each cell of its row, so that what belongs to it stands side by side. */
export type LinesOf<T> = (item: T) => 1 | 2

const cellOf = <T,>({ id, cell }: Column<T>, { item, values }: Row<T>): ReactNode =>
  cell ? cell(item) : values[id] === '' ? '–' : values[id]

const isSame = <T,>({ id }: Column<T>, [first, ...rest]: readonly Row<T>[]) =>
  rest.every(({ values }) => values[id] === first?.values[id])

/** Beside the name of the one that a filter means, where it does not mean those beside it. */
const MatchMark = () => (
  <svg
    width="14"
    height="14"
    viewBox="0 0 16 16"
    role="img"
    aria-label="matches the filter"
    className={styles['match']}
  >
    <title>Matches the filter</title>
    <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" />
    <path d="m10.5 10.5 4 4" stroke="currentColor" strokeWidth="2" />
  </svg>
)

type MembersProps<T> = {
  group: ShownGroup<T>
  idOf: (item: T) => string
  linesOf: LinesOf<T>
  /** The cells of the column that names the row say which of its items the filter means. */
  isNaming?: boolean | undefined
  render: (row: Row<T>) => ReactNode
}

/** A cell with one block for each item of the row, all of them as high as those beside them. */
const Members = <T,>({ group, idOf, linesOf, isNaming, render }: MembersProps<T>) => (
  <div className={isNaming && group.rows.length > 1 ? styles['pair'] : undefined}>
    {group.rows.map((row) => {
      const isMarked = group.found?.has(row) ?? false
      return (
        <div
          key={idOf(row.item)}
          className={styles['member']}
          data-lines={linesOf(row.item)}
          data-found={isMarked || undefined}
        >
          {render(row)}
          {isNaming && isMarked && <MatchMark />}
        </div>
      )
    })}
  </div>
)

type CellsProps<T> = { idOf: (item: T) => string; linesOf: LinesOf<T> | undefined }

/** The table's columns as the kit draws them, over rows of one item or of several. */
export const toGroupColumns = <T,>(columns: readonly Column<T>[], { idOf, linesOf }: CellsProps<T>): GroupColumn<T>[] =>
  columns.map((column) => {
    const { id, header, isRowHeader, isJoined, width, minWidth } = column
    // The same row is drawn by the same elements, so that a key of the filter or a poll costs what it changes.
    const drawn = new WeakMap<ShownGroup<T>, ReactNode>()
    const draw = (group: ShownGroup<T>) => {
      const [first] = group.rows
      if (first && (!linesOf || (isJoined && isSame(column, group.rows)))) return cellOf(column, first)
      return (
        <Members
          group={group}
          idOf={idOf}
          linesOf={linesOf ?? (() => 1)}
          isNaming={isRowHeader}
          render={(row) => cellOf(column, row)}
        />
      )
    }
    return {
      id,
      header,
      cell: (group) => {
        if (!drawn.has(group)) drawn.set(group, draw(group))
        return drawn.get(group)
      },
      // The rows are sorted before the kit sees them: this only makes the column one that can be sorted by.
      sortingField: id,
      ...(isRowHeader && { isRowHeader }),
      ...(width !== undefined && { width }),
      ...(minWidth !== undefined && { minWidth }),
    }
  })

/** The column with the menus, one for each item. */
export const actionsColumn = <T,>(
  nameOf: (item: T) => string,
  actionsOf: (item: T) => readonly RowAction[],
  { idOf, linesOf }: CellsProps<T>,
): GroupColumn<T> => {
  const menu = ({ item }: Row<T>) => <RowMenu name={nameOf(item)} actions={actionsOf(item)} />
  return {
    id: 'actions',
    header: <span className="visually-hidden">Actions</span>,
    width: 56,
    cell: (group) => {
      const [first] = group.rows
      if (!linesOf) return first && menu(first)
      return <Members group={group} idOf={idOf} linesOf={linesOf} render={menu} />
    },
  }
}
