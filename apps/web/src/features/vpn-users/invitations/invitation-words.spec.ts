import { expect, test } from 'vitest'
import { isOpenLink, linkOf, linksCsv, namesIn } from './invitation-words.ts'

const origin = 'https://vpn.example.org'

test('a link has its token where no server sees it', () => {
  expect(linkOf('a.b.c', origin)).toBe('https://vpn.example.org/help-yourself/invitation#a.b.c')
})

test('the sheet has a line for each, and no name is a formula in it', () => {
  const expiresAt = Date.UTC(2030, 0, 2)
  const made = ['nantes.01', '=HYPERLINK("x")'].map((userName) => ({ id: '1', userName, token: 'a.b.c', expiresAt }))
  expect(linksCsv(made, origin).split('\r\n')).toEqual([
    'User name,Link,Good until',
    'nantes.01,https://vpn.example.org/help-yourself/invitation#a.b.c,2030-01-02T00:00:00.000Z',
    `"'=HYPERLINK(""x"")",https://vpn.example.org/help-yourself/invitation#a.b.c,2030-01-02T00:00:00.000Z`,
    '',
  ])
})

test('names are typed one a line', () => {
  expect(namesIn(' Laptop of Nantes \r\n\nTablet\nTablet')).toEqual(['Laptop of Nantes', 'Tablet'])
})

test('only what can still be used can be revoked', () => {
  const states = ['sent', 'opened', 'used', 'expired', 'revoked'] as const
  expect(states.filter((state) => isOpenLink({ state }))).toEqual(['sent', 'opened'])
})
