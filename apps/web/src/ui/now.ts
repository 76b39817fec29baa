import { createStore, useStore } from '../api/store.ts'

// One clock for all ages on a page; it ticks only while somebody looks at it.
const clock = createStore(Date.now())
const tickMs = 5_000
let followers = 0
let timer: ReturnType<typeof setInterval> | undefined

const ticking = {
  ...clock,
  subscribe: (listener: () => void) => {
    const unsubscribe = clock.subscribe(listener)
    followers += 1
    if (followers === 1) {
      clock.set(Date.now())
      timer = setInterval(() => clock.set(Date.now()), tickMs)
    }
    return () => {
      unsubscribe()
      followers -= 1
      if (followers === 0) clearInterval(timer)
    }
  },
}

/** The time, precise to a few seconds; whoever uses it is drawn again as it passes. */
export const useNow = (): number => useStore(ticking)
