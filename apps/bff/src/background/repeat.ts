/** Waits, unless the console closes; the wait alone does not keep the process alive. */
export const rest = (ms: number, closing: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      closing.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms).unref()
    if (closing.aborted) done()
    else closing.addEventListener('abort', done, { once: true })
  })

/** The people of a console that has just started come first. */
const firstAfterMs = 15_000

/** Does work from time to time (0: never) until the console closes; resolves when the last of it has ended. */
export const repeat = async (everyMs: number, closing: AbortSignal, work: () => Promise<void>): Promise<void> => {
  if (everyMs === 0) return
  await rest(Math.min(firstAfterMs, everyMs), closing)
  while (!closing.aborted) {
    await work()
    await rest(everyMs, closing)
  }
}
