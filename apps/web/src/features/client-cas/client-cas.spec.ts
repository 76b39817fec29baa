import { ApiError, type VpnServer } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificatesIn, nameFrom, nameProblem, withText, type Candidate } from './ca-candidates.ts'
import { caRefusal, deleteRefusal, importRefusal, isGone, lockedOut, sameCa } from './ca-words.ts'
import { saveCas, type Saving } from './save-cas.ts'
import { firstCa, secondCa } from './testing.ts'

const ca = { id: 'a', name: 'ca-laptops', subject: 'CN=laptops', issuer: 'CN=laptops', serial_number: '255' }
const server: VpnServer = { id: 's', status: 'ACTIVE', client_auth_type: 'CERT', client_ca_certificates: [ca] }

let count = 0
const add = (text: string, candidates: readonly Candidate[] = [], taken: readonly string[] = []) =>
  withText(text, { candidates, taken, makeToken: () => `token-${count++}` })

describe('a pasted text', () => {
  test('is taken apart into its certificates, whatever stands between them', () => {
    expect(certificatesIn(`# a\n${firstCa}\nsubject=b\n${secondCa}\n`)).toEqual([firstCa, secondCa])
    expect(certificatesIn(' nothing ')).toEqual(['nothing'])
    expect(certificatesIn(' \n ')).toEqual([])
    expect(certificatesIn(`${firstCa.slice(0, 200)}\n${secondCa}`)).toEqual([firstCa.slice(0, 200), secondCa])
  })

  test('gives each a name of its own, and takes the same one once', () => {
    const all = add(`${firstCa}\n${secondCa}\n${firstCa.replaceAll('\n', '\r\n')}`, [], ['example-first-CA'])
    expect(all.map(({ name, problem }) => [name, problem])).toEqual([
      ['example-first-CA-2', undefined],
      ['example-second-CA', undefined],
    ])
    expect(add(firstCa, all)).toEqual(all)
    expect(all[0]?.facts).toMatchObject({ subject: 'C=CN,O=example,CN=example first CA', isCa: true })
  })

  test.each([
    ['a word', 'no certificate in PEM form'],
    [firstCa.slice(0, 300), 'is missing'],
    [firstCa.replace('MII', 'MIX'), 'damaged'],
  ])('that cannot be sent says why: %#', (text, words) => {
    expect(add(text)[0]?.problem).toContain(words)
  })

  test('never makes a name that the cloud does not take', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), fc.array(fc.constantFrom('client-ca', 'a', 'a-2')), (name, taken) => {
        const made = nameFrom(`C=CN,CN=${name}`, taken)
        expect(nameProblem(made)).toBeUndefined()
        expect(taken).not.toContain(made)
      }),
    )
    expect(nameProblem('ca laptops')).toContain('letters')
  })
})

describe('what cannot be done says why', () => {
  test('the last CA of a server that asks for certificates stays', () => {
    expect(deleteRefusal(server, ca)).toContain('the only client CA')
    expect(deleteRefusal({ ...server, client_ca_certificates: [ca, { ...ca, id: 'b' }] }, ca)).toBeUndefined()
    expect(deleteRefusal({ ...server, client_auth_type: 'LOCAL_PASSWORD' }, ca)).toBeUndefined()
    expect(deleteRefusal({ ...server, status: 'PENDING_UPDATE' }, ca)).toContain('is being changed')
  })

  test('there are ten at most', () => {
    const cas = Array.from({ length: 10 }, (_, index) => ({ ...ca, id: String(index) }))
    expect(importRefusal({ ...server, client_ca_certificates: cas })).toContain('takes 10')
    expect(importRefusal({ ...server, client_ca_certificates: cas.slice(1) })).toBeUndefined()
    expect(importRefusal({ ...server, status: 'FROZEN' })).toContain('frozen')
  })

  test('a refusal is told in words', () => {
    const refused = (code: string, status = 400) => new ApiError({ status, code, message: 'Certificate x.' })
    const codes = [70, 71, 72, 73, 74, 75, 76, 77].map((number) => `VPN.00${number}`)
    const words = codes.map((code) => caRefusal(refused(code)))
    expect(new Set(words).size).toBe(8)
    expect(words).not.toContain(undefined)
    expect(caRefusal(refused('VPN.9999'))).toBeUndefined()
    expect(isGone(refused('VPN.1115', 404))).toBe(true)
    expect(isGone(refused('VPN.1114', 409))).toBe(false)
  })
})

test('who is locked out is told by how people sign in', () => {
  expect(lockedOut(server, ca)).toContain('issued by ca-laptops (CN=laptops)')
  expect(lockedOut({ ...server, client_auth_type: 'LOCAL_PASSWORD' }, ca)).toContain('nobody is locked out')
})

test('the same CA is known by its issuer and number', () => {
  const { serial_number, issuer, subject } = ca
  expect(sameCa({ serial_number, issuer, subject }, [ca])?.name).toBe('ca-laptops')
  expect(sameCa({ serial_number: '256', issuer, subject }, [ca])).toBeUndefined()
  // Where the cloud tells no number, nothing is known to be the same.
  expect(sameCa({ issuer, subject }, [{ id: 'b', issuer, subject }])).toBeUndefined()
})

test('what fails keeps nothing else from being saved, and what is saved is not sent again', async () => {
  const candidates = add(`${firstCa}\n${secondCa}`)
  const states = new Map<string, Saving>()
  const sent: string[] = []
  const save = (bad: string | undefined) =>
    saveCas({
      candidates,
      earlier: new Map(states),
      send: async ({ name }) => {
        sent.push(name)
        if (name === bad) throw new Error('busy')
      },
      report: (token, saving) => states.set(token, saving),
    })
  expect(await save('example-first-CA')).toBe(1)
  expect([...states.values()].map(({ state }) => state)).toEqual(['failed', 'saved'])
  expect(await save(undefined)).toBe(0)
  expect(sent).toEqual(['example-first-CA', 'example-second-CA', 'example-first-CA'])
})
