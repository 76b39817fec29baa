import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter'

/** What a table shows of its items; all of it is in the URL, so that it can be sent to a colleague. */
export type TableState = {
  query: PropertyFilterProps.Query
  /** What is searched for in all columns. */
  find: string
  sort: { column: string; isDescending: boolean } | undefined
  /** From 1. */
  page: number
}

// The longer operators first: `!=` must not be read as `!` and `=`.
const operators = ['!:', '!=', '!^', '>=', '<=', ':', '=', '^', '>', '<'] as const
const tokenPattern = new RegExp(`^([\\w.-]*)(${operators.join('|').replaceAll('^', '\\^')})(.*)$`, 's')

const writeToken = ({ propertyKey = '', operator, value }: PropertyFilterProps.Token) =>
  `${propertyKey}${operator}${String(value)}`

const readToken = (text: string): PropertyFilterProps.Token | undefined => {
  const [, propertyKey, operator, value] = tokenPattern.exec(text) ?? []
  if (operator === undefined || value === undefined) return undefined
  return propertyKey ? { propertyKey, operator, value } : { operator, value }
}

/** Tables on one page keep their states apart by a prefix of their parameters. */
const names = (prefix: string) => ({
  find: `${prefix}find`,
  filter: `${prefix}filter`,
  match: `${prefix}match`,
  sort: `${prefix}sort`,
  page: `${prefix}page`,
})

export const readTableState = (search: URLSearchParams, prefix = ''): TableState => {
  const name = names(prefix)
  const tokens = search.getAll(name.filter).flatMap((text) => readToken(text) ?? [])
  const sort = search.get(name.sort)
  const page = Number(search.get(name.page) ?? 1)
  return {
    find: search.get(name.find) ?? '',
    query: { tokens, operation: search.get(name.match) === 'any' ? 'or' : 'and' },
    sort: sort ? { column: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') } : undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The same URL with another table state; parameters of others stay. */
export const writeTableState = (search: URLSearchParams, state: TableState, prefix = ''): URLSearchParams => {
  const name = names(prefix)
  const next = new URLSearchParams(search)
  for (const key of Object.values(name)) next.delete(key)
  if (state.find !== '') next.set(name.find, state.find)
  for (const token of state.query.tokens) next.append(name.filter, writeToken(token))
  if (state.query.operation === 'or') next.set(name.match, 'any')
  if (state.sort) next.set(name.sort, `${state.sort.isDescending ? '-' : ''}${state.sort.column}`)
  if (state.page > 1) next.set(name.page, String(state.page))
  return next
}
