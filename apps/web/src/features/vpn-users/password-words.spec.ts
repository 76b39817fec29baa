import { ApiError, generateUserPassword, userPasswordProblems } from '@vpn-console/api-client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { credentialsText, passwordChecks, passwordRefusal, passwordStrength } from './password-words.ts'

const met = (password: string, name = 'lyon.01') => passwordChecks(password, name).map(({ isMet }) => isMet)

test('the checks tick off one after the other', () => {
  expect(met('')).toEqual([false, false, false])
  expect(met('short1')).toEqual([false, false, false])
  expect(met('abcdefgh')).toEqual([true, false, true])
  expect(met('10.noyl!', 'lyon.01')).toEqual([true, true, true])
  expect(met('10.noyl10', '01lyon.01')).toEqual([true, true, false])
  expect(met('01lyon.01', '01lyon.01')).toEqual([true, true, false])
  expect(met('sieben-Köche')).toEqual([false, false, false])
})

test('where a check is not met the rule refuses it, and where the rule finds nothing all are met', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ minLength: 4, maxLength: 32 }), (password, name) => {
      const problems = userPasswordProblems(password, name)
      const isAllMet = met(password, name).every(Boolean)
      if (problems.length === 0) expect(isAllMet).toBe(true)
      if (!isAllMet) expect(problems).not.toEqual([])
    }),
  )
})

test('the strength says what the cloud refuses, what is weak, and that a generated password is strong', () => {
  expect(passwordStrength('', 'lyon.01')).toBeUndefined()
  expect(passwordStrength('Passw0rd', 'lyon.01')?.type).toBe('error')
  expect(passwordStrength('aaaaaaab1', 'lyon.01')?.type).toBe('warning')
  const generated = generateUserPassword((count) => crypto.getRandomValues(new Uint8Array(count)))
  expect(passwordStrength(generated, 'lyon.01')?.type).toBe('success')
})

test.each(['VPN.1308', 'VPN.1309', 'VPN.1310', 'VPN.1311', 'VPN.1312', 'VPN.1314'])(
  '%s has words of its own',
  (code) => {
    expect(passwordRefusal(new ApiError({ status: 400, code, message: 'refused' }))).toMatch(/\.$/)
  },
)

test('a refusal of something else is not one of the password', () => {
  expect(passwordRefusal(new ApiError({ status: 400, code: 'VPN.1313', message: 'in use' }))).toBeUndefined()
  expect(passwordRefusal(new Error('VPN.1308'))).toBeUndefined()
})

test('what is copied has the name, the password and where the profile is', () => {
  expect(credentialsText('lyon.01', 'a b', 'https://console.test/x?tab=client-configuration').split('\n')).toEqual([
    'User name: lyon.01',
    'Password: a b',
    'VPN profile: tab Client configuration of the server, https://console.test/x?tab=client-configuration',
  ])
})
