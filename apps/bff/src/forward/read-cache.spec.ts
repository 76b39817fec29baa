import { beforeEach, describe, expect, test, vi } from 'vitest'
import { deferred } from '../testing/deferred.ts'
import { etagOf } from '../etag.ts'
import { createReadCache, type Answer, type ReadCache } from './read-cache.ts'

let time = 0
let cache: ReadCache
beforeEach(() => {
  time = 0
  cache = createReadCache({ freshMs: 1_000, maxBytes: 10_000 }, () => time)
})

const answer = (text: string): Answer => ({
  status: 200,
  body: Buffer.from(text),
  requestId: 'cloud-1',
  etag: etagOf(text),
})
const loadsText = (text: string) => vi.fn(() => Promise.resolve(answer(text)))

test('identical reads in flight share one call', async () => {
  const pending = deferred<Answer>()
  const load = vi.fn(() => pending.promise)
  const readers = Array.from({ length: 50 }, () => cache.read('paris', '/v5/p/vpn-gateways', load))
  pending.resolve(answer('[]'))
  const found = await Promise.all(readers)
  expect(load).toHaveBeenCalledTimes(1)
  expect(found.map(({ source }) => source)).toEqual(['call', ...Array.from({ length: 49 }, () => 'shared')])
  expect(new Set(found.map(({ answer }) => answer)).size).toBe(1)
})

test('an answer stays fresh for a moment, for the same cloud and the same path', async () => {
  const load = loadsText('[]')
  await cache.read('paris', '/gateways', load)
  time = 999
  expect(await cache.read('paris', '/gateways', load)).toMatchObject({ source: 'fresh' })
  await cache.read('lyon', '/gateways', load)
  await cache.read('paris', '/gateways?limit=1', load)
  expect(load).toHaveBeenCalledTimes(3)
  time = 1_000
  expect(await cache.read('paris', '/gateways', load)).toMatchObject({ source: 'call' })
})

test('a failure is shared by those who wait, and forgotten', async () => {
  const pending = deferred<Answer>()
  const first = cache.read('paris', '/gateways', () => pending.promise)
  const second = cache.read('paris', '/gateways', () => pending.promise)
  pending.reject(new Error('down'))
  await expect(first).rejects.toThrow('down')
  await expect(second).rejects.toThrow('down')
  expect(await cache.read('paris', '/gateways', loadsText('[]'))).toMatchObject({ source: 'call' })
})

describe('after a change', () => {
  test('what was read of that cloud is forgotten, of others not', async () => {
    await cache.read('paris', '/gateways', loadsText('old'))
    await cache.read('paris-2', '/gateways', loadsText('other'))
    cache.drop('paris')
    expect((await cache.read('paris', '/gateways', loadsText('new'))).answer.body.toString()).toBe('new')
    expect((await cache.read('paris-2', '/gateways', loadsText('unused'))).answer.body.toString()).toBe('other')
  })

  test('a read that began before is neither shared nor kept', async () => {
    const before = deferred<Answer>()
    const after = deferred<Answer>()
    const early = cache.read('paris', '/gateways', () => before.promise)
    cache.drop('paris')
    const late = cache.read('paris', '/gateways', () => after.promise)
    after.resolve(answer('new'))
    expect((await late).answer.body.toString()).toBe('new')
    before.resolve(answer('old'))
    expect((await early).answer.body.toString()).toBe('old')
    expect((await cache.read('paris', '/gateways', loadsText('unused'))).answer.body.toString()).toBe('new')
  })
})

test('memory is bounded: the oldest go first, and one that is too large is not kept', async () => {
  const text = 'x'.repeat(4_000)
  for (const path of ['/a', '/b', '/c']) await cache.read('paris', path, loadsText(text))
  expect(cache.bytes()).toBeLessThanOrEqual(10_000)
  expect(await cache.read('paris', '/c', loadsText(text))).toMatchObject({ source: 'fresh' })
  expect(await cache.read('paris', '/a', loadsText(text))).toMatchObject({ source: 'call' })
  await cache.read('paris', '/large', loadsText('x'.repeat(20_000)))
  expect(cache.bytes()).toBe(0)
})

test('what is no longer fresh makes room', async () => {
  await cache.read('paris', '/a', loadsText('x'.repeat(1_000)))
  const one = cache.bytes()
  time = 2_000
  await cache.read('paris', '/b', loadsText('x'.repeat(1_000)))
  expect(cache.bytes()).toBe(one)
})

test('the ETag is the text’s own', () => {
  expect(etagOf('a')).toBe(etagOf('a'))
  expect(etagOf('a')).not.toBe(etagOf('b'))
  expect(etagOf('a')).toMatch(/^"[\w-]{27}"$/)
})

test('a cloud that was changed not long ago is looked at closely, others are not', async () => {
  cache = createReadCache({ freshMs: 4_500, maxBytes: 10_000 }, () => time)
  const load = loadsText('[]')
  cache.drop('paris')
  await cache.read('paris', '/gateways', load)
  await cache.read('lyon', '/gateways', load)
  time = 1_000
  expect(await cache.read('paris', '/gateways', load)).toMatchObject({ source: 'call' })
  expect(await cache.read('lyon', '/gateways', load)).toMatchObject({ source: 'fresh' })
  time = 60_000
  await cache.read('paris', '/gateways', load)
  time = 64_499
  expect(await cache.read('paris', '/gateways', load)).toMatchObject({ source: 'fresh' })
})
