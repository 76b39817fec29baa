import { expect, test } from 'vitest'
import { codeProof, codesFile, emptyProof, fullProof, inGroups, passwordProof } from './proof-form.ts'

const isRight = (schema: typeof fullProof, values: object) => schema.safeParse({ ...emptyProof, ...values }).success

test.each([
  ['123456', true],
  [' 123 456 ', true],
  ['12345', false],
  ['1234567', false],
  ['abcdef', false],
  ['', false],
])('the code %j of an authenticator', (code, right) => {
  expect(codeProof.safeParse({ ...emptyProof, code }).success).toBe(right)
})

test('a recovery code takes the place of a code, and a password is always asked for', () => {
  expect(isRight(fullProof, { password: 'x', code: 'abcd-efgh-jkmn-pqrs' })).toBe(true)
  expect(isRight(fullProof, { password: 'x', code: '123456' })).toBe(true)
  expect(isRight(fullProof, { code: '123456' })).toBe(false)
  expect(isRight(fullProof, { password: 'x', code: '12345' })).toBe(false)
  expect(passwordProof.safeParse(emptyProof).success).toBe(false)
})

test('a secret is shown in groups, the last without a space behind it', () => {
  expect(inGroups('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
  expect(inGroups('ABCDEFGH')).toBe('ABCD EFGH')
})

test('the file of recovery codes holds each in a line of its own', () => {
  expect(codesFile('lyon', ['a', 'b']).split('\n').slice(2)).toEqual(['a', 'b', ''])
})
