import { vpnUserProblems } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ofKind, summaryOf } from './check-summary.ts'
import { inSlices } from './in-slices.ts'
import {
  checkRows,
  missingGroups,
  problemKinds,
  seatsLeft,
  staticIpOf,
  type GroupChoice,
  type ServerFacts,
} from './precheck.ts'
import type { UserRow } from './rows.ts'
import { rowOf } from './testing.ts'

const facts: ServerFacts = {
  clientCidr: '172.16.0.0/20',
  users: [
    { name: 'paris.here', static_ip: '172.16.0.5' },
    { name: 'paris.there', static_ip: 'disable' },
  ],
  groups: new Set(['default', 'staff']),
  connections: 10,
}
const check = (rows: readonly UserRow[], choice: GroupChoice = 'correct', change: Partial<ServerFacts> = {}) => [
  ...checkRows(rows, { ...facts, ...change }, choice),
]
const wordsOf = (change: Partial<UserRow>, choice?: GroupChoice) =>
  check([rowOf(2, change)], choice).flatMap(({ problems }) => problems.map(({ field, words }) => `${field}: ${words}`))

describe('a row', () => {
  test.each<[Partial<UserRow>, string]>([
    [{ name: 'a b' }, 'name: Use 4 to 32 letters, digits, periods, underscores or hyphens.'],
    [{ name: '' }, 'name: Use 4 to 32 letters, digits, periods, underscores or hyphens.'],
    [{ name: 'paris.here' }, 'name: There is a user paris.here already.'],
    [{ password: '' }, 'password: There is no password. Type one, or have passwords generated.'],
    [{ password: 'short' }, 'password: Use 8 to 32 characters.'],
    [{ password: 'Password1!' }, 'password: This password is too easy to guess.'],
    [
      { name: 'paris.lyon', password: 'noyl.sirap' },
      'password: The password must not be the user name, forwards or backwards.',
    ],
    [{ group: 'guests' }, 'group: There is no group guests.'],
    [{ staticIp: '10.0.0.5' }, 'staticIp: 10.0.0.5 is not in the client block 172.16.0.0/20.'],
    [{ staticIp: '172.16.0.6' }, 'staticIp: Use the first address of a block of four, for example 172.16.0.9.'],
    [{ staticIp: '172.16.0.5' }, 'staticIp: 172.16.0.5 belongs to another user.'],
    [{ staticIp: 'later' }, 'staticIp: Enter an IPv4 address, or disable.'],
    [{ description: 'two words' }, 'description: Use at most 64 letters, digits or underscores.'],
  ])('%j has its problem', (change, words) => {
    expect(wordsOf(change)).toEqual([words])
  })

  test('that is right has none, whatever stands for no address', () => {
    for (const staticIp of ['', 'disable', 'Disable', '172.16.0.9']) expect(wordsOf({ staticIp })).toEqual([])
    expect(wordsOf({ group: 'staff', description: 'Lyon_1' })).toEqual([])
  })

  test('that is skipped is not judged and takes nothing', () => {
    const [skipped, second] = check([
      rowOf(2, { isSkipped: true, name: 'paris.lyon' }),
      rowOf(3, { name: 'paris.lyon' }),
    ])
    expect(skipped).toMatchObject({ problems: [], isFit: false })
    expect(second?.isFit).toBe(true)
  })
})

test('the second of a name or an address is the one too many, and says where the first is', () => {
  const same = { name: 'paris.lyon', staticIp: '172.16.0.9' }
  const [first, second] = check([rowOf(2, same), rowOf(5, same)])
  expect(first?.isFit).toBe(true)
  expect(second?.problems.map(({ words }) => words)).toEqual([
    'The name paris.lyon is in row 2 as well.',
    'The static IP 172.16.0.9 is in row 2 as well.',
  ])
})

