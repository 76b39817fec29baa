import { ApiError, ownError } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { failureOf, typedProblems } from './password-form.ts'

const good = {
  userName: 'nantes.01',
  oldPassword: 'Loire-Atlantique-44',
  newPassword: 'Rhone-et-Saone-69!',
  again: 'Rhone-et-Saone-69!',
}

describe('what is typed', () => {
  test('is good', () => {
    expect(typedProblems(good, true)).toEqual({})
    expect(typedProblems({ ...good, oldPassword: '' }, false)).toEqual({})
  })

  test.each([
    [{ userName: ' ' }, 'userName'],
    [{ oldPassword: '' }, 'oldPassword'],
    [{ newPassword: '', again: '' }, 'newPassword'],
    [{ newPassword: 'short', again: 'short' }, 'newPassword'],
    [{ newPassword: '10.setnan', again: '10.setnan' }, 'newPassword'],
    [{ newPassword: good.oldPassword, again: good.oldPassword }, 'newPassword'],
    [{ again: '' }, 'again'],
  ])('%j is refused at %s', (change, field) => {
    expect(Object.keys(typedProblems({ ...good, ...change }, true))).toEqual([field])
  })
})

describe('a refusal', () => {
  test('of the new password is words at its field', () => {
    const error = ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { newPassword: 'Choose another.' } })
    expect(failureOf(error)).toEqual({ fields: { newPassword: 'Choose another.' } })
  })

  test('tells not which of name and password was wrong', () => {
    expect(failureOf(ownError('CONSOLE.WRONG_SIGN_IN')).words).toMatch(/user name or the old password/)
  })

  test('says how long to wait', () => {
    const message = 'Too many tries. Try again in 10 minutes.'
    expect(failureOf(new ApiError({ status: 429, code: 'CONSOLE.TOO_MANY', message }))).toEqual({
      words: message,
      fields: {},
    })
  })
})
