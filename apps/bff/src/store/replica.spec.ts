import { expect, test } from 'vitest'
import { describeOnEachDatabase, describeOnPostgres, type TestDatabase, type TestPlace } from '../testing/databases.ts'
import { deferred } from '../testing/deferred.ts'
import { until } from '../testing/until.ts'
import { unreliableLink } from '../testing/unreliable-link.ts'

const quick = { replicaBeatMs: 20, replicaDeadMs: 2_000 }

const startOn = async (database: TestDatabase, place: TestPlace, tuning = quick) => {
  const store = await database.open({ place, tuning })
  await store.replica.start()
  return store
}

describeOnEachDatabase('a lease', (database) => {
  test('is held by one, again and again, until it is at its end', async () => {
    const place = await database.place()
    const paris = await startOn(database, place)
    const done: string[] = []
    const work = (name: string) => async () => {
      done.push(name)
    }
    expect(await paris.leases.hold('collector', 60_000, work('first'))).toBe(true)
    expect(await paris.leases.hold('collector', 60_000, work('second'))).toBe(true)
    expect(await paris.leases.hold('sampler', 60_000, work('other'))).toBe(true)
    expect(done).toEqual(['first', 'second', 'other'])
  })

  test('of a process that is gone is free for the next', async () => {
    const place = await database.place()
    const paris = await startOn(database, place)
    expect(await paris.leases.hold('collector', 60_000, () => Promise.resolve())).toBe(true)
    await paris.replica.close()
    const lyon = await startOn(database, place)
    expect(await lyon.leases.hold('collector', 60_000, () => Promise.resolve())).toBe(true)
  })

  test('is left to others when the work fails', async () => {
    const paris = await startOn(database, await database.place())
    await expect(paris.leases.hold('collector', 60_000, () => Promise.reject(new Error('away')))).rejects.toThrow(
      'away',
    )
    expect(await paris.leases.hold('collector', 60_000, () => Promise.resolve())).toBe(true)
  })
})

describeOnPostgres('replicas on one database', (database) => {
  const two = async (tuning = quick) => {
    const place = await database.place()
    return { place, paris: await startOn(database, place, tuning), lyon: await startOn(database, place, tuning) }
  }

  test('do work once: one holds it for as long as it is at work and lives', async () => {
    const { paris, lyon } = await two()
    const working = deferred()
    const begun = deferred()
    const held = paris.leases.hold('collector', 600, async () => {
      begun.resolve()
      await working.promise
    })
    await begun.promise
    // Renewed meanwhile, though it is shorter than the work.
    const since = performance.now()
    const taken: boolean[] = []
    await until(async () => {
      taken.push(await lyon.leases.hold('collector', 600, () => Promise.resolve()))
      return performance.now() - since > 1_500
    })
    expect(taken).not.toContain(true)
    working.resolve()
    expect(await held).toBe(true)
    await until(() => lyon.leases.hold('collector', 60_000, () => Promise.resolve()))
    expect(await paris.leases.hold('collector', 60_000, () => Promise.resolve())).toBe(false)
  })

  test('make one administrator when they start at once, with one password that is told', async () => {
    const { paris, lyon } = await two()
    const made = await Promise.all([paris, lyon].map(({ people }) => people.ensureAdmin(undefined)))
    const told = made.filter((admin) => admin !== undefined)
    expect(told.length).toBe(1)
    expect((await paris.people.all()).map(({ name }) => name)).toEqual(['admin'])
    expect((await lyon.grants.all()).map(({ role }) => role)).toEqual(['administrator'])
    expect(await lyon.people.authenticate('admin', told[0]?.password ?? '')).toMatchObject({
      person: { name: 'admin' },
    })
  })

  test('hear what the others tell, and not themselves', async () => {
    const { paris, lyon } = await two()
    const heard: string[] = []
    lyon.replica.on('cloud', (id) => heard.push(`lyon ${id}`))
    paris.replica.on('cloud', (id) => heard.push(`paris ${id}`))
    await paris.replica.tell('cloud', 'one')
    await lyon.replica.tell('cloud', 'two')
    await until(() => heard.length === 2)
    expect(heard.toSorted()).toEqual(['lyon one', 'paris two'])
  })

  test('know when they may have missed something, and hear again after that', async () => {
    const place = await database.place()
    const way = await unreliableLink(String(place.databaseUrl))
    const paris = await startOn(database, place)
    const lyon = await startOn(database, { ...place, databaseUrl: way.url })
    let gaps = 0
    lyon.replica.onGap(() => (gaps += 1))
    const heard: string[] = []
    lyon.replica.on('cloud', (id) => heard.push(id))
    way.drop()
    await until(() => gaps >= 2 && lyon.replica.isListening())
    await paris.replica.tell('cloud', 'one')
    await until(() => heard.length > 0)
    expect(heard).toEqual(['one'])
  })

  test('take over from one that gives no sign of life, which then knows that it is nobody any more', async () => {
    const tuning = { replicaBeatMs: 20, replicaDeadMs: 600 }
    const place = await database.place()
    const way = await unreliableLink(String(place.databaseUrl))
    const lyon = await startOn(database, { ...place, databaseUrl: way.url }, tuning)
    const paris = await startOn(database, place, tuning)
    const id = lyon.replica.id()
    expect(await lyon.leases.hold('collector', 60_000, () => Promise.resolve())).toBe(true)
    expect(await paris.leases.hold('collector', 60_000, () => Promise.resolve())).toBe(false)
    expect(await lyon.replica.isAlive(id)).toBe(true)
    way.silence()
    await until(() => paris.leases.hold('collector', 60_000, () => Promise.resolve()))
    expect(await lyon.replica.isAlive(id)).toBe(false)
    expect(lyon.replica.isListening()).toBe(false)
    way.restore()
    await until(() => lyon.replica.isListening())
    expect(await lyon.replica.isAlive(id)).toBe(false)
    expect(lyon.replica.id()).not.toBe(id)
    expect(await lyon.replica.isAlive(lyon.replica.id())).toBe(true)
    expect(await lyon.leases.hold('collector', 60_000, () => Promise.resolve())).toBe(false)
  })
})
