import { setTimeout as pause } from 'node:timers/promises'

/** How long an answer waits so that it comes after a whole number of steps, whatever it took to find it. */
export const waitUntilEven = (tookMs: number, stepMs: number): number =>
  stepMs <= 0 ? 0 : Math.ceil(Math.max(tookMs, 1) / stepMs) * stepMs - tookMs

/** Lets a refusal come as late for one reason as for another, so that the clock does not tell them apart. */
export const refuseEvenly = async <T>(stepMs: number, work: () => Promise<T>): Promise<T> => {
  const start = performance.now()
  try {
    return await work()
  } catch (error) {
    await pause(waitUntilEven(performance.now() - start, stepMs))
    throw error
  }
}
