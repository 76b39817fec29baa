import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSchedule } from './schedule.ts'

test('steps run in the order of their times, and those of one moment as they were added', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
      const schedule = createSchedule()
      const ran: [number, number][] = []
      times.forEach((at, index) => schedule.add(at, () => ran.push([at, index])))
      schedule.settle(20)
      expect(ran).toEqual(ran.toSorted(([a, i], [b, j]) => a - b || i - j))
      expect(ran).toHaveLength(times.length)
    }),
  )
})

test('a step may add steps; those that are due run in the same go, the others wait', () => {
  const schedule = createSchedule()
  const ran: string[] = []
  schedule.add(10, (at) => {
    ran.push(`first at ${at}`)
    schedule.add(at + 5, (then, now) => ran.push(`second at ${then} of ${now}`))
    schedule.add(at + 100, () => ran.push('too early'))
  })
  schedule.settle(20)
  expect(ran).toEqual(['first at 10', 'second at 15 of 20'])
})
