import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter'
import type { ReactNode } from 'react'

export type CellValue = string | number | readonly string[] | undefined

/** One column: what it is called, the plain value that sorts, filters and is exported, and how it looks. */
export type Column<T> = {
  id: string
  header: string
  value: (item: T) => CellValue
  cell?: (item: T) => ReactNode
  /** What it is sorted by, where that is not the value. */
  sortBy?: (item: T) => string | number
  /** In a row of several items: shown once where all have the same. */
  isJoined?: true
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
export type Row<T> = {
  item: T
  values: Readonly<Record<string, string | number>>
  /** All that a search looks through, in lower case. */
  text: string
}

export const textOf = (value: CellValue): string =>
  value === undefined ? '' : typeof value === 'object' ? value.join(', ') : String(value)

/** Each of the values that a cell holds. */
export const eachOf = (value: CellValue): string[] =>
  value === undefined ? [] : typeof value === 'object' ? [...value] : [String(value)]

export const toRow = <T>(item: T, columns: readonly Column<T>[]): Row<T> => {
  const values: Record<string, string | number> = {}
  let text = ''
  for (const { id, value, filter } of columns) {
    const plain = value(item)
    const shown = typeof plain === 'number' ? plain : textOf(plain)
    values[id] = shown
    if (filter) text += `${shown}\n`
  }
  return { item, values, text: text.toLowerCase() }
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Numbers by size, words as people order them (gw-2 before gw-10), what is missing last. */
export const compareValues = (a: string | number = '', b: string | number = ''): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (a === '' || b === '') return Number(a === '') - Number(b === '')
  return collator.compare(String(a), String(b))
}

export const operatorsOf = {
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
  columns.flatMap(({ id, filter, value }) => {
    if (filter !== 'choice') return []
    const values = new Set(rows.flatMap(({ item }) => eachOf(value(item))))
    values.delete('')
    return [...values].toSorted(collator.compare).map((value) => ({ propertyKey: id, value }))
  })

export const toColumnDisplay = <T>(columns: readonly Column<T>[], hidden: readonly string[]) =>
  columns.map(({ id, isRowHeader }) => ({ id, visible: isRowHeader === true || !hidden.includes(id) }))
