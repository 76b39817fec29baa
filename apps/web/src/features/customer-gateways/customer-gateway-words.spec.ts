import { describe, expect, test } from 'vitest'
import { commonName, identifierType } from './customer-gateway-words.ts'

test('an identifier of a kind we do not know is shown by the cloud’s word', () => {
  expect(identifierType({ id_type: 'ip' })).toBe('IP address')
  expect(identifierType({ id_type: 'fqdn' })).toBe('FQDN')
  expect(identifierType({ id_type: 'dn' })).toBe('dn')
})

describe('commonName', () => {
  test.each([
    ['C=CN,O=lyon,CN=lyon-ca', 'lyon-ca'],
    ['CN=lyon-ca, O=lyon', 'lyon-ca'],
    [String.raw`C=CN,CN=Lyon\, CA,O=x`, String.raw`Lyon\, CA`],
    ['O=lyon', 'O=lyon'],
  ])('%s', (subject, name) => {
    expect(commonName(subject)).toBe(name)
  })

  test('no certificate has no name', () => {
    expect(commonName(undefined)).toBeUndefined()
  })
})
