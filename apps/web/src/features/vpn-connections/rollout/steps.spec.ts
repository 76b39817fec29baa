import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeStep, deletePlan, keyPlan, nextStep, progressWords, resetPlan, stepTitle, type Tunnel } from './steps.ts'

const tunnel = (id: string, status = 'ACTIVE'): Tunnel => ({ id, name: `vpn-${id}`, status })
const pairs: Record<string, string> = { a: 'b', b: 'a' }
const otherOf = ({ id }: Pick<Tunnel, 'id'>) => (pairs[id] === undefined ? undefined : { id: pairs[id] })
const titles = (steps: Parameters<typeof nextStep>[0]) => steps.map(stepTitle)

describe('resets', () => {
  test('the second tunnel of a pair waits for the first, and for the others', () => {
    expect(titles(resetPlan([tunnel('a'), tunnel('b'), tunnel('c')], otherOf))).toEqual([
      'Reset vpn-a',
      'Reset vpn-c',
      'Wait until vpn-a is connected again',
      'Reset vpn-b',
    ])
  })

  test('one tunnel of a pair waits for nothing', () => {
    expect(titles(resetPlan([tunnel('b')], otherOf))).toEqual(['Reset vpn-b'])
  })

  test('a tunnel that is down is reset before the one that carries the traffic', () => {
    expect(titles(resetPlan([tunnel('a'), tunnel('b', 'DOWN')], otherOf))).toEqual(['Reset vpn-b', 'Reset vpn-a'])
  })

  test('each chosen tunnel is reset once, whatever is chosen', () => {
    const chosen = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), status: fc.constantFrom('ACTIVE', 'DOWN') }),
      {
        selector: ({ id }) => id,
      },
    )
    fc.assert(
      fc.property(chosen, (given) => {
        const steps = resetPlan(
          given.map(({ id, status }) => tunnel(id, status)),
          otherOf,
        )
        const reset = steps.filter(({ kind }) => kind === 'reset').map((one) => one.tunnel?.id ?? '')
        expect(reset.toSorted()).toEqual(given.map(({ id }) => id).toSorted())
        // Both were up: there is never a moment with both down.
        if (given.filter(({ id, status }) => 'ab'.includes(id) && status === 'ACTIVE').length === 2) {
          expect(steps.filter(({ kind }) => kind === 'up')).toHaveLength(1)
        }
      }),
    )
  })
})

describe('a new key', () => {
  test('goes to both tunnels and the customer device before the first reset', () => {
    expect(titles(keyPlan([tunnel('a'), tunnel('b')], { isSent: false, resets: true }))).toEqual([
      'Send the new key for vpn-a',
      'Send the new key for vpn-b',
      'Set the new key on the customer device',
      'Reset vpn-a',
      'Wait until vpn-a is connected again',
      'Reset vpn-b',
      'Wait until vpn-b is connected again',
    ])
  })

  test('needs no reset where the next negotiation takes it', () => {
    expect(keyPlan([tunnel('a')], { isSent: false, resets: false }).map(({ kind }) => kind)).toEqual(['key', 'peer'])
  })

  test('that was sent before is gone on with at the customer device', () => {
    expect(nextStep(keyPlan([tunnel('a')], { isSent: true, resets: true }))?.kind).toBe('peer')
  })
})

test('what is done and what is not can be told at any time', () => {
  const steps = deletePlan([tunnel('a'), tunnel('b'), tunnel('c')])
  expect(progressWords(steps)).toBe('Nothing is done yet. Not done: delete vpn-a, delete vpn-b, and delete vpn-c.')
  const failed = changeStep(changeStep(steps, 'delete a', { state: 'done' }), 'delete b', { state: 'failed' })
  expect(nextStep(failed)?.id).toBe('delete b')
  expect(progressWords(failed)).toBe('Done: delete vpn-a. Not done: delete vpn-b and delete vpn-c.')
})

test('a step that is tried again has no error any more', () => {
  const failed = changeStep(deletePlan([tunnel('a')]), 'delete a', { state: 'failed', error: new Error('no') })
  expect(changeStep(failed, 'delete a', { state: 'doing' })[0]?.error).toBeUndefined()
})
