import { createHash } from 'node:crypto'
import { ownError } from '@vpn-console/api-client'
import { createTurns as createLines } from '../one-at-a-time.ts'
import type { Replica } from '../store/replica.ts'
import type { Place, Turn, Turns } from '../store/turns.ts'
import { notSent, type WriteQueue } from './write-queue.ts'

type Parts = {
  turns: Turns
  replica: Replica
  limits: { maxWaiting: number; maxWaitMs: number }
  /** How often it is looked whether a turn has come, where nobody tells. */
  pollMs: number
  closing: AbortSignal
}

type Waiter = { turn: Turn; look: (place: Place) => void; giveUp: () => void }

const lostTurn = () =>
  ownError(
    'CONSOLE.TOO_MANY',
    'The console lost its place among the changes to the same gateway, and did not send this one. Try again.',
  )

const keyOf = (key: string) => createHash('sha256').update(key).digest('base64url')

/** Changes to one thing in the order they came, to whichever replica. */
export const createSharedQueue = ({ turns, replica, limits, pollMs, closing }: Parts): WriteQueue => {
  const waiting = new Map<string, Waiter[]>()
  const arriving = createLines()
  const looking = createLines()
  let poll: NodeJS.Timeout | undefined

  /** Only the first of ours looks: the turn of the others cannot have come. */
  const lookFor = async (key: string): Promise<void> => {
    const first = waiting.get(key)?.[0]
    if (!first) return
    const place = await turns.look(first.turn).catch(() => undefined)
    // Nobody knows: the next look may tell.
    if (place) first.look(place)
  }
  const wake = (key: string): void => {
    if (waiting.has(key)) void looking(key, () => lookFor(key))
  }
  const wakeAll = (): void => {
    for (const key of waiting.keys()) wake(key)
  }
  replica.on('turn', wake)
  replica.on('gone', wakeAll)
  replica.onGap(wakeAll)
  closing.addEventListener('abort', () => {
    for (const { giveUp } of [...waiting.values()].flat()) giveUp()
  })

  const enter = (waiter: Waiter): void => {
    const { key } = waiter.turn
    // Whose first look took longer enters later.
    const all = [...(waiting.get(key) ?? []), waiter].toSorted((one, other) => one.turn.seq - other.turn.seq)
    waiting.set(key, all)
    poll ??= setInterval(wakeAll, pollMs).unref()
  }
  const leave = (waiter: Waiter): void => {
    const { key } = waiter.turn
    const left = waiting.get(key)?.filter((other) => other !== waiter) ?? []
    if (left.length > 0) waiting.set(key, left)
    else waiting.delete(key)
    if (waiting.size > 0) return
    clearInterval(poll)
    poll = undefined
  }

  /** A connection may have broken long ago, and be noticed only now: then there is another. */
  const lookSurely = (turn: Turn): Promise<Place | undefined> =>
    turns
      .look(turn)
      .catch(() => turns.look(turn))
      .catch(() => undefined)

  const take = async (key: string): Promise<Turn> => {
    // Once more for a replica that was taken for dead: it goes on under another id.
    const turn = (await turns.take(key)) ?? (await turns.take(key))
    if (!turn) throw lostTurn()
    return turn
  }

  const comes = (turn: Turn): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer)
        leave(waiter)
        settle()
      }
      const giveUp = () => end(() => reject(notSent()))
      const waiter: Waiter = {
        turn,
        look: ({ isHeld, ahead }) => {
          if (!isHeld) end(() => reject(lostTurn()))
          else if (ahead === 0) end(resolve)
        },
        giveUp,
      }
      const timer = setTimeout(giveUp, limits.maxWaitMs)
      enter(waiter)
      // It may have come between the first look and now.
      wake(turn.key)
    })

  const wait = async (turn: Turn): Promise<void> => {
    const place = await lookSurely(turn)
    if (place?.isHeld !== true) throw lostTurn()
    if (place.ahead === 0) return
    if (place.ahead > limits.maxWaiting || closing.aborted) throw notSent()
    await comes(turn)
  }

  const requireTurn = async (turn: Turn): Promise<void> => {
    if (!(await replica.isAlive(turn.replica))) throw lostTurn()
    if (replica.breaks() === turn.breaks) return
    const place = await lookSurely(turn)
    if (place?.isHeld !== true || place.ahead > 0) throw lostTurn()
  }

  return {
    run: async (name, change) => {
      if (name === undefined) return change(() => Promise.resolve())
      const key = keyOf(name)
      const turn = await arriving(key, () => take(key))
      try {
        await wait(turn)
        return await change(() => requireTurn(turn))
      } finally {
        void turns.give(turn).then(() => wake(key))
      }
    },
    length: () => waiting.size,
  }
}
