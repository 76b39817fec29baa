import { ApiError, ownError } from '@vpn-console/api-client'
import { beforeEach, expect, test, vi } from 'vitest'
import { deferred } from '../testing/deferred.ts'
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker.ts'

let time = 0
let breaker: CircuitBreaker
beforeEach(() => {
  time = 0
  breaker = createCircuitBreaker({ failures: 3, openMs: 5_000 }, () => time)
})

const paused = { code: 'CONSOLE.CLOUD_PAUSED' }
const fails = (code: 'CONSOLE.CLOUD_TIMEOUT' | 'CONSOLE.CLOUD_UNREACHABLE' | 'CONSOLE.CANCELLED') =>
  breaker.run(() => Promise.reject(ownError(code))).catch(() => {})
const answers = () => breaker.run(() => Promise.resolve('answer'))

const open = async () => {
  for (let time = 0; time < 3; time++) await fails('CONSOLE.CLOUD_TIMEOUT')
}

test('opens after so many calls in a row without an answer, and then calls nothing', async () => {
  await fails('CONSOLE.CLOUD_TIMEOUT')
  await fails('CONSOLE.CLOUD_UNREACHABLE')
  expect(breaker.state()).toBe('closed')
  await fails('CONSOLE.CLOUD_TIMEOUT')
  expect(breaker.state()).toBe('open')
  const call = vi.fn(() => Promise.resolve('answer'))
  await expect(breaker.run(call)).rejects.toMatchObject(paused)
  expect(call).not.toHaveBeenCalled()
  expect(breaker.check).toThrow(expect.objectContaining(paused))
})

test('an answer in between starts the count anew, even one that is an error', async () => {
  await fails('CONSOLE.CLOUD_TIMEOUT')
  await fails('CONSOLE.CLOUD_TIMEOUT')
  const refused = new ApiError({ status: 500, code: 'VPN.0002', message: 'server error' })
  await expect(breaker.run(() => Promise.reject(refused))).rejects.toBe(refused)
  await fails('CONSOLE.CLOUD_TIMEOUT')
  await fails('CONSOLE.CLOUD_TIMEOUT')
  expect(breaker.state()).toBe('closed')
})

test('after a while one call tries while the others still fail at once; its answer closes the circuit', async () => {
  await open()
  time = 5_000
  expect(breaker.state()).toBe('half-open')
  const trial = deferred<string>()
  const trying = breaker.run(() => trial.promise)
  await expect(answers()).rejects.toMatchObject(paused)
  trial.resolve('back')
  expect(await trying).toBe('back')
  expect(breaker.state()).toBe('closed')
  expect(await answers()).toBe('answer')
})

test('a failed trial opens it again for as long', async () => {
  await open()
  time = 5_000
  await fails('CONSOLE.CLOUD_UNREACHABLE')
  time = 9_999
  await expect(answers()).rejects.toMatchObject(paused)
  time = 10_000
  expect(await answers()).toBe('answer')
})

test('a trial that was cancelled decides nothing: the next call tries', async () => {
  await open()
  time = 5_000
  await fails('CONSOLE.CANCELLED')
  expect(breaker.state()).toBe('half-open')
  expect(await answers()).toBe('answer')
})
