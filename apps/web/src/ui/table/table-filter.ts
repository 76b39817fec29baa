import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter'
import { eachOf, operatorsOf, textOf, type CellValue, type Column, type Row } from './columns.ts'

type Token = PropertyFilterProps.Token

/** Compares in lower case; what is negated is judged as its opposite. */
const textTests: Record<string, (texts: readonly string[], wanted: string) => boolean> = {
  '=': (texts, wanted) => texts.includes(wanted),
  ':': (texts, wanted) => texts.join(', ').includes(wanted),
  '^': (texts, wanted) => texts.some((text) => text.startsWith(wanted)),
}

const numberTests: Record<string, (value: number, wanted: number) => boolean> = {
  '=': (value, wanted) => value === wanted,
  '>=': (value, wanted) => value >= wanted,
  '<=': (value, wanted) => value <= wanted,
  '>': (value, wanted) => value > wanted,
  '<': (value, wanted) => value < wanted,
}

/** Whether one value of a column is what a filter asks for; of several in a cell, one is enough. */
const meets = (value: CellValue, operator: string, wanted: string): boolean => {
  if (operator.startsWith('!')) return !meets(value, operator.slice(1), wanted)
  if (typeof value === 'number') {
    const test = numberTests[operator]
    if (test) return wanted.trim() !== '' && test(value, Number(wanted))
  }
  const texts = eachOf(value).map((text) => text.toLowerCase())
  return textTests[operator]?.(texts.length > 0 ? texts : [''], wanted.toLowerCase()) ?? false
}

const readsToken = <T>(token: Token, columns: readonly Column<T>[]): ((row: Row<T>) => boolean) | undefined => {
  const { propertyKey, operator } = token
  const wanted = textOf(typeof token.value === 'string' ? token.value : String(token.value))
  if (propertyKey === undefined) {
    const searched = columns.filter(({ filter }) => filter)
    // No column may hold what must not be there; any one will do for what must.
    return operator.startsWith('!')
      ? ({ item }) => searched.every(({ value }) => meets(value(item), operator, wanted))
      : ({ item }) => searched.some(({ value }) => meets(value(item), operator, wanted))
  }
  const column = columns.find(({ id }) => id === propertyKey)
  // A filter from an old URL on a column that is no more must not hide everything.
  if (!column?.filter) return undefined
  const operators: readonly string[] = operatorsOf[column.filter]
  if (!operators.includes(operator)) return () => false
  return ({ item }) => meets(column.value(item), operator, wanted)
}

/** What a filter and a search let through; undefined where they let everything through. */
export const rowFilter = <T>(
  { query, find }: { query: PropertyFilterProps.Query; find: string },
  columns: readonly Column<T>[],
): ((row: Row<T>) => boolean) | undefined => {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  const tests = query.tokens.flatMap((token) => readsToken(token, columns) ?? [])
  if (words.length === 0 && tests.length === 0) return undefined
  const isFound = ({ text }: Row<T>) => words.every((word) => text.includes(word))
  if (tests.length === 0) return isFound
  return query.operation === 'or'
    ? (row) => isFound(row) && tests.some((test) => test(row))
    : (row) => isFound(row) && tests.every((test) => test(row))
}
