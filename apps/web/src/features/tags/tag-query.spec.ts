import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { queryWords, readTagQuery, toQueryBody, writeTagQuery } from './tag-query.ts'

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const filters = fc.uniqueArray(
  fc.record({ key: text, values: fc.uniqueArray(fc.oneof(text, fc.constant('')), { maxLength: 4 }) }),
  { selector: ({ key }) => key, maxLength: 20 },
)

test('a URL gives its question back', () => {
  fc.assert(
    fc.property(filters, fc.boolean(), (wanted, isUntagged) => {
      const query = { isUntagged, filters: isUntagged ? [] : wanted }
      const url = new URL(`https://console.example/tags?${writeTagQuery(new URLSearchParams(), query).toString()}`)
      expect(readTagQuery(url.searchParams)).toEqual(query)
    }),
  )
})

test('the table keeps its sort, but begins at its first page', () => {
  const search = new URLSearchParams('sort=name&page=3&tag=env')
  expect(writeTagQuery(search, { isUntagged: false, filters: [{ key: 'site', values: ['lyon'] }] }).toString()).toBe(
    'sort=name&tag=site%3Dlyon',
  )
})

describe('a URL somebody typed', () => {
  test.each([
    ['tag=', []],
    ['tag==x', []],
    ['tag=env&tag=env%3Dprod', [{ key: 'env', values: [] }]],
    ['tag=%25', [{ key: '%', values: [] }]],
    ['tag=env%3D', [{ key: 'env', values: [''] }]],
  ])('%s is read', (search, expected) => {
    expect(readTagQuery(new URLSearchParams(search)).filters).toEqual(expected)
  })

  test('has no more keys than the service takes', () => {
    const search = new URLSearchParams(Array.from({ length: 30 }, (_, index) => ['tag', `k${index}`]))
    expect(readTagQuery(search).filters).toHaveLength(20)
  })
})

test('what has no tag is asked for without tags', () => {
  const filters = [{ key: 'env', values: ['prod'] }]
  expect(toQueryBody({ isUntagged: true, filters })).toEqual({ without_any_tag: true })
  expect(toQueryBody({ isUntagged: false, filters })).toEqual({ tags: filters })
})

test('a question in words', () => {
  const filters = [
    { key: 'env', values: ['prod', ''] },
    { key: 'site', values: [] },
  ]
  expect(queryWords({ isUntagged: false, filters })).toBe('with env: prod or (empty) and site')
})
