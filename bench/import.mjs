import { createRequire } from 'node:module'
import { findOrInstallChromium } from '../scripts/browser.mjs'
import { startConsole, startEmulator } from './processes.mjs'

// A dependency of the end-to-end tests, and only of them.
const require = createRequire(new URL('../e2e/package.json', import.meta.url))
// Not as a literal: outside of the end-to-end tests nobody knows its types.
const playwright = '@playwright/test'
const sheetRows = 2_000
const users = 500

/** Runs in the page from its beginning: the longest task between two calls of `takeLongest`. */
const noteTasks = () => {
  let longest = 0
  const watch = new PerformanceObserver((list) => note(list.getEntries()))
  const note = (entries) => {
    for (const { duration } of entries) longest = Math.max(longest, duration)
  }
  watch.observe({ entryTypes: ['longtask'] })
  const takeLongest = () => {
    note(watch.takeRecords())
    const taken = longest
    longest = 0
    return taken
  }
  Object.assign(globalThis, { takeLongest })
}

const takeLongest = (page) => page.evaluate(() => globalThis.takeLongest())

/** A server for 500 users with one there already; nothing of the demo estate is touched. */
const seedServer = async (emulator) => {
  const server = { client_cidr: '172.16.0.0/20', local_subnets: ['192.168.0.0/24'], client_auth_type: 'LOCAL_PASSWORD' }
  const body = { p2c_gateways: [{ name: 'p2c-bench', max_connection_number: users, server }] }
  const response = await fetch(`${emulator.url}/control/projects/${emulator.projectId}/seed`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`Seeding failed with ${response.status}.`)
  /** @type {any} */
  const { vpn_servers } = await response.json()
  return vpn_servers[0]
}

const password = 'Tr4m-line-12'
/** Every kind of row: right ones, wrong names, wrong and missing passwords, groups that are not there, doubles. */
const line = (index) => {
  if (index < users) return `lyon.${index},${password},,`
  const kinds = [
    `nice.${index},${password},guests,`,
    `x,${password},,`,
    `nice.${index},short,,`,
    `lyon.${index % users},${password},,`,
  ]
  return kinds[index % kinds.length] ?? ''
}
const sheet = () =>
  Buffer.from(
    `Name,Password,Group,Static IP\n${Array.from({ length: sheetRows }, (_, index) => `${line(index)}\n`).join('')}`,
  )

const openPage = async (browser, house, serverId) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const [name, value] = house.cookie.split(/=(.*)/)
  await context.addCookies([{ name, value, url: house.url }])
  const page = await context.newPage()
  await page.addInitScript(noteTasks)
  await page.goto(`${house.url}/clouds/${house.cloudId}/vpn-servers/${serverId}/users/import`)
  await page.getByRole('heading', { level: 1, name: 'Import users' }).waitFor()
  return page
}

/** Time from a click until a text is on the page, and the longest task of the page until then. */
const timed = async (page, act, text) => {
  await takeLongest(page)
  const start = performance.now()
  await act()
  await page.getByText(text).first().waitFor({ timeout: 120_000 })
  const ms = performance.now() - start
  return { ms, longestMs: await takeLongest(page) }
}

/** A sheet of 2,000 rows read and checked, and the 500 of it that fit created. */
export const importCost = async () => {
  const { chromium } = require(playwright)
  const executablePath = await findOrInstallChromium()
  const emulator = await startEmulator('demo')
  const house = await startConsole(emulator)
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    const serverId = await seedServer(emulator)
    const page = await openPage(browser, house, serverId)
    const file = { name: 'users.csv', mimeType: 'text/csv', buffer: sheet() }
    const read = await timed(
      page,
      () => page.locator('input[type=file]').setInputFiles(file),
      'The first row holds headings',
    )
    const check = await timed(
      page,
      () => page.getByRole('button', { name: 'Check the rows' }).click(),
      `${users} rows can be imported`,
    )
    const rssBefore = house.rss()
    const send = await timed(
      page,
      () => page.getByRole('button', { name: `Import ${users} users` }).click(),
      `${users} users created`,
    )
    const rssAfter = house.rss()
    await page.context().close()
    return { rows: sheetRows, users, read, check, send, rssBefore, rssAfter }
  } finally {
    await browser.close()
    await house.close()
    await emulator.close()
  }
}
