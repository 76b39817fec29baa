import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toRow, toTableColumns, type Column } from './columns.ts'
import type { TableState } from './table-state.ts'
import { tableView } from './table-view.ts'

type Gateway = { name: string; used: number | undefined; zones: string[] }

const columns: Column<Gateway>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name, filter: 'text', isRowHeader: true },
  { id: 'used', header: 'Connections', value: ({ used }) => used, filter: 'number' },
  { id: 'zones', header: 'Zones', value: ({ zones }) => zones, filter: 'choice' },
]

const gateways: Gateway[] = [
  { name: 'gw-10', used: 3, zones: ['a', 'b'] },
  { name: 'gw-2', used: undefined, zones: [] },
  { name: 'GW-1', used: 12, zones: ['b'] },
]

const plain: TableState = { query: { tokens: [], operation: 'and' }, sort: undefined, page: 1 }

const view = (state: Partial<TableState>, pageSize = 20, items = gateways) =>
  tableView(
    items.map((item) => toRow(item, columns)),
    { ...plain, ...state },
    columns,
    toTableColumns(columns),
    pageSize,
  )

const names = (state: Partial<TableState>) => view(state).rows.map(({ item }) => item.name)

const filter = (propertyKey: string | undefined, operator: string, value: string) => ({
  query: { operation: 'and' as const, tokens: [{ ...(propertyKey && { propertyKey }), operator, value }] },
})

test('names are ordered as people do: 2 before 10, whatever the case', () => {
  expect(names({ sort: { column: 'name', isDescending: false } })).toEqual(['GW-1', 'gw-2', 'gw-10'])
})

test('numbers are ordered by size', () => {
  expect(names({ sort: { column: 'used', isDescending: true } }).at(-1)).toBe('gw-10')
})

test.each([
  ['name', ':', 'GW-1', ['gw-10', 'GW-1']],
  ['used', '>=', '3', ['gw-10', 'GW-1']],
  ['zones', '=', 'b', ['GW-1']],
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

test('the pages hold everything once, and a page beyond the end is the last', () => {
  const rows = fc.array(fc.record({ name: fc.string(), used: fc.nat(), zones: fc.constant<string[]>([]) }))
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 7 }), (items, pageSize) => {
      const { pageCount } = view({}, pageSize, items)
      const pages = Array.from({ length: pageCount }, (_, index) => view({ page: index + 1 }, pageSize, items).rows)
      expect(pages.flat().map(({ item }) => item)).toEqual(items)
      expect(view({ page: pageCount + 5 }, pageSize, items).page).toBe(pageCount)
    }),
  )
})
