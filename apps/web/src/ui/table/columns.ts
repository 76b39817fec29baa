import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter'
import type { TableProps } from '@cloudscape-design/components/table'
import type { ReactNode } from 'react'

export type CellValue = string | number | readonly string[] | undefined

/** One column: what it is called, the plain value that sorts, filters and is exported, and how it looks. */
export type Column<T> = {
  id: string
  header: string
  value: (item: T) => CellValue
  cell?: (item: T) => ReactNode
  /** `choice` offers the values that are there; `text` takes any part of one; `number` compares. */
  filter?: 'text' | 'choice' | 'number'
  /** The column that names the row. */
  isRowHeader?: true
  /** Not shown until somebody asks for it; `narrow`: only where the window has no room for it. */
  isHidden?: true | 'narrow'
  width?: number
  minWidth?: number
}

/** An item with the plain values of its columns, which is what the table sorts and filters by. */
export type Row<T> = { item: T; values: Readonly<Record<string, string | number>> }

export const textOf = (value: CellValue): string =>
  value === undefined ? '' : typeof value === 'object' ? value.join(', ') : String(value)

export const toRow = <T>(item: T, columns: readonly Column<T>[]): Row<T> => ({
  item,
  values: Object.fromEntries(
    columns.map(({ id, value }) => {
      const plain = value(item)
      return [id, typeof plain === 'number' ? plain : textOf(plain)]
    }),
  ),
})

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Numbers by size, words as people order them (gw-2 before gw-10), what is missing last. */
export const compareValues = (a: string | number = '', b: string | number = ''): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (a === '' || b === '') return Number(a === '') - Number(b === '')
  return collator.compare(String(a), String(b))
}

export type RowColumn<T> = TableProps.ColumnDefinition<Row<T>> & { id: string }

export const toTableColumns = <T>(columns: readonly Column<T>[]): RowColumn<T>[] =>
  columns.map(({ id, header, cell, isRowHeader, width, minWidth }) => ({
    id,
    header,
    cell: ({ item, values }) => (cell ? cell(item) : values[id] === '' ? '–' : values[id]),
    sortingComparator: (a, b) => compareValues(a.values[id], b.values[id]),
    ...(isRowHeader && { isRowHeader }),
    ...(width !== undefined && { width }),
    ...(minWidth !== undefined && { minWidth }),
  }))

const operatorsOf = {
  text: [':', '!:', '=', '!=', '^'],
  choice: ['=', '!=', ':', '!:'],
  number: ['=', '!=', '>=', '<=', '>', '<'],
} as const

export const toFilterProperties = <T>(columns: readonly Column<T>[]): PropertyFilterProps.FilteringProperty[] =>
  columns.flatMap(({ id, header, filter }) =>
    filter ? [{ key: id, propertyLabel: header, groupValuesLabel: header, operators: [...operatorsOf[filter]] }] : [],
  )

/** The values that a choice column has, to choose from. */
export const toFilterOptions = <T>(
  columns: readonly Column<T>[],
  rows: readonly Row<T>[],
): PropertyFilterProps.FilteringOption[] =>
  columns.flatMap(({ id, filter }) => {
    if (filter !== 'choice') return []
    const values = new Set(rows.map(({ values }) => String(values[id] ?? '')))
    values.delete('')
    return [...values].toSorted(collator.compare).map((value) => ({ propertyKey: id, value }))
  })

export const toColumnDisplay = <T>(columns: readonly Column<T>[], hidden: readonly string[]) =>
  columns.map(({ id, isRowHeader }) => ({ id, visible: isRowHeader === true || !hidden.includes(id) }))
