import { ApiError } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planMoves, resultOf, runMoves, stepWords, type Member, type MoveStep } from './member-moves.ts'

const everybody = { id: 'g0', name: 'default', type: 'Default' as const }
const staff = { id: 'g1', name: 'staff', type: 'Custom' as const }
const guests = { id: 'g2', name: 'guests', type: 'Custom' as const }
const groups = [everybody, staff, guests]
const user = (id: string, group?: { id: string; name: string }): Member => ({ id, name: `user-${id}`, group })

/** A server that keeps the rule: one group for each, and the default group for who has none. */
const server = (users: readonly Member[]) => {
  const place = new Map(users.map(({ id, group }) => [id, group?.id ?? everybody.id]))
  const send = async ({ kind, group, users: some }: MoveStep) => {
    for (const { id } of some) {
      const now = place.get(id)
      const isRefused = kind === 'add' ? now !== everybody.id && now !== group.id : now !== group.id
      if (isRefused) throw new Error(`${id} is in ${now ?? 'no group'}`)
    }
    for (const { id } of some) place.set(id, kind === 'add' ? group.id : everybody.id)
  }
  return { place, send }
}
const quiet = { wait: async () => {}, onState: () => {} }

const member = fc.record({
  id: fc.uuid(),
  group: fc.constantFrom(everybody, staff, guests, undefined),
})
const members = fc.uniqueArray(member, { selector: ({ id }) => id, maxLength: 260 })
const targets = fc.constantFrom(everybody, staff, guests)

describe('moving users', () => {
  test('takes each out of another group before it is added, whatever they come from', async () => {
    await fc.assert(
      fc.asyncProperty(members, targets, async (some, target) => {
        const users = some.map(({ id, group }) => user(id, group))
        const { place, send } = server(users)
        const state = await runMoves({ steps: planMoves(users, target, groups), done: 0 }, { ...quiet, send })
        expect(state.error).toBeUndefined()
        for (const { id } of users) expect(place.get(id)).toBe(target.id)
        expect(state.steps.every((step) => step.users.length <= 100)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('stops at what fails, tells where everybody is, and goes on from there', async () => {
    await fc.assert(
      fc.asyncProperty(members, fc.nat(8), async (some, failing) => {
        const users = some.map(({ id, group }) => user(id, group))
        const { place, send } = server(users)
        const steps = planMoves(users, staff, groups)
        let calls = 0
        const flaky = async (step: MoveStep) => {
          if (calls++ === failing) throw new Error('no')
          await send(step)
        }
        const first = await runMoves({ steps, done: 0 }, { ...quiet, send: flaky })
        const { moved, between, untouched } = resultOf(first)
        for (const { id } of moved) expect(place.get(id)).toBe(staff.id)
        for (const { id } of between) expect(place.get(id)).toBe(everybody.id)
        for (const one of untouched) expect(place.get(one.id)).toBe(one.group?.id ?? everybody.id)
        expect(moved.length + between.length + untouched.length).toBe(new Set(steps.flatMap((step) => step.users)).size)
        const second = await runMoves(first, { ...quiet, send })
        expect(second.error).toBeUndefined()
        for (const { id } of users) expect(place.get(id)).toBe(staff.id)
      }),
      { numRuns: 40 },
    )
  })

  test('waits where the service has not taken the removal in yet, but not for ever', async () => {
    const late = new ApiError({ status: 400, code: 'VPN.1304', message: 'The user has been added to another.' })
    const steps = planMoves([user('a', guests)], staff, groups)
    let waits = 0
    const runWith = (refusals: number) => {
      let left = refusals
      waits = 0
      const send = async ({ kind }: MoveStep) => {
        if (kind === 'add' && left-- > 0) throw late
      }
      return runMoves({ steps, done: 0 }, { send, wait: async () => void (waits += 1), onState: () => {} })
    }
    expect(await runWith(2)).toMatchObject({ done: 2, isRunning: false })
    expect(waits).toBe(2)
    expect(await runWith(9)).toMatchObject({ done: 1, error: late })
  })

  test('a user who is there already, or in the default group, costs no call too many', () => {
    expect(planMoves([user('a', staff)], staff, groups)).toEqual([])
    expect(planMoves([user('a', everybody), user('b')], staff, groups).map(({ kind }) => kind)).toEqual(['add', 'add'])
    expect(planMoves([user('a', guests)], everybody, groups).map(stepWords)).toEqual(['Take 1 user out of guests'])
    expect(planMoves([user('a', guests)], staff, groups).map(stepWords)).toEqual([
      'Take 1 user out of guests',
      'Add 1 user to staff',
    ])
  })
})
