import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toFilterOptions, toRow, type Column } from './columns.ts'
import { rowFilter } from './table-filter.ts'
import type { TableState } from './table-state.ts'
import { countWords, filterGroups, groupRows, inOrder, pageOf, sortGroups, type Sort } from './table-view.ts'

type Gateway = { name: string; used: number | undefined; zones: string[]; site?: string }

const columns: Column<Gateway>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name, filter: 'text', isRowHeader: true },
  { id: 'used', header: 'Connections', value: ({ used }) => used, filter: 'number' },
  { id: 'zones', header: 'Zones', value: ({ zones }) => zones, filter: 'choice' },
  { id: 'need', header: 'Need', value: ({ used }) => used, sortBy: ({ used = 0 }) => -used },
]

const gateways: Gateway[] = [
  { name: 'gw-10', used: 3, zones: ['a', 'b'] },
  { name: 'gw-2', used: undefined, zones: [] },
  { name: 'GW-1', used: 12, zones: ['b'] },
]

const everything = { query: { tokens: [], operation: 'and' as const }, find: '' }
const naming = columns[0]

type Given = Partial<Pick<TableState, 'query' | 'find'>> & { sort?: Sort }

const view = ({ sort, ...filter }: Given, items = gateways) => {
  const rows = items.map((item) => toRow(item, columns))
  const groups = groupRows(rows, ({ name, site = name }) => site, naming)
  const shown = filterGroups(sortGroups(groups, sort, columns), rowFilter({ ...everything, ...filter }, columns))
  return { rows, shown, names: shown.map((group) => group.rows.map(({ item }) => item.name).join(' ')) }
}

const names = (given: Given, items?: Gateway[]) => view(given, items).names

const filter = (propertyKey: string | undefined, operator: string, value: string) => ({
  query: { operation: 'and' as const, tokens: [{ ...(propertyKey && { propertyKey }), operator, value }] },
})

const by = (column: string, isDescending = false) => ({ sort: { column, isDescending } })

describe('order', () => {
  test('names are ordered as people do: 2 before 10, whatever the case', () => {
    expect(names(by('name'))).toEqual(['GW-1', 'gw-2', 'gw-10'])
  })

  test('numbers are ordered by size', () => {
    expect(names(by('used', true)).at(-1)).toBe('gw-10')
  })

  test('a column may have another order than its values', () => {
    expect(names(by('need'))).toEqual(['GW-1', 'gw-10', 'gw-2'])
  })

  test('a column that is no more changes nothing', () => {
    expect(names(by('colour'))).toEqual(['gw-10', 'gw-2', 'GW-1'])
  })
})

test.each([
  ['name', ':', 'GW-1', ['gw-10', 'GW-1']],
  ['name', '!=', 'gw-1', ['gw-10', 'gw-2']],
  ['name', '^', 'gw-1', ['gw-10', 'GW-1']],
  ['used', '>=', '3', ['gw-10', 'GW-1']],
  ['used', '!=', '3', ['gw-2', 'GW-1']],
  ['used', '<', '', []],
  ['zones', '=', 'b', ['gw-10', 'GW-1']],
  ['zones', '!=', 'b', ['gw-2']],
  [undefined, ':', 'a, b', ['gw-10']],
  [undefined, '!:', 'b', ['gw-2']],
])('%s %s %s finds %j', (key, operator, value, expected) => {
  expect(names(filter(key, operator, value))).toEqual(expected)
})

test('a filter on a column that is no more hides nothing', () => {
  expect(names(filter('colour', '=', 'blue'))).toHaveLength(3)
})

test('a filter with an operator that its column has not finds nothing, and breaks nothing', () => {
  expect(names(filter('used', '^', '3'))).toEqual([])
})

test('any of several filters is enough where the URL says so', () => {
  const tokens = ['gw-2', 'GW-1'].map((value) => ({ propertyKey: 'name', operator: '=', value }))
  expect(names({ query: { operation: 'or', tokens } })).toEqual(['gw-2', 'GW-1'])
  expect(names({ query: { operation: 'and', tokens } })).toEqual([])
})

test('a search finds each of its words somewhere in a row, in any order', () => {
  expect(names({ find: 'B gw-1' })).toEqual(['gw-10', 'GW-1'])
  expect(names({ find: '  ' })).toHaveLength(3)
  expect(names({ find: 'b gw-2' })).toEqual([])
})

test('each value of a cell can be chosen by itself', () => {
  const rows = gateways.map((item) => toRow(item, columns))
  expect(toFilterOptions(columns, rows).map(({ value }) => value)).toEqual(['a', 'b'])
})

