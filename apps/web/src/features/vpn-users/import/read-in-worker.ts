import { sizeProblem, UnreadableSheet, type Sheet } from './sheet.ts'

export type ReadOrder = { name: string; bytes: ArrayBuffer } | { text: string }
export type ReadAnswer = { sheet: Sheet } | { problem: string }

// A file that keeps the reader busy longer is made to.
const mostMs = 30_000

const readInWorker = (order: ReadOrder): Promise<Sheet> => {
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Sheet>((resolve, reject) => {
    const giveUp = (words: string) => reject(new UnreadableSheet(words))
    const timer = setTimeout(
      () => giveUp('Reading it took too long and was stopped. Save the sheet as CSV UTF-8.'),
      mostMs,
    )
    worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
      clearTimeout(timer)
      if ('sheet' in data) resolve(data.sheet)
      else giveUp(data.problem)
    })
    worker.addEventListener('error', () => {
      clearTimeout(timer)
      giveUp('The reader could not be loaded. Check the network, then try again.')
    })
    worker.postMessage(order, 'bytes' in order ? [order.bytes] : [])
  }).finally(() => worker.terminate())
}

/** Reads a file in a worker; one that is too large is refused before a byte of it is read. */
export const readFile = async (file: File): Promise<Sheet> => {
  const problem = sizeProblem(file.name, file.size)
  if (problem !== undefined) throw new UnreadableSheet(problem)
  const bytes = await file.arrayBuffer().catch(() => {
    throw new UnreadableSheet(`${file.name} could not be opened. Another program may hold it, or it was moved.`)
  })
  return readInWorker({ name: file.name, bytes })
}

export const readPasted = (text: string): Promise<Sheet> => readInWorker({ text })
