import { ApiError, catalogue, freeStaticIp, type VpnUser } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftText } from '../../ui/form/draft.ts'
import {
  detailsOf,
  editErrors,
  emptyUser,
  passwordForm,
  resetErrors,
  secretFields,
  surroundingsOf,
  toUserCreate,
  toUserUpdate,
  userCreateForm,
  userEditForm,
  userErrors,
  type UserCreateValues,
} from './user-form.ts'

const users: VpnUser[] = [
  { id: '1', name: 'lyon.01', user_group_id: 'g1', static_ip: '10.8.0.5', description: 'reception' },
  { id: '2', name: 'lyon.02', user_group_id: 'g1', static_ip: 'disable' },
]
const [first = { id: '', name: '' }] = users
const around = surroundingsOf('10.8.0.0/24', users)

const good: UserCreateValues = {
  ...emptyUser,
  name: 'lyon.03',
  password: 'Tea-4-two-now',
  passwordAgain: 'Tea-4-two-now',
}

const messages = (change: Partial<UserCreateValues>, generated?: string) =>
  Object.fromEntries(
    (userCreateForm(around, () => generated).safeParse({ ...good, ...change }).error?.issues ?? [])
      .toReversed()
      .map(({ path, message }) => [path.join('.'), message]),
  )

describe('a new user', () => {
  test('is sent with what was chosen only', () => {
    expect(messages({})).toEqual({})
    expect(toUserCreate(good)).toEqual({ name: 'lyon.03', password: 'Tea-4-two-now', static_ip: 'disable' })
    const full = { ...good, groupId: 'g1', hasStaticIp: 'yes', staticIp: ' 10.8.0.9 ', description: 'desk_4' } as const
    expect(messages(full)).toEqual({})
    expect(toUserCreate(full)).toEqual({
      name: 'lyon.03',
      password: 'Tea-4-two-now',
      user_group_id: 'g1',
      static_ip: '10.8.0.9',
      description: 'desk_4',
    })
  })

  test.each([
    ['', 'Enter a user name.'],
    ['abc', '4 to 32'],
    ['lyon 03', '4 to 32'],
    ['lyön.03', '4 to 32'],
    ['a'.repeat(33), '4 to 32'],
    ['lyon.01', 'There is a user lyon.01 already.'],
  ])('called %j has its answer', (name, words) => {
    expect(messages({ name })['name']).toContain(words)
  })

  test.each([
    ['', 'Enter a password'],
    ['short', '8 to 32'],
    ['abcdefghij', 'at least two of'],
    ['Passw0rd', 'too easy to guess'],
    ['Sieben-Köche-7', 'common special characters only'],
  ])('with the password %j has its answer', (password, words) => {
    expect(messages({ password, passwordAgain: password })['password']).toContain(words)
  })

  test.each(['lyon.2026', '6202.noyl'])('cannot have the name as password: %s', (password) => {
    const found = messages({ name: 'lyon.2026', password, passwordAgain: password })
    expect(found['password']).toContain('forwards or backwards')
  })

  test('has a typed password typed twice, and a generated one not', () => {
    expect(messages({ passwordAgain: 'Tea-4-two-nov' })['passwordAgain']).toBe('The two are not the same.')
    expect(messages({ passwordAgain: '' }, 'Tea-4-two-now')).toEqual({})
    expect(messages({ passwordAgain: '' }, 'Another-1')['passwordAgain']).toBe('The two are not the same.')
  })

  test.each([
    ['', 'IPv4'],
    ['10.9.0.5', 'not in the client block'],
    ['10.8.0.1', 'server’s own'],
    ['10.8.0.6', 'first address of a block of four'],
    ['10.8.0.5', 'another user'],
  ])('with the static IP %j has its answer', (staticIp, words) => {
    expect(messages({ hasStaticIp: 'yes', staticIp })['staticIp']).toContain(words)
    // What is typed and then not wanted hinders nobody.
    expect(messages({ hasStaticIp: 'no', staticIp })).toEqual({})
  })

  test('with the address that is suggested is always right', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 30 }), (blocks) => {
        const others = blocks.map((block, index) => ({
          id: `u${index}`,
          name: `u${index}`,
          static_ip: `10.8.0.${block * 4 + 1}`,
        }))
        const here = surroundingsOf('10.8.0.0/24', others)
        const staticIp = freeStaticIp('10.8.0.0/24', here.staticIps ?? new Set()) ?? ''
        const values = { ...good, hasStaticIp: 'yes', staticIp }
        expect(userCreateForm(here, () => undefined).safeParse(values).success).toBe(true)
      }),
    )
  })

  test('that the form takes is one that the request takes', () => {
    const nearly = (pattern: RegExp) => fc.oneof(fc.stringMatching(pattern), fc.string({ maxLength: 40 }))
    const names = nearly(/^[A-Za-z0-9._-]{3,33}$/)
    const passwords = nearly(/^[A-Za-z0-9`~!@#$%^&*()_=|<>/? -]{7,33}$/)
    let taken = 0
    fc.assert(
      fc.property(names, passwords, nearly(/^[A-Za-z0-9_]{0,65}$/), (name, password, description) => {
        const values = { ...good, name, password, passwordAgain: password, description }
        if (!userCreateForm(around, () => undefined).safeParse(values).success) return
        taken += 1
        expect(catalogue.createVpnUser.body.safeParse({ user: toUserCreate(values) }).success).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(taken).toBeGreaterThan(0)
  })

  test('leaves no password in what is kept for a reload', () => {
    const text = draftText({ ...good, password: 'Zebra-77-on', passwordAgain: 'Zebra-77-on' }, secretFields)
    expect(text).toContain('lyon.03')
    expect(text).not.toContain('Zebra')
  })

  test('is not compared with users nobody may list', () => {
    const unknown = surroundingsOf(undefined, undefined)
    const values = { ...good, name: 'lyon.01', hasStaticIp: 'yes', staticIp: '10.8.0.5' }
    expect(userCreateForm(unknown, () => undefined).safeParse(values).success).toBe(true)
  })
})

describe('a change', () => {
  const values = detailsOf(first)
  const others = surroundingsOf('10.9.0.0/24', users, first.id)
  const isGood = (change: object) => userEditForm(first, others).safeParse({ ...values, ...change }).success

  test('has only what differs', () => {
    expect(toUserUpdate(values, first)).toEqual({})
    expect(toUserUpdate({ ...values, groupId: 'g2' }, first)).toEqual({ user_group_id: 'g2' })
    expect(toUserUpdate({ ...values, hasStaticIp: 'no' }, first)).toEqual({ static_ip: 'disable' })
    expect(toUserUpdate({ ...values, description: '' }, first)).toEqual({ description: '' })
  })

  test('does not blame an address that stays as it is, though the block has moved', () => {
    expect(isGood({ groupId: 'g2' })).toBe(true)
    expect(isGood({ staticIp: '10.8.0.9' })).toBe(false)
    expect(isGood({ staticIp: '10.9.0.9' })).toBe(true)
  })

  test('has a description of the few characters that the cloud takes', () => {
    expect(isGood({ description: 'second floor' })).toBe(false)
    expect(isGood({ description: 'second_floor' })).toBe(true)
  })
})

describe('a reset', () => {
  const problems = (password: string, passwordAgain = password) =>
    passwordForm('lyon.2026', () => undefined)
      .safeParse({ password, passwordAgain })
      .error?.issues.map(({ message }) => message) ?? []

  test('takes a good password and refuses the others in words', () => {
    expect(problems('Tea-4-two-now')).toEqual([])
    expect(problems('')[0]).toContain('Enter a password')
    expect(problems('Tea-4-two-now', 'x')).toEqual(['The two are not the same.'])
    expect(problems('6202.noyl')[0]).toContain('backwards')
    expect(problems('password1')[0]).toContain('easy to guess')
  })
})

describe('a refusal of the cloud lands on its field', () => {
  const refused = (code: string, fields?: Record<string, string>) =>
    new ApiError({ status: 400, code, message: 'refused', fields })

  test.each([
    ['VPN.1301', 'groupId'],
    ['VPN.1302', 'name'],
    ['VPN.1308', 'password'],
    ['VPN.1309', 'password'],
    ['VPN.1310', 'password'],
    ['VPN.1311', 'password'],
    ['VPN.1314', 'password'],
    ['VPN.1317', 'name'],
  ])('%s on %s', (code, field) => {
    expect(userErrors(refused(code)).map((error) => error.field)).toEqual([field])
  })

  test('and what names its field needs no code', () => {
    expect(userErrors(refused('VPN.0001', { 'user.static_ip': 'taken' }))).toEqual([
      { field: 'staticIp', message: 'taken' },
    ])
    expect(editErrors(refused('VPN.0001', { 'user.description': 'no' }))).toEqual([
      { field: 'description', message: 'no' },
    ])
    expect(resetErrors(refused('VPN.0001', { new_password: 'no' }))).toEqual([{ field: 'password', message: 'no' }])
  })

  test('or on none', () => {
    expect(userErrors(refused('VPN.1307'))).toEqual([])
    expect(resetErrors(refused('VPN.1303'))).toEqual([])
    expect(resetErrors(refused('VPN.1311'))[0]?.message).toContain('last five')
  })
})
