import { fileURLToPath } from 'node:url'
import { test as base, type BrowserContext, type Page } from '@playwright/test'
import type { OperationName } from '@vpn-console/api-client'
import { createConsole, type Console, type Scope } from '@vpn-console/bff/app'
import { createEmulator, type Emulator, type Fault, type ProjectAccess, type Seed } from '@vpn-console/emulator/app'

export const admin = { userName: 'admin', password: 'correct-horse-battery' }
// Another build than the one in its place, for trying a change beside it.
export const webDir = process.env['E2E_WEB_DIR'] ?? fileURLToPath(new URL('../apps/web/dist', import.meta.url))

type Cookie = { name: string; value: string; url: string }

/** One emulator and one console for all tests of a worker; each test has a cloud of its own in them. */
type House = { emulator: Emulator; emulatorUrl: string; console: Console; url: string }

/** A cloud account whose project nothing else touches. */
export type TestCloud = ProjectAccess & {
  id: string
  control: Emulator['control']
  seed: (seed: Seed) => ReturnType<Emulator['control']['seed']>
  fail: (fault: Fault) => void
  advance: (by: string) => void
  /** How often the cloud saw an operation. */
  callsOf: (operation: OperationName) => number
}

/** Signs in as a browser does and gives the cookies of it. */
export const signIn = async (url: string, who: { userName: string; password: string } = admin): Promise<Cookie[]> => {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(who),
  })
  return response.headers.getSetCookie().map((line) => {
    const pair = line.split(';')[0] ?? ''
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
}

let cloudCount = 0

const password = 'a-long-enough-password'
let personCount = 0

/** Somebody of the console beside its administrator, and his browser. */
export type Somebody = { id: string; userName: string; password: string; page: Page }
type Granted = { role: string; scope: Scope }
type MakePerson = (...grants: Granted[]) => Promise<Somebody>

type Fixtures = {
  /** Makes a person with these grants, signed in, in a browser context of his own. */
  somebody: MakePerson
  signedOut: boolean
  speed: number
  estate: 'empty' | 'demo'
  cloud: TestCloud
}

export const test = base.extend<Fixtures, { house: House }>({
  house: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names in it, also where there are none
    async ({}, use) => {
      const emulator = createEmulator({ estate: 'empty' })
      const listening = await emulator.listen(0)
      const console = await createConsole({
        dataDir: null,
        adminPassword: admin.password,
        // The emulator listens here.
        allowPrivateEndpoints: true,
        logLevel: 'silent',
        webDir,
        tuning: { busyWaitMs: 5_000, attemptTimeoutMs: 4_000, deadlineMs: 10_000, freshMs: 100 },
      })
      const { url } = await console.listen(0)
      await use({ emulator, emulatorUrl: listening.url, console, url })
      await console.close()
      await listening.close()
    },
    { scope: 'worker' },
  ],
  signedOut: [false, { option: true }],
  // Ten times the cloud's pace: a gateway that takes a minute there is ready after some seconds.
  speed: [10, { option: true }],
  estate: ['empty', { option: true }],
  somebody: async ({ browser, house, contextOptions }, use) => {
    const { people, grants } = house.console.store
    const contexts: BrowserContext[] = []
    await use(async (...given) => {
      const userName = `person-${++personCount}`
      const { id } = await people.create({ name: userName, password, roles: [] })
      for (const { role, scope } of given) await grants.give({ type: 'person', id }, role, scope, 'test')
      const context = await browser.newContext({ ...contextOptions, baseURL: house.url })
      contexts.push(context)
      await context.addCookies(await signIn(house.url, { userName, password }))
      return { id, userName, password, page: await context.newPage() }
    })
    for (const context of contexts) await context.close()
  },
  baseURL: async ({ house }, use) => {
    await use(house.url)
  },
  context: async ({ context, house, signedOut }, use) => {
    // Each test has a sign-in of its own, so that one test's sign-out is not another's.
    if (!signedOut) await context.addCookies(await signIn(house.url))
    await use(context)
  },
  cloud: async ({ house, speed, estate }, use) => {
    const { control } = house.emulator
    const project = control.createProject({ estate, speed })
    const id = `cloud-${++cloudCount}`
    house.console.clouds.connect({
      id,
      name: 'Test cloud',
      vendor: 'emulator',
      region: project.region,
      projectId: project.projectId,
      credentials: { ak: project.ak, sk: project.sk },
      endpoint: house.emulatorUrl,
    })
    await use({
      ...project,
      id,
      control,
      seed: (seed) => control.seed(project.projectId, seed),
      fail: (fault) => control.fail(project.projectId, fault),
      advance: (by) => control.advance(project.projectId, by),
      callsOf: (operation) => control.calls(project.projectId).counts[operation] ?? 0,
    })
    house.console.clouds.remove(id)
    control.deleteProject(project.projectId)
  },
})

export { expect } from '@playwright/test'
export type { Page }
