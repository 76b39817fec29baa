// Half a frame: what is typed or clicked meanwhile is answered in the next.
const sliceMs = 8

const nextTask = () =>
  new Promise<void>((resolve) => {
    // Not a timer: those are held back to four milliseconds each.
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })

/** Collects what a generator makes and gives the page its turn after each slice; undefined where it was called off. */
export const inSlices = async <T>(
  source: Iterable<T>,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (count: number) => void } = {},
): Promise<T[] | undefined> => {
  const made: T[] = []
  let start = performance.now()
  for (const item of source) {
    made.push(item)
    if (performance.now() - start < sliceMs) continue
    onProgress?.(made.length)
    await nextTask()
    if (signal?.aborted) return undefined
    start = performance.now()
  }
  return signal?.aborted ? undefined : made
}
