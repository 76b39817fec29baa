import { isAnswerLost } from '../../../api/client.ts'
import type { Store } from '../../../api/store.ts'
import { step, type Batch, type Sending, type SendingEvent } from './sending.ts'

export type SendingCalls = {
  /** Creates a batch and gives those it was refused for, by name, with the cause. */
  create: (batch: Batch) => Promise<ReadonlyMap<string, string>>
  /** The names of all users, straight from the cloud. */
  names: () => Promise<ReadonlySet<string>>
  newToken: () => string
  /** Before each look after a lost answer: what was accepted late shows up late. */
  pausesMs?: readonly number[]
}

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

const send = async (batch: Batch, { create }: SendingCalls): Promise<SendingEvent> => {
  try {
    return { type: 'answered', invalid: await create(batch) }
  } catch (error) {
    return { type: isAnswerLost(error) ? 'lost' : 'failed', error }
  }
}

const look = async ({ names, pausesMs = [1_000, 3_000, 6_000] }: SendingCalls): Promise<SendingEvent> => {
  let error: unknown
  for (const ms of pausesMs) {
    await wait(ms)
    try {
      return { type: 'listed', names: await names() }
    } catch (failure) {
      error = failure
    }
  }
  return { type: 'list-failed', error }
}

/** Does what the state asks for, one call at a time, until it is stopped or done. */
export const runSending = async (store: Store<Sending>, calls: SendingCalls): Promise<void> => {
  for (;;) {
    const { phase, batch } = store.get()
    if (batch === undefined || (phase !== 'sending' && phase !== 'looking')) return
    const event = phase === 'sending' ? await send(batch, calls) : await look(calls)
    store.set((state) => step(state, event, calls.newToken))
  }
}
