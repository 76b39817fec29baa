type Step = { at: number; run: (at: number, now: number) => void }

export type Schedule = {
  /** Runs a step once the clock has reached `at`; steps of the same moment run in the order they were added. */
  add: (at: number, run: Step['run']) => void
  /** Runs every step that is due, in order of time, also those that other steps add meanwhile. */
  settle: (now: number) => void
}

/** What will happen in a project by the clock. Nothing runs by itself: each call settles the project first. */
export const createSchedule = (): Schedule => {
  const steps: Step[] = []
  return {
    add: (at, run) => {
      let low = 0
      let high = steps.length
      while (low < high) {
        const middle = (low + high) >>> 1
        const found = steps[middle]
        if (found && found.at <= at) low = middle + 1
        else high = middle
      }
      steps.splice(low, 0, { at, run })
    },
    settle: (now) => {
      for (let step = steps[0]; step && step.at <= now; step = steps[0]) {
        steps.shift()
        step.run(step.at, now)
      }
    },
  }
}
