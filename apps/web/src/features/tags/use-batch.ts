import { useRef, useState } from 'react'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { runOnEach, type Outcome } from './run-on-each.ts'
import type { Tagged } from './tagged.ts'
import { readsOfTags } from './tag-types.ts'

export type Batch = {
  /** In this run. */
  total: number
  done: number
  failed: readonly { resource: Tagged; error: unknown }[]
  isRunning: boolean
  isStopped: boolean
}

/** Changes the tags of many resources, one call each, and keeps the count of what came of it. */
export const useBatch = (work: (resource: Tagged) => Promise<unknown>) => {
  const cloudId = useCloudId()
  const [batch, setBatch] = useState<Batch>()
  const stopping = useRef<AbortController>(undefined)

  const run = async (resources: readonly Tagged[]) => {
    const stop = new AbortController()
    stopping.current = stop
    let state: Batch = { total: resources.length, done: 0, failed: [], isRunning: true, isStopped: false }
    setBatch(state)
    const onOutcome = (outcome: Outcome<Tagged>) => {
      state =
        outcome.result === 'done'
          ? { ...state, done: state.done + 1 }
          : { ...state, failed: [...state.failed, { resource: outcome.item, error: outcome.error }] }
      setBatch(state)
    }
    await runOnEach(resources, work, { onOutcome, signal: stop.signal })
    setBatch({ ...state, isRunning: false, isStopped: stop.signal.aborted })
    void invalidate(cloudId, ...readsOfTags)
  }

  return { batch, run, stop: () => stopping.current?.abort() }
}
