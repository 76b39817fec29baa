import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runOnEach } from './run-on-each.ts'

test('each is done once, failures stop nothing, and no more run at once than allowed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(), { maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      async (items, atOnce) => {
        let running = 0
        let most = 0
        const begun: number[] = []
        const outcomes = await runOnEach(
          items,
          async (item) => {
            begun.push(item)
            most = Math.max(most, ++running)
            await Promise.resolve()
            running--
            if (item % 3 === 0) throw new Error(String(item))
          },
          { atOnce },
        )
        const byNumber = (a: number, b: number) => a - b
        expect(begun.toSorted(byNumber)).toEqual(items.toSorted(byNumber))
        expect(most).toBeLessThanOrEqual(atOnce)
        const failed = outcomes.filter(({ result }) => result === 'failed').map(({ item }) => item)
        expect(failed.toSorted(byNumber)).toEqual(items.filter((item) => item % 3 === 0).toSorted(byNumber))
      },
    ),
  )
})

test('when it is stopped, what has begun is finished and the rest is left', async () => {
  const stop = new AbortController()
  const outcomes = await runOnEach(
    [1, 2, 3, 4],
    (item) => {
      if (item === 2) stop.abort()
      return Promise.resolve()
    },
    { atOnce: 1, signal: stop.signal },
  )
  expect(outcomes.map(({ item }) => item)).toEqual([1, 2])
})
