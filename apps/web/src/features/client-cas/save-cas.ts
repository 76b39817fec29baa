import type { Candidate } from './ca-candidates.ts'

/** How far one candidate has come. */
export type Saving = { state: 'saving' } | { state: 'saved' } | { state: 'failed'; error: Error }

type Save = {
  candidates: readonly Candidate[]
  /** What became of each in earlier tries: what is saved is not sent again. */
  earlier: ReadonlyMap<string, Saving>
  send: (candidate: Candidate) => Promise<unknown>
  report: (token: string, saving: Saving) => void
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))

/** Saves one after the other; what fails does not keep the others from being saved. Gives how many failed. */
export const saveCas = async ({ candidates, earlier, send, report }: Save): Promise<number> => {
  let failed = 0
  for (const candidate of candidates) {
    if (earlier.get(candidate.token)?.state === 'saved') continue
    report(candidate.token, { state: 'saving' })
    try {
      await send(candidate)
      report(candidate.token, { state: 'saved' })
    } catch (error) {
      failed++
      report(candidate.token, { state: 'failed', error: asError(error) })
    }
  }
  return failed
}
