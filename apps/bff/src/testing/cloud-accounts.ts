import type { CloudAccountCreate } from '@vpn-console/api-client'
import type { ConsoleConfig } from '../app.ts'
import { startConsole } from './console.ts'

/** What the tests need of a project at the emulator. */
export type EmulatedProject = { projectId: string; region: string; ak: string; sk: string }

/** What somebody types into the wizard, for a project at the emulator. */
export const accountAt = (url: string, project: EmulatedProject, more: Partial<CloudAccountCreate> = {}) =>
  ({
    name: 'Paris',
    vendor: 'huawei',
    region: project.region,
    endpoint: url,
    features: ['s2c-read', 'p2c-read', 'pickers', 'metrics', 'certificates', 'enterprise-projects'],
    credentials: { kind: 'access-key', ak: project.ak, sk: project.sk },
    ...more,
  }) satisfies CloudAccountCreate

/** A console that may speak to the emulator, with its administrator signed in. */
export const startAdministration = async (config: Partial<ConsoleConfig> = {}) => {
  const running = await startConsole({ allowPrivateEndpoints: true, tuning: { freshMs: 0 }, ...config })
  const browser = await running.signedIn()
  return { ...running, browser, accounts: '/api/cloud-accounts' }
}
