import type { DoctorReport, VpnConnection } from '@vpn-console/api-client'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useCloudId } from '../../../api/operation-query.ts'
import { queryClient } from '../../../api/query-client.ts'
import { useDenied } from '../../../api/session.ts'
import { examine } from './all-checks.ts'
import { gatherFacts } from './gather-facts.ts'
import type { Progress } from './read-facts.ts'

type State =
  | { status: 'idle' }
  | { status: 'running'; progress: Progress }
  | { status: 'stopped'; progress: Progress }
  | { status: 'failed'; error: unknown }

const nothingYet: Progress = { done: 0, total: 1, latest: undefined }

/** Runs the doctor over a connection. The last report stays while other tabs and pages are looked at. */
export const useExamination = (connection: VpnConnection) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const key = [cloudId, 'doctor', connection.id]
  const { data: report } = useQuery<DoctorReport>({ queryKey: key, queryFn: skipToken })
  const [state, setState] = useState<State>({ status: 'idle' })
  const running = useRef<AbortController>(undefined)

  const start = async () => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    let progress = nothingYet
    setState({ status: 'running', progress })
    try {
      const facts = await gatherFacts({
        cloudId,
        connection,
        denied,
        signal: controller.signal,
        onProgress: (now) => {
          progress = now
          if (!controller.signal.aborted) setState({ status: 'running', progress })
        },
      })
      queryClient.setQueryData(key, examine(facts))
      setState({ status: 'idle' })
    } catch (error) {
      if (running.current !== controller) return
      setState(controller.signal.aborted ? { status: 'stopped', progress } : { status: 'failed', error })
    }
  }

  const stop = useCallback(() => running.current?.abort(), [])
  // Nobody waits for it any more.
  useEffect(() => stop, [stop])
  return { report, state, start: () => void start(), stop }
}
