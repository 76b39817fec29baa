import { expect, test } from 'vitest'
import { createSlots } from './slots.ts'

const cancelled = { onAbort: () => new Error('gave up') }

test('so many at a time, the others in the order they came', async () => {
  const slots = createSlots(2)
  const order: string[] = []
  const first = await slots.take()
  const second = await slots.take()
  const third = slots.take().then((release) => {
    order.push('third')
    return release
  })
  const fourth = slots.take().then((release) => {
    order.push('fourth')
    return release
  })
  expect(slots.waiting()).toBe(2)
  second()
  const releaseThird = await third
  expect(order).toEqual(['third'])
  first()
  const releaseFourth = await fourth
  expect(order).toEqual(['third', 'fourth'])
  releaseThird()
  releaseFourth()
  expect(slots.isIdle()).toBe(true)
})

test('a slot is freed once, however often that is asked for', async () => {
  const slots = createSlots(1)
  const release = await slots.take()
  release()
  release()
  await slots.take()
  expect(slots.isIdle()).toBe(false)
  const waiting = slots.take({ signal: AbortSignal.abort(), ...cancelled })
  await expect(waiting).rejects.toThrow('gave up')
})

test('who gives up leaves the queue, and those behind him keep their order', async () => {
  const slots = createSlots(1)
  const release = await slots.take()
  const impatient = new AbortController()
  const gone = slots.take({ signal: impatient.signal, ...cancelled })
  const patient = slots.take()
  impatient.abort()
  await expect(gone).rejects.toThrow('gave up')
  expect(slots.waiting()).toBe(1)
  release()
  const last = await patient
  last()
  expect(slots.isIdle()).toBe(true)
})
