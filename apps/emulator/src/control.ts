import type { OperationName } from '@vpn-console/api-client'
import { randomHex, type Accounts, type Key } from './accounts.ts'
import { createClock, durationMs } from './clock.ts'
import type { Surroundings } from './dispatch.ts'
import { fillEstate } from './estates/estates.ts'
import type { EstateName } from './estates/estate-names.ts'
import { seedProject, type Seed, type SeededIds } from './estates/seed.ts'
import { createCallLog, createFaults, type Fault, type RecordedCall } from './faults.ts'
import type { UpgradeStep } from './gateway-upgrades.ts'
import { orderTunnel, type TunnelOrder } from './tunnel-orders.ts'
import { NotThere } from './not-there.ts'
import {
  clientControl,
  type ClientAddresses,
  type Connected,
  type ServerCredentials,
  type SignIn,
} from './p2c/client-control.ts'
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
  /** Puts a line into the log of a connection, whatever it says. */
  addLogLine: (projectId: string, connectionId: string, rawMessage: string) => void
  setStatus: (projectId: string, resourceId: string, status: string) => void
  /** Whether a newer version waits for a gateway, Site-to-Cloud or Point-to-Cloud. */
  setUpgradeInfo: (projectId: string, gatewayId: string, info: 'ready' | 'expiring soon' | 'unready') => void
  /** The upgrade of a gateway that runs, or the next one, fails at that step. */
  failUpgrade: (projectId: string, gatewayId: string, step?: UpgradeStep) => void
  /** What a real server needs to take the place of an emulated one: the CA, and a certificate with its key. */
  serverCredentials: (projectId: string, serverId: string) => ServerCredentials
  /** Brings somebody online on a server; answers what the client gets. */
  connectUser: (projectId: string, serverId: string, user: string, more?: ClientAddresses) => Connected
  /** Takes a user off a server, from all places. */
  disconnectUser: (projectId: string, serverId: string, user: string) => void
  /** Whether the server would let somebody in with this password; the fifth wrong one in a row locks the user. */
  signIn: (projectId: string, serverId: string, user: string, password: string) => SignIn
  /** One key of the project, or all of them. */
  setKeyValid: (projectId: string, valid: boolean, ak?: string) => void
  /** Another key of the project's account, permanent or temporary. */
  addKey: (projectId: string, key?: NewKey) => NewKey & { ak: string; sk: string }
  setQuota: (projectId: string, quota: Partial<Quotas>) => void
  /** Calls that the region is to be without; an empty list gives them all back. */
  setMissing: (projectId: string, operations: readonly OperationName[]) => void
  /** Actions that the project's keys lack, or names of calls that have none; an empty list gives them all back. */
  setDenied: (projectId: string, actions: readonly string[]) => void
}

type NewKey = { ak?: string | undefined; sk?: string | undefined; securityToken?: string | undefined }

export type ControlDefaults = { region: string; speed: number; estate: EstateName }

const accessOf = (key: Key, project: Project): ProjectAccess => ({
  projectId: project.id,
  domainId: key.account.domainId,
  ak: key.ak,
  sk: key.sk,
  securityToken: key.securityToken,
  region: project.region,
})

const certificateStates = ['BINDING', 'FAULT'] as const
const connectionLives = ['FREEZED', 'ERROR', 'UNKNOWN'] as const

export const createControl = (accounts: Accounts, defaults: ControlDefaults) => {
  const around = new Map<string, Surroundings>()
  const surroundings = (projectId: string): Surroundings => {
    const known = around.get(projectId)
    if (known) return known
    const fresh: Surroundings = {
      faults: createFaults(),
      calls: createCallLog(),
      missing: new Set(),
      denied: new Set(),
    }
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
  const findConnection = (project: Project, id: string) => {
    const connection = project.connections.get(id)
    if (!connection) throw new NotThere(`There is no connection ${id}.`)
    return connection
  }
  const findUpgradable = (project: Project, id: string) => {
    const gateway = project.gateways.get(id) ?? project.p2c.gateways.get(id)
    if (!gateway) throw new NotThere(`There is no gateway ${id}.`)
    return gateway
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
      orderTunnel(project, findConnection(project, connectionId), order, project.clock.now())
    },
    addLogLine: (projectId, connectionId, text) => {
      const project = settled(projectId)
      findConnection(project, connectionId).tunnel.foreignLines.push({ at: project.clock.now(), text })
    },
    setStatus: (projectId, resourceId, status) => {
      const project = settled(projectId)
      const connection = project.connections.get(resourceId)
      const gateway = project.gateways.get(resourceId) ?? project.p2c.gateways.get(resourceId)
      const server = project.p2c.servers.get(resourceId)
      const certificate = [...project.gatewayCertificates.values()].find(({ id }) => id === resourceId)
      if (gateway) gateway.status = status
      else if (server) server.status = status
      else if (certificate) certificate.status = certificateStates.find((state) => state === status) ?? 'BOUND'
      else if (connection) connection.life = connectionLives.find((life) => life === status) ?? 'LIVE'
      else throw new NotThere(`There is no gateway, connection, server or certificate ${resourceId}.`)
    },
    setUpgradeInfo: (projectId, gatewayId, info) => {
      findUpgradable(settled(projectId), gatewayId).upgradeInfo = info
    },
    failUpgrade: (projectId, gatewayId, step = 'upgrade_worker_1') => {
      const project = settled(projectId)
      project.upgradeFaults.set(findUpgradable(project, gatewayId).id, step)
    },
    ...clientControl((projectId) => settled(projectId)),
    setKeyValid: (projectId, valid, ak) => {
      for (const key of accounts.keysOf(find(projectId).id)) if (ak === undefined || key.ak === ak) key.isValid = valid
    },
    addKey: (projectId, given = {}) => {
      const account = accounts.accountOf(find(projectId).id)
      const { ak, sk, securityToken } = accounts.ensureKey(given, account)
      return { ak, sk, securityToken }
    },
    setQuota: (projectId, quota) => void Object.assign(find(projectId).quotas, quota),
    setMissing: (projectId, operations) => {
      surroundings(find(projectId).id).missing = new Set(operations)
    },
    setDenied: (projectId, actions) => {
      surroundings(find(projectId).id).denied = new Set(actions)
    },
  }
  return { control, surroundings }
}
