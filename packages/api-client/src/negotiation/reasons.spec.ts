import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { vpnConnection } from '../schemas/vpn-connections.ts'
import { ikePolicy, ipsecPolicy } from '../schemas/ipsec-policies.ts'
import { findReason, reasonKey, reasons } from './reasons.ts'

test('no two reasons share a name', () => {
  const names = reasons.flatMap(({ name, aliases = [] }) => [name, ...aliases])
  // "flow confict" and "flow conflict" are one by intention.
  const keys = new Set(names.map(reasonKey))
  expect(keys.size).toBe(names.length - 1)
})

test.each(reasons.flatMap((reason) => [reason.name, ...(reason.aliases ?? [])].map((name) => ({ name, reason }))))(
  '$name is found however it is written',
  ({ name, reason }) => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 8, maxLength: 40 }), (upper) => {
        const written = Array.from(name, (letter, at) =>
          upper[at % upper.length] ? letter.toUpperCase() : letter,
        ).join('')
        expect(findReason(`  ${written.replaceAll(' ', '   ')}. `)).toBe(reason)
      }),
      { numRuns: 20 },
    )
  },
)

test('both spellings of a flow conflict are one reason', () => {
  expect(findReason('flow confict')).toBe(findReason('Flow Conflict'))
  expect(findReason('flow confict')?.code).toBe(46)
})

test('what nobody documented is not known', () => {
  for (const text of ['', 'quantum decoherence', 'constructor', '__proto__']) expect(findReason(text)).toBeUndefined()
})

test('every field is one that a connection has', () => {
  const paths = new Set([
    ...Object.keys(vpnConnection.shape),
    ...Object.keys(ikePolicy.shape).map((key) => `ikepolicy.${key}`),
    ...Object.keys(ipsecPolicy.shape).map((key) => `ipsecpolicy.${key}`),
    // Sent, but never shown.
    'psk',
    ...['msg', 'timeout', 'interval'].map((key) => `ikepolicy.dpd.${key}`),
  ])
  expect(reasons.flatMap(({ fields }) => fields).filter((field) => !paths.has(field))).toEqual([])
})

test('what is normal asks for no change', () => {
  expect(reasons.filter(({ weight, fields }) => weight === 'normal' && fields.length > 0)).toEqual([])
})

test('a code has at most the reasons the devices give it', () => {
  const codes = reasons.flatMap(({ code }) => (code === undefined ? [] : [code]))
  const shared = codes.filter((code, at) => codes.indexOf(code) !== at)
  expect(shared).toEqual([4])
})
