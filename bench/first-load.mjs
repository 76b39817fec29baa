import { createRequire } from 'node:module'
import { findOrInstallChromium } from '../scripts/browser.mjs'
import { budget, firstLoad } from '../scripts/byte-budget.mjs'
import { startConsole, startEmulator } from './processes.mjs'
import { summary } from './statistics.mjs'

// A dependency of the end-to-end tests, and only of them.
const playwright = '@playwright/test'
const require = createRequire(new URL('../e2e/package.json', import.meta.url))
const rounds = 5
const slowdown = 4

/** Runs in the page: notes the moment after the frame with the first row, counted from the start of the navigation. */
const noteFirstRow = () => {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('tbody a[href*="/vpn-gateways/"]')) return
    watch.disconnect()
    requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { rowsMs: performance.now() })))
  })
  watch.observe(document, { childList: true, subtree: true })
}

/** One navigation in a browser without a cache: time until the rows are there, and what was transferred for it. */
const visit = async (browser, house) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const [name, value] = house.cookie.split(/=(.*)/)
    await context.addCookies([{ name, value, url: house.url }])
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await devtools.send('Network.enable')
    let requests = 0
    let bytes = 0
    devtools.on('Network.requestWillBeSent', () => requests++)
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))

    await page.addInitScript(noteFirstRow)
    await page.goto(`${house.url}/clouds/${house.cloudId}/vpn-gateways`, { waitUntil: 'commit' })
    // Asked rarely: the page shall not spend its time on answering.
    const noted = await page.waitForFunction(() => globalThis.rowsMs, null, { polling: 250 })
    return { rowsMs: await noted.jsonValue(), requests, bytes }
  } finally {
    await context.close()
  }
}

/** First load of the gateway list: the budget, and the rows of the demo estate in a slowed browser. */
export const firstLoadCost = async () => {
  const { chromium } = require(playwright)
  const executablePath = await findOrInstallChromium()
  const emulator = await startEmulator()
  const house = await startConsole(emulator)
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    // The first visit warms the servers up; the browser keeps nothing of it.
    await visit(browser, house)
    const visits = []
    for (let round = 0; round < rounds; round++) visits.push(await visit(browser, house))
    return {
      budget,
      built: firstLoad(),
      slowdown,
      rowsMs: summary(visits.map(({ rowsMs }) => rowsMs)),
      requests: Math.max(...visits.map(({ requests }) => requests)),
      bytes: Math.max(...visits.map(({ bytes }) => bytes)),
    }
  } finally {
    await browser.close()
    await house.close()
    await emulator.close()
  }
}
