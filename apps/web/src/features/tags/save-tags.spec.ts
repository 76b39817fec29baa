import type { VpnResourceTag } from '@vpn-console/api-client'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { saveTags, type TagCalls } from './save-tags.ts'

const tag = (key: string, value = '') => ({ key, value })

/** A resource as the cloud keeps it: at most 20 tags, and every call is noted. */
const resource = (tags: readonly VpnResourceTag[]) => {
  const kept = new Map(tags.map(({ key, value }) => [key, value]))
  const calls: string[] = []
  const now = () => [...kept].map(([key, value]) => ({ key, value }))
  const of: TagCalls = {
    read: () => Promise.resolve(now()),
    remove: (keys) => {
      calls.push('remove')
      for (const key of keys) kept.delete(key)
      return Promise.resolve()
    },
    set: (wanted) => {
      calls.push('set')
      for (const { key, value } of wanted) kept.set(key, value)
      return kept.size > 20 ? Promise.reject(new Error('too many')) : Promise.resolve()
    },
  }
  return { of, now, calls }
}

const sorted = (tags: readonly VpnResourceTag[]) => tags.toSorted((a, b) => a.key.localeCompare(b.key))

test('whatever was there, what is wanted is there afterwards', async () => {
  const tags = fc.uniqueArray(fc.record({ key: fc.stringMatching(/^[a-z]{1,2}$/), value: fc.string() }), {
    selector: ({ key }) => key,
    maxLength: 20,
  })
  await fc.assert(
    fc.asyncProperty(tags, tags, async (before, wanted) => {
      const cloud = resource(before)
      expect(await saveTags(cloud.of, before, wanted)).toEqual({ result: 'saved' })
      expect(sorted(cloud.now())).toEqual(sorted(wanted))
    }),
  )
})

test('only what changes is sent, what goes first', async () => {
  const before = [tag('env', 'test'), tag('site', 'lyon'), tag('owner')]
  const cloud = resource(before)
  await saveTags(cloud.of, before, [tag('env', 'prod'), tag('site', 'lyon')])
  expect(cloud.calls).toEqual(['remove', 'set'])
  const same = resource(before)
  await saveTags(same.of, before, before)
  expect(same.calls).toEqual([])
})

test('what somebody else changed meanwhile is not overwritten unseen', async () => {
  const cloud = resource([tag('env', 'stage')])
  const result = await saveTags(cloud.of, [tag('env', 'test')], [tag('env', 'prod')])
  expect(result).toMatchObject({
    result: 'changed',
    foreign: [{ key: 'env', before: 'test', after: 'stage', clash: { wanted: 'prod' } }],
    merged: [tag('env', 'prod')],
  })
  expect(cloud.calls).toEqual([])
})

test('after a half-done save the rest can be sent again', async () => {
  const before = [tag('old')]
  const wanted = [tag('new')]
  const cloud = resource(before)
  const failing = { ...cloud.of, set: () => Promise.reject(new Error('no answer')) }
  await expect(saveTags(failing, before, wanted)).rejects.toThrow('no answer')
  expect(await saveTags(cloud.of, before, wanted)).toEqual({ result: 'saved' })
  expect(cloud.now()).toEqual(wanted)
})
