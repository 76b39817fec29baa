import type { Output } from '@vpn-console/api-client'
import { timeText, type Gateway, type Project } from './project-state.ts'

type Job = Output<'listVpnGatewayJobs'>['jobs'][number]

type Step = {
  id: string
  job_type: (typeof stepTypes)[number]
  status: 'init' | 'upgrading' | 'success' | 'fail'
  startedAt?: number
  finishedAt?: number
}

/** An upgrade from its start until it was committed or undone: one task, also when it is rolled back. */
export type GatewayJob = {
  id: string
  resource_id: string
  job_type: 'upgrade' | 'rollback'
  status: 'upgrading' | 'pending_upgrade_confirm' | 'success' | 'rolling_back' | 'rollback_success' | 'fail'
  created_at: number
  finishedAt?: number
  error_message?: string
  steps: Step[]
}

const stepTypes = ['prepare_resource', 'upgrade_worker_1', 'upgrade_worker_2'] as const
const stepMs = { prepare_resource: 60_000, upgrade_worker_1: 30_000, upgrade_worker_2: 30_000 } as const
const upgradeMs = stepTypes.reduce((sum, type) => sum + stepMs[type], 0)
const rollbackMs = 60_000

const addJob = (project: Project, resource_id: string, at: number): GatewayJob => {
  const job: GatewayJob = {
    id: project.random.uuid(),
    resource_id,
    job_type: 'upgrade',
    status: 'upgrading',
    created_at: project.stamp(at),
    steps: stepTypes.map((job_type) => ({ id: project.random.uuid(), job_type, status: 'init' })),
  }
  project.gatewayJobs.set(job.id, job)
  return job
}

const end = (job: GatewayJob, status: GatewayJob['status'], at: number) => {
  job.status = status
  job.finishedAt = at
}

/** Runs a step of a job by the clock, or lets the job fail where the gateway was given another state meanwhile. */
const later = (project: Project, gateway: Gateway, job: GatewayJob, at: number, run: (at: number) => void) => {
  const { status } = gateway
  project.schedule.add(at, (then) => {
    if (project.gateways.get(gateway.id) === gateway && gateway.status === status) return run(then)
    for (const step of job.steps) if (step.status === 'upgrading') step.status = 'fail'
    job.error_message = 'The gateway changed its state.'
    end(job, 'fail', then)
  })
}

const runSteps = (project: Project, gateway: Gateway, job: GatewayJob, at: number) => {
  const step = job.steps.find(({ status }) => status === 'init')
  if (!step) {
    gateway.status = 'PENDING_UPGRADE_CONFIRM'
    job.status = 'pending_upgrade_confirm'
    return
  }
  step.status = 'upgrading'
  step.startedAt = at
  later(project, gateway, job, at + project.clock.takes(stepMs[step.job_type]), (then) => {
    step.status = 'success'
    step.finishedAt = then
    runSteps(project, gateway, job, then)
  })
}

/** The job that waits to be committed; a gateway that was put into that state by hand gets one now. */
const openJob = (project: Project, gateway: Gateway, at: number) => {
  for (const job of project.gatewayJobs.values()) {
    if (job.resource_id === gateway.id && job.status === 'pending_upgrade_confirm') return job
  }
  const job = addJob(project, gateway.id, at)
  for (const step of job.steps) step.status = 'success'
  return job
}

export const startUpgrade = (project: Project, gateway: Gateway): GatewayJob => {
  const at = project.clock.now()
  const job = addJob(project, gateway.id, at)
  gateway.status = 'UPGRADING'
  runSteps(project, gateway, job, at)
  return job
}

export const finishUpgrade = (project: Project, gateway: Gateway): GatewayJob => {
  const at = project.clock.now()
  const job = openJob(project, gateway, at)
  gateway.status = 'ACTIVE'
  gateway.upgradeInfo = 'unready'
  end(job, 'success', at)
  return job
}

/** Goes back to the version before; the upgrade can be started again afterwards. */
export const rollbackUpgrade = (project: Project, gateway: Gateway): GatewayJob => {
  const at = project.clock.now()
  const job = openJob(project, gateway, at)
  gateway.status = 'ROLLING_BACK'
  job.job_type = 'rollback'
  job.status = 'rolling_back'
  later(project, gateway, job, at + project.clock.takes(rollbackMs), (then) => {
    gateway.status = 'ACTIVE'
    end(job, 'rollback_success', then)
  })
  return job
}

/** A job of former days. */
export const seedJob = (project: Project, id: string, status: 'success' | 'rollback_success', at: number): void => {
  const job = addJob(project, id, at)
  let started = at
  for (const step of job.steps) {
    step.status = 'success'
    step.startedAt = started
    started += stepMs[step.job_type]
    step.finishedAt = started
  }
  if (status === 'rollback_success') job.job_type = 'rollback'
  // Somebody looked at it for some minutes before they decided.
  end(job, status, started + 10 * 60_000)
}

const optionalTime = (at: number | undefined) => (at === undefined ? undefined : timeText(at))

/** A job as an answer shows it. */
export const shownJob = (job: GatewayJob): Job => ({
  id: job.id,
  resource_id: job.resource_id,
  job_type: job.job_type,
  status: job.status,
  created_at: timeText(job.created_at),
  expected_time_seconds: (job.job_type === 'rollback' ? rollbackMs : upgradeMs) / 1_000,
  finished_at: optionalTime(job.finishedAt),
  error_message: job.error_message,
  sub_jobs: job.steps.map(({ id, job_type, status, startedAt, finishedAt }) => ({
    id,
    job_type,
    status,
    created_at: optionalTime(startedAt),
    finished_at: optionalTime(finishedAt),
    error_message: '',
  })),
})
