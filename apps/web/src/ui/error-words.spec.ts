import { ApiError, ownError, type OwnCode } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { errorText, nextStep } from './error-words.ts'

test.each([
  ['CONSOLE.UNREACHABLE', 'network'],
  ['CONSOLE.CLOUD_TIMEOUT', 'Try again'],
  ['CONSOLE.CLOUD_UNREACHABLE', 'Try again'],
  ['CONSOLE.CLOUD_PAUSED', 'by itself'],
  ['CONSOLE.TOO_MANY', 'Wait'],
  ['CONSOLE.DENIED', 'administrator'],
] satisfies [OwnCode, string][])('after %s one can do something: %s', (code, words) => {
  expect(nextStep(ownError(code))).toContain(words)
})

test('a wrong key is not mended by trying again', () => {
  expect(nextStep(ownError('CONSOLE.WRONG_CLOUD_KEY'))).toBeUndefined()
})

test('what the cloud says is shown as it is; a fault of ours is not', () => {
  expect(errorText(new ApiError({ status: 400, code: 'VPN.0001', message: 'The name is taken.' }))).toBe(
    'The name is taken.',
  )
  expect(errorText(new TypeError('x is undefined'))).not.toContain('undefined')
})
