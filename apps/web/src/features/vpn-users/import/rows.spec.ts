import { userPasswordProblems } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { newPassword, toRows, withPasswords } from './rows.ts'
import { rowOf } from './testing.ts'

const line = (number: number, cells: string[], flags: { column: number; words: string }[] = []) => ({
  number,
  cells,
  flags,
})

test('rows are made by the mapping: trimmed, but for the password, and with the remarks of mapped cells', () => {
  const mapping = { hasHeader: true, columns: { name: 1, password: 0 } }
  const lines = [
    line(1, ['Password', 'Name', 'Phone']),
    line(
      3,
      [' Tr4m 12 ', ' paris.lyon ', '7'],
      [
        { column: 1, words: 'Formula.' },
        { column: 2, words: 'Date.' },
      ],
    ),
    line(4, ['', '', 'of nobody']),
  ]
  expect(toRows(lines, mapping)).toEqual([
    rowOf(3, {
      name: 'paris.lyon',
      password: ' Tr4m 12 ',
      ownPassword: ' Tr4m 12 ',
      remarks: ['Formula.', 'The password begins or ends with a space.'],
    }),
  ])
})

test('a generated password is allowed and begins with a letter', () => {
  for (let count = 0; count < 200; count++) {
    const password = newPassword()
    expect(userPasswordProblems(password, 'paris.lyon')).toEqual([])
    expect(password).toMatch(/^[A-Za-z]/)
  }
})

test('a choice of passwords can be taken back, and keeps what was generated', () => {
  let made = 0
  const make = () => `made-${++made}`
  const own = rowOf(1)
  const bare = rowOf(2, { password: '', ownPassword: '' })
  const missing = withPasswords([own, bare], 'missing', make)
  expect(missing).toEqual([own, { ...bare, password: 'made-1', isGenerated: true }])
  const all = withPasswords(missing, 'all', make)
  expect(all.map(({ password }) => password)).toEqual(['made-2', 'made-1'])
  expect(withPasswords(all, 'sheet', make)).toEqual([own, bare])
})
