import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createConsole } from '@vpn-console/bff/app'
import { createEmulator } from '@vpn-console/emulator/app'
import { paths } from '../apps/web/src/paths.ts'
import { admin, expect, signIn, test, webDir } from './fixtures.ts'

/** What is typed into the pages, each once, so that it can be told which one was found. */
const secrets = {
  created: 'Quay-of-Nantes-17',
  reset: 'Lock-of-Angers-28',
  imported: 'Weir-at-Tours-39',
  refused: 'Ford-near-Blois-40',
  key: 'Bridge-at-Orleans-51',
}

/** An emulator and a console that log all they can and keep their data in files. */
const startHouse = async (dataDir: string) => {
  const emulator = createEmulator({ estate: 'empty' })
  const listening = await emulator.listen(0)
  const project = emulator.control.createProject({ estate: 'empty', speed: 20 })
  const lines: string[] = []
  const console = await createConsole({
    dataDir,
    adminPassword: admin.password,
    logLevel: 'debug',
    logStream: { write: (line) => lines.push(line) },
    webDir,
  })
  const { url } = await console.listen(0)
  console.clouds.connect({
    id: 'vault',
    name: 'Vault',
    vendor: 'emulator',
    region: project.region,
    projectId: project.projectId,
    credentials: { ak: project.ak, sk: project.sk },
    endpoint: listening.url,
  })
  const seeded = emulator.control.seed(project.projectId, {
    gateways: [{ name: 'gw-tours' }],
    customer_gateways: [{ name: 'cgw-blois' }],
    connections: [{ name: 'tours-blois', gateway: 'gw-tours', customer_gateway: 'cgw-blois' }],
    p2c_gateways: [{ name: 'p2c-tours', max_connection_number: 20, server: { client_cidr: '10.8.0.0/24' } }],
  })
  const close = async () => {
    await console.close()
    await listening.close()
  }
  return { url, console, lines, project, seeded, fail: emulator.control.fail, close }
}

const leavesOf = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify({
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      cookies: document.cookie,
      address: location.href,
      state: history.state as unknown,
    }),
  )

test('no password and no key is left in a log, the database, an address or the browser', async ({ browser }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vpn-console-secrets-'))
  const house = await startHouse(dataDir)
  const { url, seeded, fail, project } = house
  const context = await browser.newContext({ baseURL: url })
  await context.addCookies(await signIn(url))
  const page = await context.newPage()
  const addresses: string[] = []
  const said: string[] = []
  const answers: Promise<string>[] = []
  page.on('request', (request) => addresses.push(request.url()))
  page.on('console', (message) => said.push(message.text()))
  page.on('response', (response) => {
    if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''))
  })
  const left: string[] = []
  const at = { cloudId: 'vault', serverId: seeded.vpn_servers[0] ?? '' }
  try {
    const typePassword = async (label: string, password: string) => {
      await page.getByLabel(label, { exact: true }).fill(password)
      await page.getByLabel('The same password again').fill(password)
    }

    await test.step('a user is refused, then created', async () => {
      await page.goto(paths.vpnUserNew(at))
      await page.getByRole('textbox', { name: 'User name' }).fill('tours.01')
      await typePassword('Password', secrets.refused)
      fail(project.projectId, {
        operation: 'createVpnUser',
        status: 400,
        error_code: 'VPN.0001',
        // A cloud that repeats what it was sent.
        error_msg: `The password ${secrets.refused} cannot be used.`,
      })
      await page.getByRole('button', { name: 'Create tours.01' }).click()
      await expect(page.getByText('tours.01 was not created').first()).toBeVisible()
      left.push(await leavesOf(page))
      await typePassword('Password', secrets.created)
      await page.getByRole('button', { name: 'Create tours.01' }).click()
      await expect(page.getByRole('heading', { name: 'tours.01 was created', level: 1 })).toBeVisible()
      left.push(await leavesOf(page))
    })

    await test.step('the password is reset', async () => {
      await page.goto(`${paths.vpnServer(at)}?tab=users`)
      await page.getByRole('button', { name: 'Actions for tours.01' }).click()
      await page.getByRole('menuitem', { name: 'Reset password' }).click()
      await typePassword('New password', secrets.reset)
      await page.getByRole('dialog').getByRole('button', { name: 'Reset the password of tours.01' }).click()
      await expect(page.getByRole('dialog', { name: 'The password of tours.01 was reset' })).toBeVisible()
      left.push(await leavesOf(page))
    })

    await test.step('a sheet is imported', async () => {
      await page.goto(paths.vpnUserImport(at))
      const buffer = Buffer.from(`Name,Password\ntours.02,${secrets.imported}\n`)
      await page.locator('input[type=file]').setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Check the rows' }).click()
      await page.getByRole('button', { name: 'Import 1 user' }).click()
      await expect(page.getByText('1 user created').first()).toBeVisible()
      left.push(await leavesOf(page))
    })

    await test.step('the key of a connection is changed', async () => {
      const connectionId = seeded.connections[0] ?? ''
      await page.goto(paths.vpnConnectionEdit({ cloudId: 'vault', connectionId }))
      await page.getByLabel(/^New pre-shared key/).fill(secrets.key)
      left.push(await leavesOf(page))
      await page.getByRole('button', { name: 'Save tours-blois' }).click()
      await expect(page.getByRole('heading', { name: 'tours-blois', level: 1 })).toBeVisible()
      left.push(await leavesOf(page))
    })

    const rows = await house.console.store.audit.list(1_000)
    expect(rows.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['createVpnUser', 'resetVpnUserPassword', 'batchCreateVpnUsers', 'updateVpnConnection']),
    )
    expect(house.lines.length).toBeGreaterThan(10)
    const files = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name)).toString('latin1'))
    // The files were read where the rows are.
    expect(files.join('')).toContain('createVpnUser')
    const places = {
      log: house.lines,
      audit: [JSON.stringify(rows)],
      files,
      addresses,
      console: said,
      answers: await Promise.all(answers),
      browser: left,
    }
    const found = Object.entries(places).flatMap(([place, texts]) =>
      Object.entries({ ...secrets, sign_in: admin.password }).flatMap(([name, secret]) =>
        texts.some((text) => text.includes(secret)) ? [`${name} in ${place}`] : [],
      ),
    )
    expect(found).toEqual([])
  } finally {
    await context.close()
    await house.close()
    rmSync(dataDir, { recursive: true })
  }
})
