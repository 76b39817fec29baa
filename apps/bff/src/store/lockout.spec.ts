import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'
import { defaultTuning } from '../tuning.ts'
import { lockoutMs } from './lockout.ts'

const minute = 60_000

describe('how long a name waits', () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [10, 32],
    [11, 60],
    [1_000_000, 60],
  ])('after %i failures %i minutes', (failures, minutes) => {
    expect(lockoutMs(failures, defaultTuning)).toBe(minutes * minute)
  })

  test('never less than before', () => {
    fc.assert(
      fc.property(fc.nat(), (failures) => {
        expect(lockoutMs(failures + 1, defaultTuning)).toBeGreaterThanOrEqual(lockoutMs(failures, defaultTuning))
      }),
    )
  })
})

describeOnEachDatabase('failed sign-ins', (database) => {
  const start = 1_000_000
  const open = async () => {
    let time = start
    const store = await database.open({ now: () => time })
    const fail = async (name: string, times: number) => {
      const until: (number | undefined)[] = []
      for (let count = 0; count < times; count += 1) until.push(await store.lockout.failed(name))
      return until
    }
    return { ...store, fail, pass: (ms: number) => (time += ms) }
  }

  test('make a name wait, longer each time, whether somebody has it or not', async () => {
    const { lockout, people, fail, pass } = await open()
    await people.create({ name: 'Lyon', password: 'a-good-password', roles: [] })
    for (const name of ['lyon', 'nobody']) {
      expect(await fail(name, 5)).toEqual([undefined, undefined, undefined, undefined, expect.any(Number)])
      const until = Number(await lockout.until(name.toUpperCase()))
      pass(until - start - 1)
      expect(await lockout.until(name)).toBe(until)
      pass(1)
      expect(await lockout.until(name)).toBeUndefined()
      expect(await fail(name, 1)).toEqual([until + 2 * minute])
      pass(start - until)
    }
  })

  test('of a burst count once: those that end within the wait change nothing', async () => {
    const { fail } = await open()
    expect(new Set((await fail('lyon', 20)).slice(4))).toEqual(new Set([start + minute]))
  })

  test('at the same moment are each counted', async () => {
    const place = await database.place()
    const [one, other] = [
      await database.open({ place, now: () => start }),
      database.name === 'SQLite' ? undefined : await database.open({ place, now: () => start }),
    ]
    await Promise.all([1, 2, 3, 4, 5].map((count) => (count % 2 ? one : (other ?? one)).lockout.failed('lyon')))
    expect(await one.lockout.until('lyon')).toBe(start + minute)
  })

  test('are forgotten after a sign-in, and after a day', async () => {
    const { lockout, fail, pass } = await open()
    await fail('lyon', 4)
    await lockout.clear('Lyon')
    expect(await fail('lyon', 4)).toEqual([undefined, undefined, undefined, undefined])
    pass(24 * 60 * minute + 1)
    expect(await fail('lyon', 1)).toEqual([undefined])
  })

  test('are told of many names at once', async () => {
    const { lockout, fail } = await open()
    await fail('lyon', 5)
    await fail('nice', 4)
    const until = await lockout.all()
    expect([until('LYON'), until('nice'), until('paris')]).toEqual([start + minute, undefined, undefined])
  })
})
