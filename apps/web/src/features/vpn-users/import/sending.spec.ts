import { ownError } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStore } from '../../../api/store.ts'
import { runSending, type SendingCalls } from './run-sending.ts'
import { sendingCounts } from './sending-counts.ts'
import { batchSize, beginSending, step, type Sending } from './sending.ts'
import { rowOf } from './testing.ts'

const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => rowOf(index + 1))
const lostAnswer = ownError('CONSOLE.UNREACHABLE', 'The console did not answer.')
const none = new Map<string, string>()

type Trouble = 'none' | 'lost-before' | 'lost-after' | 'late' | 'failed'

/** A cloud that creates all of a batch or none, does a token once, and loses answers as it is told. */
const createCloud = (troubles: Trouble[], bad: ReadonlySet<string>, listTroubles: boolean[] = []) => {
  const users = new Map<string, number>()
  const answers = new Map<string, ReadonlyMap<string, string>>()
  const sent: { token: string; names: string }[] = []
  let late: (() => void) | undefined
  let isDoubtful = false
  const perform = (token: string, names: string[]) => {
    const known = answers.get(token)
    if (known) return known
    const invalid = new Map(
      names.filter((name) => bad.has(name) || users.has(name)).map((name) => [name, 'Not allowed.']),
    )
    if (invalid.size === 0) for (const name of names) users.set(name, (users.get(name) ?? 0) + 1)
    answers.set(token, invalid)
    return invalid
  }
  let count = 0
  const calls: SendingCalls = {
    newToken: () => `token-${++count}`,
    pausesMs: [0],
    create: async ({ rows, token }) => {
      expect(isDoubtful, 'sent again before the list was read').toBe(false)
      const names = rows.map(({ name }) => name)
      sent.push({ token, names: names.join() })
      const trouble = troubles.shift() ?? 'none'
      if (trouble === 'failed') throw ownError('CONSOLE.DENIED', 'Not allowed.')
      if (trouble === 'none') return perform(token, names)
      isDoubtful = true
      if (trouble === 'lost-after') perform(token, names)
      if (trouble === 'late') late = () => perform(token, names)
      throw lostAnswer
    },
    names: async () => {
      if (listTroubles.shift()) throw lostAnswer
      isDoubtful = false
      const seen = new Set(users.keys())
      // What was accepted late is done after the list was read.
      late?.()
      late = undefined
      return seen
    },
  }
  return { users, sent, calls }
}

const runToEnd = async (calls: SendingCalls, rows: ReturnType<typeof rowsOf>) => {
  const store = createStore<Sending>(beginSending(rows, calls.newToken))
  for (let rounds = 0; rounds < 100; rounds++) {
    await runSending(store, calls)
    if (store.get().phase === 'done') return store.get()
    store.set((state) => step(state, { type: 'resume' }, calls.newToken))
  }
  throw new Error('It never ended.')
}

