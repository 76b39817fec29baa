import { useEffect, useRef, useState } from 'react'
import { useCloudId } from '../../../api/operation-query.ts'
import { perform } from './perform.ts'
import { changeStep, nextStep, type Step } from './steps.ts'

/**
 * Does steps one after the other. It stops at one that fails or that a person has to do, and goes on from there; what
 * was done stays done. It ends with the page.
 */
export const useRollout = () => {
  const cloudId = useCloudId()
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [isRunning, setRunning] = useState(false)
  const latest = useRef(steps)
  const stop = useRef<AbortController>(undefined)
  const key = useRef<string>(undefined)

  const keep = (next: readonly Step[]) => {
    latest.current = next
    setSteps(next)
  }
  const change = (id: string, to: Partial<Step>) => keep(changeStep(latest.current, id, to))

  const run = async () => {
    stop.current?.abort()
    const control = new AbortController()
    const { signal } = control
    stop.current = control
    setRunning(true)
    for (let step = nextStep(latest.current); step; step = nextStep(latest.current)) {
      const { id } = step
      change(id, { state: 'doing' })
      try {
        const state = await perform(step, { cloudId, psk: key.current, signal })
        if (signal.aborted) return
        change(id, { state })
        if (state === 'asking') break
      } catch (error) {
        // Somebody went on without it, or has left.
        if (signal.aborted) return
        change(id, { state: 'failed', error })
        break
      }
    }
    setRunning(false)
  }

  useEffect(
    () => () => {
      stop.current?.abort()
      key.current = undefined
    },
    [],
  )

  return {
    steps,
    isRunning,
    start: (plan: readonly Step[], psk?: string) => {
      key.current = psk
      keep(plan)
      void run()
    },
    resume: () => void run(),
    /** Goes on as if the step were done, or without it. */
    settle: (id: string, state: 'done' | 'left out') => {
      stop.current?.abort()
      change(id, { state })
      void run()
    },
  }
}

export type Rollout = ReturnType<typeof useRollout>
