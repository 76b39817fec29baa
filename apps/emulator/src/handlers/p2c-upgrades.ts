import { finishUpgrade, rollbackUpgrade, shownJob, startUpgrade, type Upgrades } from '../gateway-upgrades.ts'
import type { P2cGateway } from '../p2c/state.ts'
import { checkGatewayTakes, findP2cGateway } from '../p2c/states-refused.ts'
import type { Project } from '../project-state.ts'
import { invalid, notFound, refusal } from '../refusal.ts'
import type { Handlers } from './handler.ts'
import { pageByTime } from './paging.ts'

const most = 1000

export const p2cUpgradesOf = ({ p2c }: Project): Upgrades => ({ jobs: p2c.jobs, gateways: p2c.gateways })

const checkStart = (gateway: P2cGateway) => {
  checkGatewayTakes('update', gateway)
  if (gateway.upgradeInfo === 'unready') throw invalid(`gateway ${gateway.id} has no upgrade to start`)
}

const checkConfirm = ({ id, status }: P2cGateway, action: 'finish' | 'rollback') => {
  if (status === 'PENDING_UPGRADE_CONFIRM') return
  if (status !== 'ACTIVE') throw refusal('VPN.0511')
  throw invalid(`gateway ${id} has no upgrade to ${action === 'finish' ? 'finish' : 'roll back'}`)
}

export const p2cUpgrades = {
  upgradeP2cVpnGateway: ({ project, params, body }) => {
    const gateway = findP2cGateway(project, params.p2c_vgw_id)
    const { action } = body
    const upgrades = p2cUpgradesOf(project)
    if (action === 'start') {
      checkStart(gateway)
      return { job_id: startUpgrade(project, upgrades, gateway).id }
    }
    checkConfirm(gateway, action)
    const conclude = action === 'finish' ? finishUpgrade : rollbackUpgrade
    return { job_id: conclude(project, upgrades, gateway).id }
  },

  listP2cVpnGatewayJobs: ({ project, query }) => {
    const { resource_id } = query
    const all = [...project.p2c.jobs.values()].filter((job) => !resource_id || job.resource_id === resource_id)
    return { jobs: pageByTime(all, query, most).items.map(shownJob) }
  },

  deleteP2cVpnGatewayJob: ({ project, params }) => {
    const job = project.p2c.jobs.get(params.job_id)
    if (!job) throw notFound()
    if (job.finishedAt === undefined) throw invalid(`task ${job.id} is not finished`)
    project.p2c.jobs.delete(job.id)
    return undefined
  },
} satisfies Partial<Handlers>
