import type { Job, SubJob } from '@vpn-console/api-client'
import { parseTime } from '../time-words.ts'

const finished = new Set(['success', 'rollback_success', 'fail'])

/** Whether a job will not change any more; only the records of these can be deleted. */
export const isFinished = ({ status }: Pick<Job, 'status'>): boolean => finished.has(status)

/** Whether a job changes by itself, so that it is worth looking again soon. */
export const isAtWork = ({ status }: Pick<Job, 'status'>): boolean =>
  status === 'upgrading' || status === 'rolling_back'

export const jobPollInterval = (jobs: readonly Job[] = []): number => (jobs.some(isAtWork) ? 5_000 : 60_000)

/** A step that is at work is never shown as done before the cloud says so. */
const mostOfStep = 0.95

const shareOf = (step: SubJob, expectedMs: number, now: number): number => {
  if (step.status === 'success') return 1
  const started = parseTime(step.created_at)
  if (step.status !== 'upgrading' || started === undefined) return 0
  // Clocks of the cloud and of this machine differ by a little.
  return Math.min(mostOfStep, Math.max(0, (now - started) / expectedMs))
}

/** How far an upgrade is, in percent, by its steps and the time that the cloud expects; undefined where it cannot be told. */
export const progressOf = (job: Job, now: number): number | undefined => {
  const { status, sub_jobs: steps = [], expected_time_seconds: expected = 0 } = job
  // The steps of a rollback are those of the upgrade before it.
  if (status !== 'upgrading' || steps.length === 0) return undefined
  const weights = steps.map(({ expected_time_seconds }) => expected_time_seconds ?? (expected / steps.length || 60))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole <= 0) return undefined
  const done = steps.reduce((sum, step, index) => {
    const weight = weights[index] ?? 0
    return sum + weight * shareOf(step, Math.max(1, weight) * 1000, now)
  }, 0)
  return Math.min(99, Math.floor((done / whole) * 100))
}

/** How long a job took, or has taken so far, in milliseconds. */
export const durationOf = (job: Pick<Job, 'created_at' | 'finished_at'>, now: number): number | undefined => {
  const started = parseTime(job.created_at)
  return started === undefined ? undefined : Math.max(0, (parseTime(job.finished_at) ?? now) - started)
}

/** Whether an upgrade takes longer than the cloud expected. */
export const isLate = (job: Job, now: number): boolean => {
  const expected = job.expected_time_seconds
  const ms = durationOf(job, now)
  return job.status === 'upgrading' && expected !== undefined && ms !== undefined && ms > expected * 1000
}
