import { expect, test } from 'vitest'
import { operationWords } from './operation-words.ts'

test.each([
  ['createVgw', 'Create VPN gateway'],
  ['updateVgwCertificate', 'Update VPN gateway certificate'],
  ['deleteP2cVgw', 'Delete Point-to-Cloud gateway'],
  ['resetVpnConnection', 'Reset connection'],
  ['batchCreateVpnUsers', 'Create several VPN users'],
  ['updateCgw', 'Update customer gateway'],
  ['createVpnAccessPolicy', 'Create access policy'],
  ['importClientCa', 'Import client CA'],
  ['somethingNew', 'Something new'],
])('%s: %s', (operation, words) => {
  expect(operationWords(operation)).toBe(words)
})
