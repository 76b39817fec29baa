import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { findOrInstallChromium } from '../scripts/browser.mjs'
import { startConsole, startEmulator } from './processes.mjs'
import { percentile, summary } from './statistics.mjs'

// A dependency of the end-to-end tests, and only of them.
const require = createRequire(new URL('../e2e/package.json', import.meta.url))
// Not as a literal: outside of the end-to-end tests nobody knows its types.
const playwright = '@playwright/test'
const navigations = 5
const words = ['vpn-12', 'region-07', 'site-33', 'authentication', '203.0.113.4']
/** Longer than the console shares an answer, so that each navigation reads the list from the cloud. */
const notFreshMs = 5000

/** Runs in the page: notes the moment after the frame with the first row, counted from the start of the navigation. */
const noteFirstRow = () => {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('tbody a[href*="/vpn-connections/"]')) return
    watch.disconnect()
    requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { rowsMs: performance.now() })))
  })
  watch.observe(document, { childList: true, subtree: true })
}

/** Runs in the page: notes the time from each key until the rows that it leaves are painted; the table says what it found. */
const noteKeys = () => {
  const keys = []
  Object.assign(globalThis, { keys })
  document.addEventListener(
    'input',
    ({ target, timeStamp }) => {
      if (!(target instanceof HTMLInputElement)) return
      const typed = target.value
      const look = () => {
        if (target.value !== typed) return
        const words = [...document.querySelectorAll('main output')].map(({ textContent }) => textContent)
        if (!words.some((text) => text.includes(`match “${typed}”`) || text.includes(`matches “${typed}”`))) {
          requestAnimationFrame(look)
          return
        }
        // Painted with the frame that is being made; the task after it comes when that is done.
        setTimeout(() => keys.push({ typed, ms: performance.now() - timeStamp }))
      }
      requestAnimationFrame(look)
    },
    { capture: true },
  )
}

const openPage = async (browser, house) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const [name, value] = house.cookie.split(/=(.*)/)
  await context.addCookies([{ name, value, url: house.url }])
  const page = await context.newPage()
  await page.addInitScript(noteFirstRow)
  return page
}

const listOf = (house) => `${house.url}/clouds/${house.cloudId}/vpn-connections`

/** Time from a navigation, without a cache in browser or console, until the rows are painted. */
const navigate = async (browser, house) => {
  await sleep(notFreshMs)
  const page = await openPage(browser, house)
  await page.goto(listOf(house), { waitUntil: 'commit' })
  const noted = await page.waitForFunction(() => globalThis.rowsMs, null, { polling: 100 })
  const ms = await noted.jsonValue()
  await page.context().close()
  return ms
}

const typeWords = async (browser, house) => {
  const page = await openPage(browser, house)
  await page.goto(listOf(house))
  const field = page.getByRole('searchbox', { name: 'Find connections' })
  await field.waitFor()
  await page.evaluate(noteKeys)
  for (const word of words) {
    await field.fill('')
    await sleep(500)
    // As fast as people type.
    await field.pressSequentially(word, { delay: 160 })
    await sleep(800)
  }
  /** @type {{ typed: string, ms: number }[]} */
  const keys = await page.evaluate(() => globalThis.keys)
  await page.context().close()
  return keys.filter(({ typed }) => typed !== '').map(({ ms }) => ms)
}

/** What a person has in hand while the list is polled: a chosen row, a focused button, a place on the page. */
const pollStability = async (browser, house) => {
  const page = await openPage(browser, house)
  await page.goto(listOf(house))
  const boxes = page.getByRole('checkbox', { name: /^Choose vpn-/ })
  await boxes.nth(30).check()
  await page
    .getByRole('button', { name: /^Actions for / })
    .nth(40)
    .focus()
  await page.mouse.wheel(0, 600)
  await sleep(300)
  const look = () =>
    page.evaluate(() => ({
      scroll: Math.round(document.scrollingElement?.scrollTop ?? 0),
      focus: document.activeElement?.getAttribute('aria-label'),
      tops: [...document.querySelectorAll('tbody tr')].map((row) => Math.round(row.getBoundingClientRect().top)),
      chosen: document.querySelectorAll('tbody input:checked').length,
    }))
  const before = await look()
  await page.evaluate(() => {
    Object.assign(globalThis, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += /** @type {any} */ (entry).value
    }).observe({ type: 'layout-shift' })
  })
  const polled = page.waitForResponse((response) => response.url().includes('/vpn-connection?'), { timeout: 90_000 })
  await polled
  await sleep(1000)
  const after = await look()
  const shift = await page.evaluate(() => globalThis.shift)
  await page.context().close()
  return { isSame: JSON.stringify(before) === JSON.stringify(after), shift }
}

const countConnections = async (house) => {
  const url = `${house.url}/api/clouds/${house.cloudId}/vpn/v5/-/vpn-connection?limit=2000`
  /** @type {any} */
  const { vpn_connections } = await (await fetch(url, { headers: { cookie: house.cookie } })).json()
  return vpn_connections.length
}

/** The list of 2,000 connections: time until it is there, time of each key of its filter, and how still it stays. */
export const largeListCost = async () => {
  const { chromium } = require(playwright)
  const executablePath = await findOrInstallChromium()
  const emulator = await startEmulator('large')
  const house = await startConsole(emulator)
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args })
  try {
    await navigate(browser, house)
    const usable = []
    for (let round = 0; round < navigations; round++) usable.push(await navigate(browser, house))
    const keys = await typeWords(browser, house)
    return {
      connections: await countConnections(house),
      usable: summary(usable),
      keys: { count: keys.length, ...summary(keys), p95: percentile(keys, 0.95) },
      poll: await pollStability(browser, house),
    }
  } finally {
    await browser.close()
    await house.close()
    await emulator.close()
  }
}
