import type { OperationName } from '@vpn-console/api-client'
import { createEmulator, type Fault, type Seed } from '@vpn-console/emulator/app'
import { onTestFinished } from 'vitest'
import type { Scope } from '../store/grants.ts'
import type { DatabasePlace } from '../store/database.ts'
import type { Tuning } from '../tuning.ts'
import { startConsole, type Browser } from './console.ts'

export const oldPassword = 'Loire-Atlantique-44'
export const newPassword = 'Rhone-et-Saone-69!'

const aYear = 365 * 24 * 60 * 60_000

type ServerSeed = NonNullable<NonNullable<Seed['p2c_gateways']>[number]['server']>

type Options = { tuning?: Partial<Tuning>; server?: ServerSeed; place?: DatabasePlace; hour?: { now: number } }

/** A console with a cloud of its own: one VPN server with the users nantes.01 to nantes.03. */
export const startSelfService = async ({ tuning, server, place, hour }: Options = {}) => {
  const emulator = createEmulator({ estate: 'empty' })
  const listening = await emulator.listen(0)
  onTestFinished(() => listening.close())
  const project = emulator.control.createProject({ estate: 'empty' })
  const { projectId } = project
  const running = await startConsole({
    ...place,
    ...(hour && { now: () => hour.now }),
    // Sessions outlast the days that a test lets pass.
    tuning: { freshMs: 0, selfServiceStepMs: 0, idleMs: aYear, absoluteMs: aYear, ...tuning },
  })
  running.clouds.connect({
    id: 'paris',
    name: 'Paris',
    vendor: 'emulator',
    region: project.region,
    projectId,
    credentials: { ak: project.ak, sk: project.sk },
    endpoint: listening.url,
  })
  const users = ['nantes.01', 'nantes.02', 'nantes.03'].map((name) => ({ name, password: oldPassword }))
  const seeded = emulator.control.seed(projectId, {
    p2c_gateways: [
      {
        name: 'p2c-nantes',
        max_connection_number: 10,
        server: { client_cidr: '10.8.0.0/24', ...(server ?? { users }) },
      },
      { name: 'p2c-lyon', server: { client_cidr: '10.9.0.0/24', users: [{ name: 'lyon.01', password: oldPassword }] } },
    ],
  })
  const [serverId = '', otherServerId = ''] = seeded.vpn_servers
  const admin = await running.signedIn()

  const control = {
    fail: (fault: Fault) => emulator.control.fail(projectId, fault),
    /** Calls since this was asked last. */
    calls: (): Partial<Record<OperationName, number>> => {
      const { counts } = emulator.control.calls(projectId)
      emulator.control.clearCalls(projectId)
      return counts
    },
    connect: (user: string, on = serverId) => emulator.control.connectUser(projectId, on, user).connection_id,
    signIn: (user: string, password: string) => emulator.control.signIn(projectId, serverId, user, password),
  }

  const base = `/api/clouds/paris/console/vpn-servers/${serverId}`

  return {
    ...running,
    control,
    admin,
    base,
    serverId,
    otherServerId,
    emulatorUrl: listening.url,
    guest: (): Browser => running.openBrowser(),
    userId: async (name: string): Promise<string> => {
      const { data } = await admin.get(`/api/clouds/paris/vpn/v5/-/p2c-vpn-gateways/vpn-servers/${serverId}/users`)
      // The cloud's own list.
      const list = data as unknown as { users: { id: string; name: string }[] } | undefined
      return list?.users.find((user) => user.name === name)?.id ?? ''
    },
    portal: async (): Promise<string> => {
      const { data } = await admin.send('PUT', `${base}/self-service`, { body: { isOn: true } })
      return String(data?.['portalId'])
    },
    /** Somebody with an account and one role, signed in. */
    person: async (name: string, role: string, scope: Scope): Promise<Browser> => {
      const password = 'harbour-and-lighthouse'
      const { id } = await running.store.people.create({ name, password, roles: [] })
      await running.store.grants.give({ type: 'person', id }, role, scope, 'admin')
      return running.signedIn(name, password)
    },
    audit: async (operation: string) => (await running.store.audit.list()).filter((row) => row.operation === operation),
  }
}
