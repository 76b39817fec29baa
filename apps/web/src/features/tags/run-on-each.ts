export type Outcome<T> = { item: T; result: 'done' } | { item: T; result: 'failed'; error: unknown }

type RunOptions<T> = {
  /** How many at the same time: enough to be quick, few enough to leave the cloud to others. */
  atOnce?: number
  onOutcome?: (outcome: Outcome<T>) => void
  /** Stops before the next one; what is under way is waited for. */
  signal?: AbortSignal
}

/** Does the same to each item, some at a time, whatever fails; what was not begun when it was stopped has no outcome. */
export const runOnEach = async <T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  { atOnce = 4, onOutcome, signal }: RunOptions<T> = {},
): Promise<Outcome<T>[]> => {
  const outcomes: Outcome<T>[] = []
  const waiting = [...items]
  const runner = async () => {
    for (;;) {
      const item = signal?.aborted ? undefined : waiting.shift()
      if (item === undefined) return
      const outcome = await work(item).then(
        (): Outcome<T> => ({ item, result: 'done' }),
        (error: unknown): Outcome<T> => ({ item, result: 'failed', error }),
      )
      outcomes.push(outcome)
      onOutcome?.(outcome)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, runner))
  return outcomes
}
