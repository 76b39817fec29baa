import type { ConsoleInput } from '@vpn-console/api-client'
import { readTableState, writeTableState, type TableState } from '../../ui/table/table-state.ts'

/** What the page asks for; all of it is in the URL. */
export type AuditSearch = Pick<TableState, 'query' | 'find'> & {
  /** Where the page begins or ends, as an earlier answer told it. */
  before: string
  after: string
}

const cursor = /^\d{1,16}\.[\w-]{1,36}$/

export const readAuditSearch = (search: URLSearchParams): AuditSearch => {
  const { query, find } = readTableState(search)
  const place = (name: string) => {
    const text = search.get(name) ?? ''
    return cursor.test(text) ? text : ''
  }
  return { query: { ...query, operation: 'and' }, find, before: place('before'), after: place('after') }
}

/** The same URL with another search. Whatever changes which entries there are begins with the newest. */
export const writeAuditSearch = (search: URLSearchParams, change: Partial<AuditSearch>): URLSearchParams => {
  const { before, after, ...rest } = { ...readAuditSearch(search), before: '', after: '', ...change }
  const next = writeTableState(search, { ...rest, sort: undefined, page: 1 })
  next.delete('before')
  next.delete('after')
  if (before) next.set('before', before)
  else if (after) next.set('after', after)
  return next
}

const units: Readonly<Record<string, number>> = { min: 60_000, h: 3_600_000, d: 86_400_000 }
/** Moments to choose from, as they are typed. */
export const moments = ['1 h ago', '24 h ago', '7 d ago', '30 d ago', '365 d ago'] as const

/** A moment as people type it: `7 d ago`, or a day with or without a time, in the reader's own zone. */
export const readMoment = (text: string, now: number): number | undefined => {
  const [, count, unit = ''] = /^(\d{1,5})\s*(min|h|d)(?: ago)?$/.exec(text.trim()) ?? []
  const ms = units[unit]
  if (count !== undefined && ms !== undefined) return now - Number(count) * ms
  const [, day, clock = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/.exec(text.trim()) ?? []
  const at = day === undefined ? Number.NaN : new Date(`${day}T${clock}`).getTime()
  return Number.isNaN(at) || at < 0 ? undefined : at
}

type Query = NonNullable<ConsoleInput<'listAuditEntries'>['query']>
export type AuditFilter = Omit<Query, 'before' | 'after' | 'limit'>

const most = 128
/** Minutes are fine enough: the same question asked again a moment later is the same question. */
const minute = (at: number) => Math.floor(at / 60_000) * 60_000

/** What the backend is asked for, and the texts of the filter that mean nothing to it. */
export const toFilter = ({ query, find }: Pick<AuditSearch, 'query' | 'find'>, now: number) => {
  const filter: AuditFilter = {}
  const unknown: string[] = []
  const joined = (before: string | undefined, value: string) => (before === undefined ? value : `${before},${value}`)
  for (const { propertyKey, operator, value: given } of query.tokens) {
    const value = String(given).trim().slice(0, most)
    if (value === '') continue
    if (propertyKey === 'time') {
      const at = readMoment(value, now)
      if (at === undefined) unknown.push(value)
      else if (operator.startsWith('<')) filter.until = minute(at)
      else filter.since = minute(at)
    } else if (propertyKey === 'person') filter.person = value
    else if (propertyKey === 'resource') filter.resource_id = value
    else if (propertyKey === 'cloud') filter.cloud_id = value
    else if (propertyKey === 'outcome') filter.outcome = joined(filter.outcome, value)
    else if (propertyKey === 'operation') filter.operation = joined(filter.operation, value)
    else filter.text = value
  }
  if (find.trim() !== '') filter.text = find.trim().slice(0, most)
  return { filter, unknown }
}
