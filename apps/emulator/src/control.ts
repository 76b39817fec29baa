import type { OperationName } from '@vpn-console/api-client'
import { randomHex, type Accounts, type Key } from './accounts.ts'
import { createClock, durationMs } from './clock.ts'
import type { Surroundings } from './dispatch.ts'
import { fillEstate } from './estates/estates.ts'
import type { EstateName } from './estates/estate-names.ts'
import { seedProject, type Seed, type SeededIds } from './estates/seed.ts'
import { createCallLog, createFaults, type Fault, type RecordedCall } from './faults.ts'
import { orderTunnel, type TunnelOrder } from './tunnel-orders.ts'
import { createProject, type Project, type Quotas } from './project-state.ts'

export type ProjectAccess = {
  projectId: string
  domainId: string
  ak: string
  sk: string
  securityToken: string | undefined
  region: string
}

export type ProjectOptions = {
  estate?: EstateName | undefined
  ak?: string | undefined
  sk?: string | undefined
  securityToken?: string | undefined
  projectId?: string | undefined
  speed?: number | undefined
}

/** What a test may do to the cloud. */
export type Control = {
  createProject: (options?: ProjectOptions) => ProjectAccess
  deleteProject: (projectId: string) => void
  resetProject: (projectId: string, estate?: EstateName) => void
  seed: (projectId: string, seed: Seed) => SeededIds
  advance: (projectId: string, by: string) => void
  fail: (projectId: string, fault: Fault) => void
  clearFaults: (projectId: string) => void
  calls: (projectId: string) => { counts: Partial<Record<OperationName, number>>; calls: RecordedCall[] }
  clearCalls: (projectId: string) => void
  setTunnel: (projectId: string, connectionId: string, order: TunnelOrder) => void
  setStatus: (projectId: string, resourceId: string, status: string) => void
  setKeyValid: (projectId: string, valid: boolean) => void
  setQuota: (projectId: string, quota: Partial<Quotas>) => void
}

/** Something that a control call names is not there. */
export class NotThere extends Error {}

export type ControlDefaults = { region: string; speed: number; estate: EstateName }

const accessOf = (key: Key, project: Project): ProjectAccess => ({
  projectId: project.id,
  domainId: key.account.domainId,
  ak: key.ak,
  sk: key.sk,
  securityToken: key.securityToken,
  region: project.region,
})

const connectionLives = ['FREEZED', 'ERROR', 'UNKNOWN'] as const

export const createControl = (accounts: Accounts, defaults: ControlDefaults) => {
  const around = new Map<string, Surroundings>()
  const surroundings = (projectId: string): Surroundings => {
    const known = around.get(projectId)
    if (known) return known
    const fresh = { faults: createFaults(), calls: createCallLog() }
    around.set(projectId, fresh)
    return fresh
  }
  const find = (projectId: string): Project => {
    const project = accounts.project(projectId)
    if (!project) throw new NotThere(`There is no project ${projectId}.`)
    return project
  }
  const settled = (projectId: string): Project => {
    const project = find(projectId)
    project.schedule.settle(project.clock.now())
    return project
  }
  const world = (id: string, domainId: string, clock: Project['clock'], estate: EstateName): Project => {
    const project = createProject({ id, domainId, region: defaults.region, clock }, `${id} ${estate}`)
    fillEstate(project, estate)
    // An estate is the same each time. What is made later is not, or ids would come back after a reset.
    project.random.reseed(randomHex(32))
    return project
  }

  const control: Control = {
    createProject: (options = {}) => {
      const id = options.projectId ?? randomHex(32)
      if (accounts.project(id)) throw new Error(`The project ${id} exists already.`)
      const key = accounts.ensureKey(options)
      const clock = createClock(options.speed ?? defaults.speed)
      const project = world(id, key.account.domainId, clock, options.estate ?? defaults.estate)
      key.account.projects.set(id, project)
      return accessOf(key, project)
    },
    deleteProject: (projectId) => {
      find(projectId)
      accounts.removeProject(projectId)
      around.delete(projectId)
    },
    resetProject: (projectId, estate = defaults.estate) => {
      const { domainId, clock } = find(projectId)
      accounts.accountOf(projectId)?.projects.set(projectId, world(projectId, domainId, clock, estate))
      around.delete(projectId)
    },
    seed: (projectId, seed) => seedProject(settled(projectId), seed),
    advance: (projectId, by) => {
      const project = settled(projectId)
      const ms = durationMs(by)
      if (ms === undefined) throw new Error('by must be a duration such as 30s, 10m or 2h.')
      project.clock.advance(ms)
      project.schedule.settle(project.clock.now())
    },
    fail: (projectId, fault) => surroundings(find(projectId).id).faults.add(fault),
    clearFaults: (projectId) => surroundings(find(projectId).id).faults.clear(),
    calls: (projectId) => surroundings(find(projectId).id).calls.read(),
    clearCalls: (projectId) => surroundings(find(projectId).id).calls.clear(),
    setTunnel: (projectId, connectionId, order) => {
      const project = settled(projectId)
      const connection = project.connections.get(connectionId)
      if (!connection) throw new NotThere(`There is no connection ${connectionId}.`)
      orderTunnel(project, connection, order, project.clock.now())
    },
    setStatus: (projectId, resourceId, status) => {
      const project = settled(projectId)
      const connection = project.connections.get(resourceId)
      const gateway = project.gateways.get(resourceId)
      if (gateway) gateway.status = status
      else if (connection) connection.life = connectionLives.find((life) => life === status) ?? 'LIVE'
      else throw new NotThere(`There is no gateway or connection ${resourceId}.`)
    },
    setKeyValid: (projectId, valid) => {
      for (const key of accounts.keysOf(find(projectId).id)) key.isValid = valid
    },
    setQuota: (projectId, quota) => void Object.assign(find(projectId).quotas, quota),
  }
  return { control, surroundings }
}
