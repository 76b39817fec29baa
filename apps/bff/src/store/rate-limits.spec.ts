import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'

const minute = 60_000
const rule = { limit: 3, windowMs: minute }

describeOnEachDatabase('rate limits', (database) => {
  const start = async () => {
    let at = 1_000_000
    const { rateLimits } = await database.open({ now: () => at })
    const take = async (times = 1) => {
      let last = { isAllowed: false, waitMs: 0 }
      for (let count = 0; count < times; count++) last = await rateLimits.take('key', rule)
      return last
    }
    const pass = (ms: number) => {
      at += ms
    }
    return { rateLimits, take, pass }
  }

  test('let so many through within a window, and again in the next', async () => {
    const { take, pass } = await start()
    expect(await take(3)).toEqual({ isAllowed: true, waitMs: 0 })
    pass(minute)
    expect(await take(3)).toEqual({ isAllowed: true, waitMs: 0 })
  })

  test('close for longer each time they are passed, up to a day', async () => {
    const { take, pass } = await start()
    const waits: number[] = []
    for (let round = 0; round < 13; round++) {
      const { isAllowed, waitMs } = await take(4)
      expect(isAllowed).toBe(false)
      waits.push(waitMs)
      pass(waitMs)
    }
    const minutes = waits.map((wait) => wait / minute)
    expect(minutes.slice(0, 6)).toEqual([1, 2, 4, 8, 16, 32])
    expect(minutes.at(-1)).toBe(24 * 60)
  })

  test('are not closed for longer by tries while they are closed', async () => {
    const { take, pass } = await start()
    await take(4)
    pass(minute / 2)
    expect(await take(10)).toEqual({ isAllowed: false, waitMs: minute / 2 })
    pass(minute / 2)
    expect(await take()).toMatchObject({ isAllowed: true })
  })

  test('forget who was quiet for a day after he might have tried again', async () => {
    const { take, pass } = await start()
    await take(4)
    pass(minute + 24 * 60 * minute)
    expect(await take(4)).toEqual({ isAllowed: false, waitMs: minute })
    pass(minute)
    // The pause that was waited out is not forgotten so soon.
    expect(await take(4)).toEqual({ isAllowed: false, waitMs: 2 * minute })
  })

  test('count no good ones, and forget when the right one has come', async () => {
    const { rateLimits, take } = await start()
    for (let count = 0; count < 10; count++) {
      expect(await take()).toMatchObject({ isAllowed: true })
      await rateLimits.giveBack('key')
    }
    await take(4)
    await rateLimits.forget('key')
    expect(await take()).toMatchObject({ isAllowed: true })
  })

  test('are kept apart by key, whose text is nowhere', async () => {
    const { rateLimits, take } = await start()
    await take(4)
    expect(await rateLimits.take('other key', rule)).toMatchObject({ isAllowed: true })
  })

  test('hold for two consoles on one database, and for tries at the same moment', async () => {
    const place = await database.place()
    const now = () => 1_000_000
    // In memory there is but one; PostgreSQL has two handles on the same tables.
    const one = await database.open({ now, place })
    const two = database.name === 'SQLite' ? one : await database.open({ now, place })
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : two).rateLimits.take('key', rule)),
    )
    expect(taken.filter(({ isAllowed }) => isAllowed)).toHaveLength(rule.limit)
  })
})
