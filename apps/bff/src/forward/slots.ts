/** So many at a time; the others wait in the order they came. */
export type Slots = {
  /** Waits for a slot and gives the function that frees it. */
  take: (waiting?: { signal?: AbortSignal | undefined; onAbort: () => Error }) => Promise<() => void>
  waiting: () => number
  isIdle: () => boolean
}

export const createSlots = (size: number): Slots => {
  const queue: (() => void)[] = []
  let taken = 0

  const release = () => {
    taken--
    queue.shift()?.()
  }
  const occupy = () => {
    taken++
    let isTaken = true
    return () => {
      if (isTaken) release()
      isTaken = false
    }
  }

  return {
    take: async (waiting) => {
      if (taken < size) return occupy()
      const signal = waiting?.signal
      return new Promise((resolve, reject) => {
        const start = () => {
          signal?.removeEventListener('abort', stop)
          resolve(occupy())
        }
        const stop = () => {
          queue.splice(queue.indexOf(start), 1)
          reject(waiting?.onAbort() ?? new Error('aborted'))
        }
        if (signal?.aborted) {
          reject(waiting?.onAbort() ?? new Error('aborted'))
          return
        }
        signal?.addEventListener('abort', stop, { once: true })
        queue.push(start)
      })
    },
    waiting: () => queue.length,
    isIdle: () => taken === 0 && queue.length === 0,
  }
}
