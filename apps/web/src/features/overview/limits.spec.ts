import { expect, test } from 'vitest'
import { limitsOf, limitWords } from './limits.ts'

test('the nearest to its end comes first; old kinds and unlimited ones are left out', () => {
  const limits = limitsOf([
    { type: 'vpn_gateway', quota: 50, used: 5 },
    { type: 'vpngw', quota: 2, used: 2 },
    { type: 'customer_gateway', quota: -1, used: 400 },
    { type: 'vpn_connection', quota: 100, used: 80 },
  ])
  expect(limits.map(({ id, state }) => [id, state])).toEqual([
    ['vpn_connection', 'near'],
    ['vpn_gateway', 'plenty'],
  ])
})

test.each([
  [4, '4 of 10 in use'],
  [8, '8 of 10 in use, 2 left'],
  [10, 'All 10 in use: no more can be made until the quota is raised'],
  [12, 'All 10 in use: no more can be made until the quota is raised'],
])('%s of 10: %s', (used, words) => {
  expect(limitsOf([{ type: 'vpn_gateway', quota: 10, used }]).map(limitWords)).toEqual([words])
})

test('a limit of none is full', () => {
  expect(limitsOf([{ type: 'vpn_gateway', quota: 0, used: 0 }])[0]?.state).toBe('full')
})