describe('groups that do not exist', () => {
  test('are created or left to the default one', () => {
    expect(wordsOf({ group: 'guests' }, 'create')).toEqual([])
    expect(wordsOf({ group: 'any thing' }, 'default')).toEqual([])
    const checked = check(
      [rowOf(2, { group: 'guests' }), rowOf(3, { group: 'staff' }), rowOf(4, { group: 'guests' })],
      'create',
    )
    expect(missingGroups(checked, facts.groups)).toEqual(['guests'])
  })

  test('cannot be created by every name, nor without end', () => {
    expect(wordsOf({ group: 'any thing' }, 'create').join()).toContain('A group cannot be called any thing')
    const rows = Array.from({ length: 60 }, (_, index) => rowOf(index + 2, { group: `group-${index}` }))
    const checked = check(rows, 'create', { connections: 500 })
    expect(checked.filter(({ isFit }) => isFit)).toHaveLength(48)
    expect(checked[48]?.problems[0]?.words).toBe('A server has at most 50 groups: group-48 is one too many.')
  })
})

describe('room', () => {
  test('is for the first rows without a problem', () => {
    const rows = [...Array(12).keys()].map((index) => rowOf(index + 2, index === 3 ? { password: 'short' } : {}))
    const checked = check(rows)
    expect(checked.filter(({ isFit }) => isFit).map(({ row }) => row.line)).toEqual([2, 3, 4, 6, 7, 8, 9, 10])
    expect(ofKind(checked, problemKinds.room).map(({ row }) => row.line)).toEqual([11, 12, 13])
    expect(checked.at(-1)?.problems[0]?.words).toBe(
      'The gateway takes 10 users; with the 2 there are and the rows above it is full.',
    )
    expect(summaryOf(checked)).toMatchObject({ fit: 8, room: 3, words: '8 rows can be imported, 4 with a problem' })
  })

  test('is never for more than 500 users', () => {
    expect(seatsLeft({ connections: undefined, users: [] })).toBe(500)
    expect(seatsLeft({ connections: 1_000, users: facts.users })).toBe(498)
    const users = [...Array(20).keys()].map((index) => ({ name: `paris.${index}` }))
    expect(seatsLeft({ connections: 10, users })).toBe(0)
    const checked = check(
      Array.from({ length: 501 }, (_, index) => rowOf(index + 2)),
      'correct',
      { users: [], connections: 500 },
    )
    expect(checked.filter(({ isFit }) => !isFit).map(({ row }) => row.line)).toEqual([502])
  })
})

test('those who fit are right together by the documented rules, and fit the gateway', () => {
  const change = fc.record({
    name: fc.constantFrom('paris.lyon', 'paris.nice', 'paris.metz', 'paris.here', 'x', 'paris.lille', 'paris.brest'),
    password: fc.constantFrom('Tr4m-line-12', 'short', '', 'paris.lyon'),
    staticIp: fc.constantFrom('', 'disable', '172.16.0.9', '172.16.0.13', '172.16.0.14', '172.16.0.5', '10.0.0.1'),
    group: fc.constantFrom('', 'staff', 'guests', 'a b'),
    isSkipped: fc.boolean(),
  })
  const choices = fc.constantFrom<GroupChoice>('correct', 'create', 'default')
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 20 }),
      choices,
      fc.integer({ min: 0, max: 8 }),
      (changes, choice, connections) => {
        const rows = changes.map((one, index) => rowOf(index + 1, one))
        const checked = check(rows, choice, { connections })
        expect(checked.map(({ row }) => row)).toEqual(rows)
        const fit = checked.filter(({ isFit }) => isFit).map(({ row }) => row)
        expect(fit.length).toBeLessThanOrEqual(Math.max(0, connections - facts.users.length))
        const names = new Set(facts.users.map(({ name }) => name))
        const staticIps = new Set(facts.users.map(({ static_ip = '' }) => static_ip))
        for (const row of fit) {
          const static_ip = staticIpOf(row)
          const around = { client_cidr: facts.clientCidr, names, staticIps }
          expect(vpnUserProblems({ name: row.name, password: row.password, static_ip }, around)).toEqual([])
          names.add(row.name)
          if (static_ip !== undefined) staticIps.add(static_ip)
        }
      },
    ),
  )
})

test('slices give what the whole gives, and can be called off', async () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => rowOf(index + 2, { staticIp: '172.16.0.6' }))
  const progress: number[] = []
  const made = await inSlices(checkRows(rows, facts, 'correct'), { onProgress: (count) => progress.push(count) })
  expect(made).toEqual(check(rows))
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  const abort = new AbortController()
  abort.abort()
  expect(await inSlices(checkRows(rows, facts, 'correct'), { signal: abort.signal })).toBeUndefined()
})
