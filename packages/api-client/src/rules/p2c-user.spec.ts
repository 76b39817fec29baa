import { webcrypto } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specErrors } from '../testing/spec-data.ts'
import { blockHolds } from './cidr.ts'
import { generateUserPassword, userPasswordProblems } from './p2c-password.ts'
import { clientGateway, freeStaticIp, staticIpProblems, vpnUserProblems } from './p2c-user.ts'

const codesOf = (problems: { code: string }[]) => problems.map(({ code }) => code)

describe('a password', () => {
  test.each([
    ['short1!', ['VPN.1308']],
    ['x'.repeat(33), ['VPN.1308']],
    ['abcdefghij', ['VPN.1308']],
    ['пароль-12345', ['VPN.1310']],
    ['paris.lyon', ['VPN.1309']],
    ['noyl.sirap', ['VPN.1309']],
    ['Password1!', ['VPN.1314']],
    ['Huawei@123', ['VPN.1314']],
    ['aaaaaaa1', ['VPN.1314']],
    ['Qwerasdf', []],
    ['stringst-new', []],
    ['two words', []],
  ])('%j is answered with %j', (password, codes) => {
    expect(codesOf(userPasswordProblems(password, 'paris.lyon'))).toEqual(codes)
    for (const code of codes) expect(specErrors.codes.map((one) => one.code)).toContain(code)
  })

  test('that was made here has no problem, and is another each time', () => {
    const random = (count: number) => webcrypto.getRandomValues(new Uint8Array(count))
    const made = Array.from({ length: 200 }, () => generateUserPassword(random))
    for (const password of made) expect(userPasswordProblems(password, 'paris')).toEqual([])
    expect(new Set(made).size).toBe(made.length)
  })

  test('is never repeated in a message', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 40, unit: 'binary' }), (password) => {
        for (const { message, about } of userPasswordProblems(password, 'paris')) {
          expect(message.includes(password)).toBe(false)
          expect(about).toBeUndefined()
        }
      }),
    )
  })
})

const block = fc
  .tuple(
    fc.integer({ min: 1, max: 223 }),
    fc.integer({ min: 0, max: 255 }),
    fc.integer({ min: 16, max: 26 }),
    fc.integer({ min: 0, max: 255 }),
  )
  .map(([a, b, prefix, host]) => `${a}.${b}.0.${host}/${prefix}`)

describe('a fixed address', () => {
  test.each(['disable', '192.168.10.5', '192.168.10.253', undefined])('%s is fine', (address) => {
    expect(staticIpProblems(address, '192.168.10.0/24')).toEqual([])
  })

  test.each([
    ['192.168.10.1', 'server'],
    ['192.168.10.6', 'block of four'],
    ['192.168.11.5', 'client block'],
    ['enable', 'IPv4'],
    ['192.168.10.9', 'another user'],
  ])('%s is refused: %s', (address, text) => {
    const [found] = staticIpProblems(address, '192.168.10.0/24', new Set(['192.168.10.9']))
    expect(found?.message).toContain(text)
  })

  test('that is offered can be had, until all are taken', () => {
    fc.assert(
      fc.property(block, fc.integer({ min: 0, max: 20 }), (cidr, count) => {
        const taken = new Set<string>()
        for (let round = 0; round < count; round++) {
          const address = freeStaticIp(cidr, taken)
          if (address === undefined) return
          expect(staticIpProblems(address, cidr, taken)).toEqual([])
          taken.add(address)
        }
      }),
    )
  })

  test('is none of the server, whose own lies in the block', () => {
    fc.assert(fc.property(block, (cidr) => blockHolds(cidr, clientGateway(cidr) ?? '')))
  })
})

test('a user is held against those who are there', () => {
  const user = { name: 'paris.lyon', password: 'Rhone-Alpes-1', user_group_name: 'default' }
  const around = {
    client_cidr: '172.16.0.0/24',
    names: new Set(['nantes']),
    staticIps: new Set(['172.16.0.5']),
    groups: new Set(['default']),
  }
  const check = (change: object) =>
    vpnUserProblems({ ...user, ...change }, around).map(({ path, code }) => [path, code])
  expect(check({})).toEqual([])
  expect(check({ name: 'nantes' })).toEqual([['name', 'VPN.1302']])
  expect(check({ name: 'a b' })).toEqual([['name', 'VPN.1317']])
  expect(check({ description: 'no-hyphen' })).toEqual([['description', 'VPN.0001']])
  expect(check({ user_group_name: 'staff' })).toEqual([['user_group_name', 'VPN.1301']])
  expect(check({ static_ip: '172.16.0.5', password: 'x' })).toEqual([
    ['password', 'VPN.1308'],
    ['static_ip', 'VPN.0001'],
  ])
})
