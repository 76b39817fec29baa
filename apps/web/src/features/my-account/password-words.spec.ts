import { expect, test } from 'vitest'
import { passwordChecks, passwordStrength } from './password-words.ts'

const met = (password: string) => passwordChecks(password, 'marie.dupont').map(({ isMet }) => isMet)

test.each([
  ['', [false, false, false]],
  ['short', [false, false, false]],
  ['marie.dupont-1', [true, false, true]],
  ['password1234', [true, true, false]],
  ['vier kleine Katzen', [true, true, true]],
])('the rules that "%s" meets', (password, expected) => {
  expect(met(password)).toEqual(expected)
})

test('the strength is told once something is typed, and never praises what is refused', () => {
  expect(passwordStrength('', 'lyon')).toBeUndefined()
  expect(passwordStrength('password1234', 'lyon')).toMatchObject({ type: 'error' })
  expect(passwordStrength('vier kleine graue Katzen', 'lyon')).toMatchObject({ type: 'success' })
})
