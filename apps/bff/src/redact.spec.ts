import { operation, operationNames, signInBody } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { mask, redact, withoutSecrets } from './redact.ts'
import { bodyWithSecrets, secretPaths } from './testing/secrets.ts'

const schema = z.strictObject({
  name: z.string(),
  psk: z.string().optional().meta({ secret: true }),
  users: z.array(z.strictObject({ name: z.string(), pin: z.string().meta({ secret: true }).optional() })).optional(),
  certificate: z.string().optional(),
})

describe('redact', () => {
  test('masks what the row calls secret, in lists and under optional too, and keeps the rest', () => {
    const users = [{ name: 'a', pin: '1234' }, { name: 'b' }]
    expect(redact(schema, { name: 'con-paris', psk: 'very-secret', users })).toEqual({
      name: 'con-paris',
      psk: mask,
      users: [{ name: 'a', pin: mask }, { name: 'b' }],
    })
  })

  test.each([
    ['a field that the row does not know', { name: 'a', pks: 'very-secret' }],
    ['a list there', { name: 'a', more: ['very-secret', { deep: 'very-secret' }] }],
    ['a secret of another shape', { name: 'a', psk: { text: 'very-secret' } }],
    ['an object where a text belongs', { name: { password: 'very-secret' } }],
    ['a body that is no object', 'very-secret'],
    ['a list for a body', ['very-secret']],
    ['a private key where a certificate belongs', { certificate: '-----BEGIN RSA PRIVATE KEY-----\nvery-secret' }],
  ])('masks %s', (_name, body) => {
    expect(JSON.stringify(redact(schema, body))).not.toContain('very-secret')
  })

  test('masks everything of a body that no row describes', () => {
    expect(redact(undefined, { a: 'very-secret', b: { c: 1 } })).toEqual({ a: mask, b: { c: mask } })
    expect(redact(undefined, undefined)).toBeUndefined()
  })

  test('does not change what it was given', () => {
    const body = { name: 'a', psk: 'very-secret' }
    redact(schema, body)
    expect(body.psk).toBe('very-secret')
  })

  test.each([...operationNames.map((name) => [name, operation(name).body] as const), ['signIn', signInBody] as const])(
    '%s: no planted secret is left, and nothing else is lost',
    (_name, body) => {
      if (!body) return
      fc.assert(
        fc.property(fc.uuid(), (secret) => {
          const kept = JSON.stringify(redact(body, bodyWithSecrets(body, secret)))
          expect(kept).not.toContain(secret)
          expect(kept.split(`"${mask}"`).length - 1).toBe(secretPaths(body).length)
        }),
        { numRuns: 5 },
      )
    },
  )

  test('the catalogue has secrets to plant', () => {
    const rows = operationNames.filter((name) => secretPaths(operation(name).body).length > 0)
    expect(rows).toEqual(expect.arrayContaining(['createVpnConnection', 'updateVpnConnection', 'createVpnUser']))
    expect(rows.length).toBeGreaterThanOrEqual(9)
  })
})

describe('withoutSecrets', () => {
  test('takes out of a message what the body kept secret', () => {
    const text = withoutSecrets('psk abcd1234 is weak, abcd1234!', schema, { name: 'con-paris', psk: 'abcd1234' })
    expect(text).toBe('psk *** is weak, ***!')
  })

  test('leaves names alone, and does not shred a text for a short secret', () => {
    expect(withoutSecrets('con-paris exists', schema, { name: 'con-paris', psk: 'is' })).toBe('con-paris exists')
  })
})
