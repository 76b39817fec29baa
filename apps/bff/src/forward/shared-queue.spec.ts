import { Client } from 'pg'
import { expect, test } from 'vitest'
import { describeOnPostgres, type TestDatabase, type TestPlace } from '../testing/databases.ts'
import { deferred } from '../testing/deferred.ts'
import { until } from '../testing/until.ts'
import { unreliableLink } from '../testing/unreliable-link.ts'
import { createSharedQueue } from './shared-queue.ts'

const usual = { maxWaiting: 50, maxWaitMs: 60_000, pollMs: 60_000, replicaDeadMs: 10_000, isDeaf: false }

const openQueue = async (database: TestDatabase, place: TestPlace, given: Partial<typeof usual> = {}) => {
  const { replicaDeadMs, pollMs, isDeaf, ...limits } = { ...usual, ...given }
  const store = await database.open({ place, tuning: { replicaBeatMs: 20, replicaDeadMs } })
  await store.replica.start()
  const closing = new AbortController()
  const { turns } = store
  const replica = isDeaf ? { ...store.replica, on: () => {}, onGap: () => {} } : store.replica
  const queue = createSharedQueue({ turns, replica, limits, pollMs, closing: closing.signal })
  return { ...store, queue, closing }
}

describeOnPostgres('the queue of changes over two replicas', (database) => {
  const two = async (given: Partial<typeof usual> = {}) => {
    const place = await database.place()
    return { paris: await openQueue(database, place, given), lyon: await openQueue(database, place, given) }
  }

  test('runs changes one after the other, in the order they came to either', async () => {
    const { paris, lyon } = await two()
    const order: string[] = []
    let atWork = 0
    let most = 0
    const first = deferred()
    const change = (name: string) => async () => {
      atWork += 1
      most = Math.max(most, atWork)
      order.push(name)
      if (name === '0') await first.promise
      else await new Promise(setImmediate)
      atWork -= 1
    }
    const names = Array.from({ length: 12 }, (_, index) => String(index))
    const running: Promise<void>[] = []
    for (const [index, name] of names.entries()) {
      const { queue } = [paris, lyon, lyon][index % 3] ?? paris
      running.push(queue.run('gw-paris', change(name)))
      await until(async () => (await paris.turns.count()) === index + 1)
    }
    first.resolve()
    await Promise.all(running)
    expect(order).toEqual(names)
    expect(most).toBe(1)
    await until(async () => (await paris.turns.count()) === 0)
    expect([paris.queue.length(), lyon.queue.length()]).toEqual([0, 0])
  })

  test('never has two at once, whoever comes when', async () => {
    const { paris, lyon } = await two()
    let atWork = 0
    let done = 0
    const change = async () => {
      atWork += 1
      expect(atWork).toBe(1)
      await new Promise(setImmediate)
      atWork -= 1
      done += 1
    }
    const all = Array.from({ length: 40 }, (_, index) => (index % 2 ? paris : lyon).queue.run('gw-paris', change))
    await Promise.all(all)
    expect(done).toBe(40)
  })

  test('does not hold up changes to other things, nor those to nothing', async () => {
    const { paris, lyon } = await two()
    const blocking = deferred()
    const first = paris.queue.run('gw-paris', () => blocking.promise)
    expect(await lyon.queue.run('gw-lyon', () => Promise.resolve('other'))).toBe('other')
    expect(await lyon.queue.run(undefined, () => Promise.resolve('free'))).toBe('free')
    blocking.resolve()
    await first
  })

  test('lets the next one through when one fails, told by the other or by looking itself', async () => {
    for (const given of [{}, { pollMs: 10, isDeaf: true }]) {
      const { paris, lyon } = await two(given)
      const blocking = deferred()
      const failing = lyon.queue.run('gw-paris', () => blocking.promise)
      await until(async () => (await paris.turns.count()) === 1)
      const next = paris.queue.run('gw-paris', () => Promise.resolve('done'))
      await until(() => paris.queue.length() === 1)
      blocking.reject(new Error('refused'))
      await expect(failing).rejects.toThrow('refused')
      expect(await next).toBe('done')
    }
  })

  test('tells who would wait too long, or behind too many, that nothing was sent', async () => {
    const { paris, lyon } = await two({ maxWaiting: 1, maxWaitMs: 200 })
    const blocking = deferred()
    const first = paris.queue.run('gw-paris', () => blocking.promise)
    await until(async () => (await paris.turns.count()) === 1)
    const second = lyon.queue.run('gw-paris', () => Promise.resolve())
    await until(async () => (await paris.turns.count()) === 2)
    const notSent = { status: 429, code: 'CONSOLE.TOO_MANY' }
    const third = paris.queue.run('gw-paris', () => Promise.resolve())
    await expect(third).rejects.toMatchObject(notSent)
    await expect(second).rejects.toMatchObject(notSent)
    blocking.resolve()
    await first
    expect(await lyon.queue.run('gw-paris', () => Promise.resolve('again'))).toBe('again')
  })

  test('tells who waits when the console closes', async () => {
    const { paris, lyon } = await two()
    const blocking = deferred()
    const first = paris.queue.run('gw-paris', () => blocking.promise)
    await until(async () => (await paris.turns.count()) === 1)
    const second = lyon.queue.run('gw-paris', () => Promise.resolve())
    await until(() => lyon.queue.length() === 1)
    lyon.closing.abort()
    await expect(second).rejects.toMatchObject({ code: 'CONSOLE.TOO_MANY' })
    blocking.resolve()
    await first
  })

  test('looks at a turn again when the link broke: the database may have lost it', async () => {
    const place = await database.place()
    const way = await unreliableLink(String(place.databaseUrl))
    const lyon = await openQueue(database, { ...place, databaseUrl: way.url })
    const begun = deferred()
    const broken = deferred()
    const lost = deferred()
    let sent = 0
    const change = lyon.queue.run('gw-paris', async (requireTurn) => {
      begun.resolve()
      await broken.promise
      await requireTurn()
      sent += 1
      await lost.promise
      await requireTurn()
      sent += 1
    })
    await begun.promise
    way.drop()
    await until(() => lyon.replica.breaks() > 0 && lyon.replica.isListening())
    const reaches = () =>
      lyon.turns.count().then(
        () => true,
        () => false,
      )
    await until(reaches)
    broken.resolve()
    await until(() => sent === 1)
    // As a server that died before it had it on disk.
    const server = new Client({ connectionString: String(place.databaseUrl) })
    await server.connect()
    await server.query('delete from write_turns')
    await server.end()
    lost.resolve()
    await expect(change).rejects.toMatchObject({ code: 'CONSOLE.TOO_MANY' })
    expect(sent).toBe(1)
  })

  test('steps over those of a replica that died, and that one sends nothing more', async () => {
    const place = await database.place()
    const way = await unreliableLink(String(place.databaseUrl))
    const lyon = await openQueue(database, { ...place, databaseUrl: way.url }, { replicaDeadMs: 600 })
    const paris = await openQueue(database, place, { replicaDeadMs: 600 })
    const order: string[] = []
    const cloudIsBusy = deferred()
    const first = lyon.queue.run('gw-paris', async (requireTurn) => {
      await requireTurn()
      order.push('first')
      await cloudIsBusy.promise
      await requireTurn()
      order.push('first again')
    })
    await until(() => order.length === 1)
    const waiting = lyon.queue.run('gw-paris', async () => {
      order.push('second')
    })
    await until(async () => (await paris.turns.count()) === 2)
    const third = paris.queue.run('gw-paris', async (requireTurn) => {
      await requireTurn()
      order.push('third')
    })
    way.silence()
    await third
    cloudIsBusy.resolve()
    await expect(first).rejects.toMatchObject({ status: 429, code: 'CONSOLE.TOO_MANY' })
    way.restore()
    await expect(waiting).rejects.toMatchObject({ status: 429, code: 'CONSOLE.TOO_MANY' })
    expect(order).toEqual(['first', 'third'])
    await until(() => lyon.replica.isListening())
    await lyon.queue.run('gw-paris', async () => {
      order.push('fourth')
    })
    expect(order).toEqual(['first', 'third', 'fourth'])
  })
})
