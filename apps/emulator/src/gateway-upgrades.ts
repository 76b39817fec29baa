import type { Output } from '@vpn-console/api-client'
import { timeText, type Gateway, type Project } from './project-state.ts'

type Job = Output<'listVpnGatewayJobs'>['jobs'][number]

export const upgradeSteps = ['prepare_resource', 'upgrade_worker_1', 'upgrade_worker_2'] as const
export type UpgradeStep = (typeof upgradeSteps)[number]

/** A gateway as far as an upgrade goes. */
export type Upgradable = Pick<Gateway, 'id' | 'status' | 'upgradeInfo'>

/** Where upgrades of one kind of gateway are kept. */
export type Upgrades = { jobs: Map<string, GatewayJob>; gateways: ReadonlyMap<string, Upgradable> }

export const upgradesOf = (project: Project): Upgrades => ({ jobs: project.gatewayJobs, gateways: project.gateways })

type Step = {
  id: string
  job_type: UpgradeStep
  status: 'init' | 'upgrading' | 'success' | 'fail'
  startedAt?: number
  finishedAt?: number
  error_message?: string
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

const stepMs = { prepare_resource: 60_000, upgrade_worker_1: 30_000, upgrade_worker_2: 30_000 } as const
const upgradeMs = upgradeSteps.reduce((sum, type) => sum + stepMs[type], 0)
const rollbackMs = 60_000

const addJob = (project: Project, { jobs }: Upgrades, resource_id: string, at: number): GatewayJob => {
  const job: GatewayJob = {
    id: project.random.uuid(),
    resource_id,
    job_type: 'upgrade',
    status: 'upgrading',
    created_at: project.stamp(at),
    steps: upgradeSteps.map((job_type) => ({ id: project.random.uuid(), job_type, status: 'init' })),
  }
  jobs.set(job.id, job)
  return job
}

const end = (job: GatewayJob, status: GatewayJob['status'], at: number) => {
  job.status = status
  job.finishedAt = at
}

const failJob = (job: GatewayJob, why: string, at: number) => {
  for (const step of job.steps) {
    if (step.status !== 'upgrading') continue
    step.status = 'fail'
    step.finishedAt = at
    step.error_message = why
  }
  job.error_message = why
  end(job, 'fail', at)
}

type Running = { project: Project; upgrades: Upgrades; gateway: Upgradable; job: GatewayJob }

/** Goes on with a job by the clock, or lets it fail where the gateway was given another state meanwhile. */
const later = ({ project, upgrades, gateway, job }: Running, at: number, run: (at: number) => void) => {
  const { status } = gateway
  project.schedule.add(at, (then) => {
    if (upgrades.gateways.get(gateway.id) === gateway && gateway.status === status) run(then)
    else failJob(job, 'The gateway changed its state.', then)
  })
}

/** Whether the job was ordered to fail at this step, or at one that is past. */
const isToFail = ({ project, gateway }: Running, step: UpgradeStep) => {
  const fault = project.upgradeFaults.get(gateway.id)
  return fault !== undefined && upgradeSteps.indexOf(fault) <= upgradeSteps.indexOf(step)
}

const runSteps = (running: Running, at: number) => {
  const { project, gateway, job } = running
  const step = job.steps.find(({ status }) => status === 'init')
  if (!step) {
    gateway.status = 'PENDING_UPGRADE_CONFIRM'
    job.status = 'pending_upgrade_confirm'
    return
  }
  step.status = 'upgrading'
  step.startedAt = at
  later(running, at + project.clock.takes(stepMs[step.job_type]), (then) => {
    if (isToFail(running, step.job_type)) {
      project.upgradeFaults.delete(gateway.id)
      gateway.status = 'ACTIVE'
      failJob(job, `The step ${step.job_type} failed, the gateway works with the version before.`, then)
      return
    }
    step.status = 'success'
    step.finishedAt = then
    runSteps(running, then)
  })
}

/** The job that waits to be committed; a gateway that was put into that state by hand gets one now. */
const openJob = (project: Project, upgrades: Upgrades, gateway: Upgradable, at: number) => {
  for (const job of upgrades.jobs.values()) {
    if (job.resource_id === gateway.id && job.status === 'pending_upgrade_confirm') return job
  }
  const job = addJob(project, upgrades, gateway.id, at)
  for (const step of job.steps) step.status = 'success'
  return job
}

export const startUpgrade = (
  project: Project,
  upgrades: Upgrades,
  gateway: Upgradable,
  at: number = project.clock.now(),
): GatewayJob => {
  const job = addJob(project, upgrades, gateway.id, at)
  gateway.status = 'UPGRADING'
  runSteps({ project, upgrades, gateway, job }, at)
  return job
}

export const finishUpgrade = (project: Project, upgrades: Upgrades, gateway: Upgradable): GatewayJob => {
  const at = project.clock.now()
  const job = openJob(project, upgrades, gateway, at)
  gateway.status = 'ACTIVE'
  gateway.upgradeInfo = 'unready'
  end(job, 'success', at)
  return job
}

/** Goes back to the version before; the upgrade can be started again afterwards. */
export const rollbackUpgrade = (project: Project, upgrades: Upgrades, gateway: Upgradable): GatewayJob => {
  const at = project.clock.now()
  const job = openJob(project, upgrades, gateway, at)
  gateway.status = 'ROLLING_BACK'
  job.job_type = 'rollback'
  job.status = 'rolling_back'
  later({ project, upgrades, gateway, job }, at + project.clock.takes(rollbackMs), (then) => {
    gateway.status = 'ACTIVE'
    end(job, 'rollback_success', then)
  })
  return job
}

/** A job of former days. */
export const seedJob = (
  project: Project,
  upgrades: Upgrades,
  id: string,
  status: 'success' | 'rollback_success',
  at: number,
): void => {
  const job = addJob(project, upgrades, id, at)
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
  sub_jobs: job.steps.map(({ id, job_type, status, startedAt, finishedAt, error_message = '' }) => ({
    id,
    job_type,
    status,
    expected_time_seconds: stepMs[job_type] / 1_000,
    created_at: optionalTime(startedAt),
    finished_at: optionalTime(finishedAt),
    error_message,
  })),
})
