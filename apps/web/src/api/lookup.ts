/** Whether something exists whose making was never answered: found, surely not, or we could not look. */
export type Lookup<T> = { result: 'found'; found: T } | { result: 'absent' } | { result: 'unknown' }

type LookupOptions<T> = {
  /** The list, straight from the cloud. */
  list: () => Promise<readonly T[]>
  nameOf: (item: T) => string
  idOf: (item: T) => string
  name: string
  /** Ids that were there before: names need not be unique. */
  idsBefore: ReadonlySet<string>
  /** Pauses before each look; what was accepted late shows up late. */
  pausesMs?: readonly number[]
  pause?: (ms: number) => Promise<void>
}

const defaultPausesMs = [1_000, 3_000, 6_000]

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

/** Looks for a new thing by its name, a few times. "Absent" is only said when the last look was answered. */
export const lookupByName = async <T>({
  list,
  nameOf,
  idOf,
  name,
  idsBefore,
  pausesMs = defaultPausesMs,
  pause = wait,
}: LookupOptions<T>): Promise<Lookup<T>> => {
  let isSure = false
  for (const ms of pausesMs) {
    await pause(ms)
    try {
      const items = await list()
      const found = items.find((item) => nameOf(item) === name && !idsBefore.has(idOf(item)))
      if (found !== undefined) return { result: 'found', found }
      isSure = true
    } catch {
      isSure = false
    }
  }
  return isSure ? { result: 'absent' } : { result: 'unknown' }
}
