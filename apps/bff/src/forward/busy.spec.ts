import { ApiError } from '@vpn-console/api-client'
import { expect, test, vi } from 'vitest'
import { waitOutBusy } from './busy.ts'

const error = (code: string, message = '') => new ApiError({ status: 400, code, message })
const notReady = error('VPN.0003', 'the gateway is not ready')
const waiting = { limitMs: 1_000, firstPauseMs: 1, signal: new AbortController().signal, onWait: () => {} }

/** Fails with each of the errors in turn, then succeeds. */
const failing = (...errors: Error[]) =>
  vi.fn(() => {
    const next = errors.shift()
    return next ? Promise.reject(next) : Promise.resolve('done')
  })

test.each(['VPN.0030', 'VPN.0506', 'VPN.0507', 'VPN.0511', 'VPN.1113', 'VPN.1114'])(
  '%s is waited out',
  async (code) => {
    const change = failing(error(code), error(code), notReady)
    const onWait = vi.fn()
    expect(await waitOutBusy(change, { ...waiting, onWait })).toBe('done')
    expect(change).toHaveBeenCalledTimes(4)
    expect(onWait).toHaveBeenCalledTimes(3)
  },
)

test.each([error('VPN.0003', 'Authentication failed'), error('VPN.0513', 'quota'), new Error('not ready')])(
  'any other failure is passed on at once: $message',
  async (failure) => {
    const change = failing(failure)
    await expect(waitOutBusy(change, waiting)).rejects.toBe(failure)
    expect(change).toHaveBeenCalledTimes(1)
  },
)

test('when the time is up, the last word of the cloud is passed on', async () => {
  const busy = error('VPN.0507')
  const change = vi.fn(() => Promise.reject(busy))
  await expect(waitOutBusy(change, { ...waiting, limitMs: 20 })).rejects.toBe(busy)
  expect(change.mock.calls.length).toBeGreaterThan(1)
})

test('a console that closes waits no longer', async () => {
  const closing = new AbortController()
  const change = vi.fn(() => Promise.reject(notReady))
  const onWait = () => closing.abort()
  const waited = waitOutBusy(change, { ...waiting, firstPauseMs: 500, signal: closing.signal, onWait })
  await expect(waited).rejects.toBe(notReady)
  expect(change).toHaveBeenCalledTimes(1)
})
