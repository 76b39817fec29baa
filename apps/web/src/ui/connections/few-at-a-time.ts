/** Lets so many of them work at once; the others wait their turn. One that was called off meanwhile is not begun. */
export const fewAtATime = (most: number) => {
  const waiting: (() => void)[] = []
  let running = 0
  const leave = () => {
    const next = waiting.shift()
    // The place is handed on, so that nobody who comes just now takes it.
    if (next) next()
    else running -= 1
  }
  return async <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    if (running < most) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      signal?.throwIfAborted()
      return await work()
    } finally {
      leave()
    }
  }
}
