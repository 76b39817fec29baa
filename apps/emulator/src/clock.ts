const units: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of `500ms`, `30s`, `10m`, `2h` or `1d`; undefined for any other text. */
export const durationMs = (text: string): number | undefined => {
  const found = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text.trim())
  const unit = units[found?.[2] ?? '']
  return found && unit !== undefined ? Number(found[1]) * unit : undefined
}

export type Clock = {
  /** Milliseconds since 1970: real time plus what the clock was advanced by. */
  now: () => number
  advance: (ms: number) => void
  /** How long something takes here that takes the cloud so many milliseconds. */
  takes: (ms: number) => number
}

/**
 * The emulator's clock. Speed shortens what the cloud takes time for; it does not make the hands turn faster, since a
 * console compares the times it reads with those of its own clock.
 */
export const createClock = (speed: number, realNow: () => number = Date.now): Clock => {
  let aheadMs = 0
  return {
    now: () => realNow() + aheadMs,
    advance: (ms) => {
      aheadMs += ms
    },
    takes: (ms) => ms / speed,
  }
}