describe('an import', () => {
  test('is sent in batches, one at a time', async () => {
    const { calls, sent, users } = createCloud([], new Set())
    const end = await runToEnd(calls, rowsOf(2 * batchSize + 1))
    expect(sent.map(({ names }) => names.split(',').length)).toEqual([batchSize, batchSize, 1])
    expect(new Set(sent.map(({ token }) => token)).size).toBe(3)
    expect(users.size).toBe(2 * batchSize + 1)
    expect(sendingCounts(end)).toMatchObject({ created: 101, refused: 0, percent: 100, words: '101 users created' })
  })

  test('puts causes on their rows and sends the rest of the batch again, as a batch of its own', async () => {
    const { calls, sent, users } = createCloud([], new Set(['paris.0002']))
    const end = await runToEnd(calls, rowsOf(3))
    expect(end.outcomes.get('2')).toEqual({ kind: 'refused', cause: 'Not allowed.' })
    expect([...users.keys()]).toEqual(['paris.0001', 'paris.0003'])
    expect(sent[1]?.token).not.toBe(sent[0]?.token)
  })

  test('whose answer was lost after it was done is not sent again', async () => {
    const { calls, sent, users } = createCloud(['lost-after'], new Set())
    const end = await runToEnd(calls, rowsOf(3))
    expect(sent).toHaveLength(1)
    expect(users.size).toBe(3)
    expect(sendingCounts(end).created).toBe(3)
  })

  test('whose answer was lost before it was done is sent again under the same token', async () => {
    const { calls, sent, users } = createCloud(['lost-before'], new Set())
    await runToEnd(calls, rowsOf(3))
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
    expect(users.size).toBe(3)
  })

  test('stops where the list cannot be read either, and goes on from there', async () => {
    const { calls, sent } = createCloud(['lost-after'], new Set(), [true])
    const store = createStore<Sending>(beginSending(rowsOf(3), calls.newToken))
    await runSending(store, calls)
    expect(store.get()).toMatchObject({ phase: 'stopped', stop: { why: 'lost' }, batch: { isDoubtful: true } })
    store.set((state) => step(state, { type: 'resume' }, calls.newToken))
    expect(store.get().phase).toBe('looking')
    await runSending(store, calls)
    expect(store.get().phase).toBe('done')
    expect(sent).toHaveLength(1)
  })

  test('stops when it is asked to, with the present batch settled', async () => {
    const { calls, sent } = createCloud([], new Set())
    const store = createStore<Sending>(beginSending(rowsOf(batchSize + 1), calls.newToken))
    store.set((state) => step(state, { type: 'stop' }, calls.newToken))
    await runSending(store, calls)
    expect(store.get()).toMatchObject({ phase: 'stopped', stop: { why: 'asked' } })
    expect(sendingCounts(store.get())).toMatchObject({ created: batchSize, words: '50 users created, 1 to go' })
    expect(sent).toHaveLength(1)
    store.set((state) => step(state, { type: 'resume' }, calls.newToken))
    await runSending(store, calls)
    expect(store.get().phase).toBe('done')
  })

  test('of which only a part is found after a loss calls that part unclear', () => {
    let state = beginSending(rowsOf(3), () => 'token')
    state = step(state, { type: 'lost', error: lostAnswer }, () => 'token')
    state = step(state, { type: 'listed', names: new Set(['paris.0002']) }, () => 'other')
    expect(state.outcomes).toEqual(new Map([['2', { kind: 'unclear' }]]))
    expect(state.batch).toMatchObject({ token: 'other', rows: [{ line: 1 }, { line: 3 }] })
  })

  test('does not go on for ever where the service refuses somebody else', () => {
    const begun = beginSending(rowsOf(3), () => 'token')
    const state = step(begun, { type: 'answered', invalid: new Map([['nobody', '']]) }, () => 'token')
    expect(state).toMatchObject({ phase: 'stopped', stop: { why: 'failed' } })
  })

  test('hears nothing once it is done, and nothing that does not belong to its phase', () => {
    const begun = beginSending(rowsOf(1), () => 'token')
    expect(step(begun, { type: 'listed', names: new Set() }, () => 'token')).toBe(begun)
    const done = step(begun, { type: 'answered', invalid: none }, () => 'token')
    expect(done.phase).toBe('done')
    expect(step(done, { type: 'stop' }, () => 'token')).toBe(done)
    expect(step(done, { type: 'resume' }, () => 'token')).toBe(done)
    expect(beginSending([], () => 'token').phase).toBe('done')
  })
})

test('whatever is lost on the way: nobody twice, nobody forgotten, and what is said is what is so', async () => {
  const trouble = fc.constantFrom<Trouble>('none', 'none', 'lost-before', 'lost-after', 'late', 'failed')
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 120 }),
      fc.array(trouble, { maxLength: 20 }),
      fc.array(fc.boolean(), { maxLength: 10 }),
      fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 }),
      async (count, troubles, listTroubles, badLines) => {
        const rows = rowsOf(count)
        const bad = new Set(badLines.map((line) => rowOf(line).name))
        const { calls, users, sent } = createCloud(troubles, bad, listTroubles)
        const end = await runToEnd(calls, rows)
        for (const { id, name } of rows) {
          expect(end.outcomes.get(id)?.kind).toBe(bad.has(name) ? 'refused' : 'created')
          expect(users.get(name)).toBe(bad.has(name) ? undefined : 1)
        }
        // A token stands for the same rows each time.
        const byToken = new Map(sent.map(({ token, names }) => [token, names]))
        expect(sent.every(({ token, names }) => byToken.get(token) === names)).toBe(true)
      },
    ),
  )
})
