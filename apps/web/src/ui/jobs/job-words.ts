import type { Job, SubJob, VpnGateway } from '@vpn-console/api-client'
import type { StatusKind } from '../status-words.ts'
import { clockWords, dayWords, parseTime } from '../time-words.ts'

type State = { words: string; kind: StatusKind }

const jobTypes: Record<string, string> = { upgrade: 'Upgrade', rollback: 'Rollback' }

export const jobTypeWords = ({ job_type = '' }: Pick<Job, 'job_type'>): string =>
  jobTypes[job_type] ?? (job_type || 'Job')

/** `Upgrade of 12 Nov 2026, 10:42`: how a job is called, since it has no name. */
export const jobName = (job: Pick<Job, 'id' | 'job_type' | 'created_at'>): string => {
  const started = parseTime(job.created_at)
  return `${jobTypeWords(job)} ${started === undefined ? job.id : `of ${dayWords(started)}, ${clockWords(new Date(started))}`}`
}

const jobStates: Record<string, State> = {
  upgrading: { words: 'Upgrading', kind: 'in-progress' },
  pending_upgrade_confirm: { words: 'Waits for commit or rollback', kind: 'warning' },
  success: { words: 'Committed', kind: 'success' },
  rolling_back: { words: 'Rolling back', kind: 'in-progress' },
  rollback_success: { words: 'Rolled back', kind: 'stopped' },
  fail: { words: 'Failed', kind: 'error' },
}

/** The state of a job in words; one that was never seen is shown as it is. */
export const jobState = ({ status }: Pick<Job, 'status'>): State => jobStates[status] ?? { words: status, kind: 'info' }

const steps: Record<string, string> = {
  prepare_resource: 'Prepare the resources',
  upgrade_worker_1: 'Upgrade the first half of the gateway',
  upgrade_worker_2: 'Upgrade the second half of the gateway',
}

export const stepWords = ({ job_type = '' }: Pick<SubJob, 'job_type'>): string =>
  steps[job_type] ?? (job_type || 'Step')

const stepStates: Record<string, State> = {
  init: { words: 'Not started', kind: 'pending' },
  upgrading: { words: 'In progress', kind: 'in-progress' },
  success: { words: 'Done', kind: 'success' },
  fail: { words: 'Failed', kind: 'error' },
}

export const stepState = ({ status }: Pick<SubJob, 'status'>): State =>
  stepStates[status] ?? { words: status, kind: 'info' }

type Version = { words: string; kind: StatusKind; step: string }

const unsettled: Record<string, Version> = {
  UPGRADING: {
    words: 'Being upgraded',
    kind: 'in-progress',
    step: 'Its halves are replaced one after the other. When both are done, you look at it and decide.',
  },
  PENDING_UPGRADE_CONFIRM: {
    words: 'Upgraded: commit or roll back',
    kind: 'warning',
    step: 'The new version runs. See that traffic flows as before, then commit it, or go back to the version before. The gateway takes no other change until then.',
  },
  ROLLING_BACK: {
    words: 'Going back to the version before',
    kind: 'in-progress',
    step: 'It can be upgraded again later.',
  },
}

const offers: Record<string, Version> = {
  ready: {
    words: 'A newer version is ready',
    kind: 'info',
    step: 'Start the upgrade at a time when an interruption does no harm.',
  },
  'expiring soon': {
    words: 'Its version is near its end',
    kind: 'warning',
    step: 'A newer version is ready. Upgrade soon: the cloud will not support the present one for long.',
  },
  unready: { words: 'Up to date', kind: 'success', step: 'The cloud offers no newer version now.' },
}

/** What there is to say of a gateway's version: the cloud tells no numbers, only whether there is a newer one. */
export const versionOf = ({ status, upgrade_info }: Pick<VpnGateway, 'status' | 'upgrade_info'>): Version => {
  const doing = unsettled[status]
  if (doing) return doing
  if (upgrade_info === undefined) {
    return { words: 'Not told', kind: 'info', step: 'The cloud does not say here whether there is a newer version.' }
  }
  return (
    offers[upgrade_info] ?? { words: upgrade_info, kind: 'info', step: 'The cloud’s own word, new to this console.' }
  )
}
