import { expect, test } from 'vitest'
import { pageOf } from './address.ts'

const token = `6c1c0c0e-8f3a-4c43-9a52-7a7f5f2a8c11.${'r'.repeat(43)}.${'s'.repeat(43)}`

test.each([
  ['https://vpn.example.org/help-yourself/Ab-9_xyz', '/help-yourself/Ab-9_xyz'],
  ['  vpn.example.org/help-yourself/Ab-9_xyz?x=1 ', '/help-yourself/Ab-9_xyz'],
  [`https://vpn.example.org/help-yourself/invitation#${token}`, `/help-yourself/invitation#${token}`],
  [token, `/help-yourself/invitation#${token}`],
  ['https://vpn.example.org/help-yourself/mine', '/help-yourself/mine'],
  ['https://vpn.example.org/help-yourself/invitation', undefined],
  ['https://vpn.example.org/help-yourself', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('%s leads to %s', (pasted, expected) => {
  expect(pageOf(pasted)).toBe(expected)
})
