import { isSettling } from '@vpn-console/api-client'
import { finishUpgrade, rollbackUpgrade, shownJob, startUpgrade, upgradesOf } from '../gateway-upgrades.ts'
import type { Gateway, Project } from '../project-state.ts'
import { invalid, notFound, notReady } from '../refusal.ts'
import type { Handlers } from './handler.ts'
import { pageByTime } from './paging.ts'
import { checkGatewayAllows, findGateway } from './vpn-gateways.ts'

const mostJobs = 1000

const checkStart = (project: Project, gateway: Gateway) => {
  // An upgrade needs what any change needs.
  checkGatewayAllows(project, 'update', gateway)
  if (gateway.upgradeInfo === 'unready') throw invalid(`gateway ${gateway.id} has no upgrade to start`)
}

const checkConfirm = ({ id, status }: Gateway, action: 'finish' | 'rollback') => {
  if (status === 'PENDING_UPGRADE_CONFIRM') return
  if (isSettling(status)) throw notReady('GATEWAY', id, status)
  throw invalid(`gateway ${id} has no upgrade to ${action === 'finish' ? 'finish' : 'roll back'}`)
}

export const gatewayUpgrades = {
  upgradeVpnGateway: ({ project, params, body }) => {
    const gateway = findGateway(project, params.vgw_id)
    const { action } = body
    if (action === 'start') {
      checkStart(project, gateway)
      return { job_id: startUpgrade(project, upgradesOf(project), gateway).id }
    }
    checkConfirm(gateway, action)
    const conclude = action === 'finish' ? finishUpgrade : rollbackUpgrade
    return { job_id: conclude(project, upgradesOf(project), gateway).id }
  },

  listVpnGatewayJobs: ({ project, query }) => {
    const { resource_id } = query
    const all = [...project.gatewayJobs.values()].filter((job) => !resource_id || job.resource_id === resource_id)
    return { jobs: pageByTime(all, query, mostJobs).items.map(shownJob) }
  },

  deleteVpnGatewayJob: ({ project, params }) => {
    const job = project.gatewayJobs.get(params.job_id)
    if (!job) throw notFound()
    if (job.finishedAt === undefined) throw invalid(`task ${job.id} is not finished`)
    project.gatewayJobs.delete(job.id)
    return undefined
  },
} satisfies Partial<Handlers>
