export type Answer = {
  status: number
  body: Buffer
  /** The cloud's id of the call. */
  requestId: string | undefined
  etag: string
}

export type ReadSource = 'call' | 'shared' | 'fresh'

type Limits = {
  freshMs: number
  /** How long at most while a cloud was changed not long ago; and how long that is. */
  changedFreshMs?: number
  closeLookMs?: number
  maxBytes: number
  /** Whether changes made elsewhere may go unheard: then nothing is shared. */
  isBlind?: () => boolean
}

const sizeOf = (answer: Answer) => answer.body.length + 500

/**
 * Makes identical reads cost one call: those in flight share it, and its answer stays fresh for a moment. A failure is
 * shared by those who waited and then forgotten. A cloud that was changed not long ago is looked at closely: people wait
 * for the change, and look a lost create up.
 */
export const createReadCache = (
  { freshMs, changedFreshMs = 1_000, closeLookMs = 60_000, maxBytes, isBlind = () => false }: Limits,
  now: () => number,
) => {
  // The order of coming is about the order of going; what outstays it goes with those before it.
  const changedAt = new Map<string, number>()
  const answers = new Map<string, { answer: Answer; freshUntil: number }>()
  const inFlight = new Map<string, Promise<Answer>>()
  let bytes = 0

  const remove = (key: string) => {
    const found = answers.get(key)
    if (!found) return
    bytes -= sizeOf(found.answer)
    answers.delete(key)
  }

  const freshFor = (cloudId: string) => {
    const changed = changedAt.get(cloudId)
    return changed !== undefined && now() - changed < closeLookMs ? Math.min(freshMs, changedFreshMs) : freshMs
  }

  const keep = (cloudId: string, key: string, answer: Answer) => {
    remove(key)
    answers.set(key, { answer, freshUntil: now() + freshFor(cloudId) })
    bytes += sizeOf(answer)
    for (const [oldest, { freshUntil }] of answers) {
      if (bytes <= maxBytes && freshUntil > now()) break
      remove(oldest)
    }
  }

  const keyOf = (cloudId: string, target: string) => `${cloudId} ${target}`

  return {
    read: async (
      cloudId: string,
      target: string,
      load: () => Promise<Answer>,
    ): Promise<{ answer: Answer; source: ReadSource }> => {
      if (isBlind()) return { answer: await load(), source: 'call' }
      const key = keyOf(cloudId, target)
      const found = answers.get(key)
      if (found && found.freshUntil > now()) return { answer: found.answer, source: 'fresh' }
      const shared = inFlight.get(key)
      if (shared) return { answer: await shared, source: 'shared' }

      const loading = load()
      inFlight.set(key, loading)
      try {
        const answer = await loading
        // No longer the one in the table: something was changed meanwhile, and this may be how it was before.
        if (inFlight.get(key) === loading) keep(cloudId, key, answer)
        return { answer, source: 'call' }
      } finally {
        if (inFlight.get(key) === loading) inFlight.delete(key)
      }
    },

    /** Forgets what was read of a cloud, and what is being read: who asks from now on gets a call of his own. */
    drop: (cloudId: string) => {
      changedAt.set(cloudId, now())
      const prefix = keyOf(cloudId, '')
      for (const key of answers.keys()) if (key.startsWith(prefix)) remove(key)
      for (const key of inFlight.keys()) if (key.startsWith(prefix)) inFlight.delete(key)
    },

    /** Forgets everything: something may have been changed anywhere. */
    dropAll: () => {
      answers.clear()
      inFlight.clear()
      bytes = 0
    },

    bytes: () => bytes,
  }
}
export type ReadCache = ReturnType<typeof createReadCache>
