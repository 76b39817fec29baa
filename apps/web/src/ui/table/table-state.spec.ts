import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTableState, writeTableState, type TableState } from './table-state.ts'

const operators = ['=', '!=', ':', '!:', '^', '!^', '>=', '<=', '>', '<']
// What the filter makes: a value never starts with what would make another operator of the one before it.
const value = fc.string().filter((text) => !/^[:=^]/.test(text))
const token = fc.record(
  { propertyKey: fc.stringMatching(/^[a-z_.-]+$/), operator: fc.constantFrom(...operators), value },
  { requiredKeys: ['operator', 'value'] },
)
const state: fc.Arbitrary<TableState> = fc.record({
  find: fc.string(),
  query: fc.record({ tokens: fc.array(token, { maxLength: 5 }), operation: fc.constantFrom('and', 'or') }),
  sort: fc.option(fc.record({ column: fc.stringMatching(/^[a-z_]+$/), isDescending: fc.boolean() }), {
    nil: undefined,
  }),
  page: fc.integer({ min: 1, max: 10_000 }),
})

test('a table comes back from its URL as it was', () => {
  fc.assert(
    fc.property(state, fc.constantFrom('', 'connections-'), (given, prefix) => {
      const url = writeTableState(new URLSearchParams(), given, prefix).toString()
      expect(readTableState(new URLSearchParams(url), prefix)).toEqual(given)
    }),
  )
})

test('parameters of others stay as they are', () => {
  const search = new URLSearchParams('tab=routes&filter=name:x&other-page=4')
  const next = writeTableState(search, { find: '', query: { tokens: [], operation: 'and' }, sort: undefined, page: 1 })
  expect(next.toString()).toBe('tab=routes&other-page=4')
})

test.each(['page=0', 'page=-1', 'page=x', 'page=1.5', ''])('%s is the first page', (url) => {
  expect(readTableState(new URLSearchParams(url)).page).toBe(1)
})

test('a filter that is none is left out', () => {
  expect(readTableState(new URLSearchParams('filter=nothing')).query.tokens).toEqual([])
})
