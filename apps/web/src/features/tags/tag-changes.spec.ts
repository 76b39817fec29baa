import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rebase, tagChanges, withChanges } from './tag-changes.ts'

const tag = (key: string, value = '') => ({ key, value })
const byKey = (tags: readonly { key: string; value: string }[]) => new Map(tags.map(({ key, value }) => [key, value]))
const tags = fc.uniqueArray(
  fc.record({ key: fc.constantFrom('env', 'site', 'owner', 'cost'), value: fc.constantFrom('', 'a', 'b') }),
  { selector: ({ key }) => key },
)

test('changes name what is new, what is changed and what goes', () => {
  expect(
    tagChanges(
      [tag('env', 'test'), tag('site'), tag('owner', 'x')],
      [tag('env', 'prod'), tag('cost'), tag('owner', 'x')],
    ),
  ).toEqual([
    { key: 'env', before: 'test', after: 'prod' },
    { key: 'site', before: '' },
    { key: 'cost', after: '' },
  ])
})

test('the changes from one to the other lead from one to the other', () => {
  fc.assert(
    fc.property(tags, tags, (from, to) => {
      expect(byKey(withChanges(from, tagChanges(from, to)))).toEqual(byKey(to))
    }),
  )
})

describe('while somebody else changes the same resource', () => {
  const base = [tag('env', 'test'), tag('site', 'lyon')]

  test('what both did alike is no conflict', () => {
    const wanted = [tag('env', 'prod'), tag('site', 'lyon')]
    expect(rebase(base, wanted, wanted)).toEqual({ foreign: [], merged: wanted })
  })

  test('other keys are taken over', () => {
    const { foreign, merged } = rebase(
      base,
      [tag('env', 'prod'), tag('site', 'lyon')],
      [tag('env', 'test'), tag('owner', 'x')],
    )
    expect(foreign).toEqual([
      { key: 'site', before: 'lyon' },
      { key: 'owner', after: 'x' },
    ])
    expect(merged).toEqual([tag('env', 'prod'), tag('owner', 'x')])
  })

  test('the same key keeps what was wanted here, and says so', () => {
    const { foreign, merged } = rebase(base, [tag('env', 'prod')], [tag('env', 'stage'), tag('site', 'nice')])
    expect(foreign).toEqual([
      { key: 'env', before: 'test', after: 'stage', clash: { wanted: 'prod' } },
      { key: 'site', before: 'lyon', after: 'nice', clash: {} },
    ])
    expect(merged).toEqual([tag('env', 'prod')])
  })

  test('nothing that was wanted here is ever lost, nor anything else that was not touched', () => {
    fc.assert(
      fc.property(tags, tags, tags, (before, wanted, current) => {
        const merged = byKey(rebase(before, wanted, current).merged)
        const own = new Map(tagChanges(before, wanted).map(({ key, after }) => [key, after]))
        for (const key of ['env', 'site', 'owner', 'cost']) {
          expect(merged.get(key)).toBe(own.has(key) ? own.get(key) : byKey(current).get(key))
        }
      }),
    )
  })
})