describe('rows of several items', () => {
  const pairs: Gateway[] = [
    { name: 'lyon-2', used: 1, zones: ['a'], site: 'lyon' },
    { name: 'nice', used: 5, zones: ['a'] },
    { name: 'brest-1', used: 7, zones: ['b'], site: 'brest' },
    { name: 'lyon-1', used: 9, zones: ['b'], site: 'lyon' },
    { name: 'brest-2', used: 8, zones: ['b'], site: 'brest' },
  ]

  test('stay together in any order, by the least of their keys', () => {
    expect(names(by('name'), pairs)).toEqual(['brest-1 brest-2', 'lyon-1 lyon-2', 'nice'])
    expect(names(by('used'), pairs)).toEqual(['lyon-1 lyon-2', 'nice', 'brest-1 brest-2'])
    expect(names(by('used', true), pairs)).toEqual(['brest-1 brest-2', 'nice', 'lyon-1 lyon-2'])
  })

  test('what is the same by the column is in the order of names, whichever way', () => {
    expect(names(by('zones', true), pairs)).toEqual(['brest-1 brest-2', 'lyon-1 lyon-2', 'nice'])
  })

  test('a filter that finds one of them keeps the other beside it, and tells which it means', () => {
    const [group] = view(filter('name', '=', 'lyon-2'), pairs).shown
    expect(group?.rows.map(({ item }) => item.name)).toEqual(['lyon-1', 'lyon-2'])
    expect([...(group?.found ?? [])].map(({ item }) => item.name)).toEqual(['lyon-2'])
  })

  test('two filters mean one item that both find, not two that one finds each', () => {
    const tokens = [
      { propertyKey: 'name', operator: '=', value: 'lyon-2' },
      { propertyKey: 'zones', operator: '=', value: 'b' },
    ]
    expect(names({ query: { operation: 'and', tokens } }, pairs)).toEqual([])
  })

  test('where all of them are found there is nothing to tell', () => {
    expect(view(filter('zones', '=', 'b'), pairs).shown.map(({ id, found }) => [id, found?.size])).toEqual([
      ['lyon', 1],
      ['brest', undefined],
    ])
  })

  test('are counted apart from what is in them', () => {
    const words = { one: 'connection', many: 'connections' }
    const all = view({}, pairs)
    expect(countWords(all.rows, all.shown, words, { isFiltered: false, find: '' })).toBe('5 connections in 3 rows')
    const some = view({ find: 'lyon-2' }, pairs)
    expect(countWords(some.rows, some.shown, words, { isFiltered: true, find: 'lyon-2' })).toBe(
      '1 of 5 connections matches “lyon-2”, in 1 row',
    )
    const single = view({ find: 'nice' }, pairs)
    expect(countWords(single.rows, single.shown, words, { isFiltered: true, find: '' })).toBe(
      '1 of 5 connections matches',
    )
    expect(countWords(view({}).rows, view({}).shown, words, { isFiltered: false, find: '' })).toBe('3 connections')
  })
})

test('whatever the sort and the filter, each item is in one row at most, and with all that belong to it', () => {
  const item = fc.record({
    name: fc.string(),
    used: fc.option(fc.nat(9), { nil: undefined }),
    zones: fc.array(fc.constantFrom('a', 'b')),
    site: fc.constantFrom('x', 'y', 'z'),
  })
  const sort = fc.record({ column: fc.constantFrom('name', 'used', 'zones'), isDescending: fc.boolean() })
  fc.assert(
    fc.property(fc.array(item), sort, fc.constantFrom('', 'a', 'b'), (items, sort, find) => {
      const { shown } = view({ sort, find }, items)
      for (const { id, rows } of shown) {
        expect(new Set(rows.map((row) => row.item))).toEqual(new Set(items.filter(({ site }) => site === id)))
        expect(rows).toHaveLength(items.filter(({ site }) => site === id).length)
      }
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
    }),
  )
})

test('rows that are held keep their order, whatever they become; new ones come after them', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  fc.assert(
    fc.property(ids, ids, (before, now) => {
      const ordered = inOrder(
        now.map((id) => ({ id, rows: [] })),
        before,
      ).map(({ id }) => id)
      expect(ordered).toEqual([...before.filter((id) => now.includes(id)), ...now.filter((id) => !before.includes(id))])
    }),
  )
})

test('the pages hold everything once, and a page beyond the end is the last', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 7 }), (items, pageSize) => {
      const { pageCount } = pageOf(items, 1, pageSize)
      const pages = Array.from({ length: pageCount }, (_, index) => pageOf(items, index + 1, pageSize).groups)
      expect(pages.flat()).toEqual(items)
      expect(pageOf(items, pageCount + 5, pageSize).page).toBe(pageCount)
    }),
  )
})
