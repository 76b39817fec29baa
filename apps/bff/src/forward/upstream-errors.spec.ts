import { ApiError, ownError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { toOwnError, withMessage } from './upstream-errors.ts'

const upstream = (status: number, code = 'APIGW.0301', message = 'no') =>
  new ApiError({ status, code, message, requestId: 'cloud-1' })

test('a refused key is the account’s trouble: it keeps the id, quotes nothing, and signs nobody out', () => {
  const told = toOwnError(upstream(401, 'APIGW.0301', 'Get secretKey failed,ak:AKPARIS'))
  expect(told).toMatchObject({ status: 502, code: 'CONSOLE.WRONG_CLOUD_KEY', requestId: 'cloud-1' })
  expect(String(told)).not.toContain('AKPARIS')
})

test('a clock that is off is named', () => {
  expect(String(toOwnError(upstream(401, 'APIGW.0301', 'the request date is missing or too far off')))).toMatch(/clock/)
  expect(String(toOwnError(upstream(401, 'APIGW.0301', 'Signature expired')))).toMatch(/clock/)
  expect(String(toOwnError(upstream(401)))).not.toMatch(/clock/)
})

test.each([302, 304, 199, 600])('status %i is garbage', (status) => {
  expect(toOwnError(upstream(status))).toMatchObject({ status: 502, code: 'CONSOLE.CLOUD_GARBAGE' })
})

test.each([400, 403, 404, 409, 429, 500, 503])('status %i is the cloud’s own to say', (status) => {
  const error = upstream(status, 'VPN.0001')
  expect(toOwnError(error)).toBe(error)
})

test('our own errors, and what is none of an answer, stay as they are', () => {
  const signedOut = ownError('CONSOLE.SIGNED_OUT')
  expect(toOwnError(signedOut)).toBe(signedOut)
  const slip = new TypeError('slip')
  expect(toOwnError(slip)).toBe(slip)
  expect(withMessage(slip, () => 'other')).toBe(slip)
})

test('a message can be cleaned without losing the rest', () => {
  expect(withMessage(upstream(400, 'VPN.0001', 'psk abc'), (text) => text.replace('abc', '***'))).toMatchObject({
    status: 400,
    code: 'VPN.0001',
    message: 'psk ***',
    requestId: 'cloud-1',
  })
})
