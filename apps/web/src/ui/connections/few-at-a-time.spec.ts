import { expect, test } from 'vitest'
import { fewAtATime } from './few-at-a-time.ts'

const later = () => {
  let finish = () => {}
  const promise = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { promise, finish }
}

const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

test('so many work at once, the others in their order after them', async () => {
  const limited = fewAtATime(2)
  const jobs = [later(), later(), later()]
  const begun: number[] = []
  const all = jobs.map(({ promise }, index) =>
    limited(() => {
      begun.push(index)
      return promise
    }),
  )
  await settle()
  expect(begun).toEqual([0, 1])
  jobs[1]?.finish()
  await settle()
  expect(begun).toEqual([0, 1, 2])
  for (const { finish } of jobs) finish()
  await Promise.all(all)
})

test('what failed, and what was called off while it waited, makes room all the same', async () => {
  const limited = fewAtATime(1)
  const first = later()
  const failing = limited(() => first.promise.then(() => Promise.reject(new Error('no'))))
  const off = new AbortController()
  const calledOff = limited(() => Promise.resolve('never'), off.signal)
  const last = limited(() => Promise.resolve('done'))
  off.abort()
  first.finish()
  await expect(failing).rejects.toThrow('no')
  await expect(calledOff).rejects.toThrow('aborted')
  await expect(last).resolves.toBe('done')
})
