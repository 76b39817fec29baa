import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Refusal } from './refusal.mjs'
import { inProject } from './root.mjs'
import { run } from './run.mjs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const playwright = inProject('e2e/node_modules/.bin/playwright')

const playwrightsOwn = () => {
  // A dependency of the end-to-end tests, and only of them.
  const library = '@playwright/test'
  const require = createRequire(inProject('e2e/package.json'))
  return require(library).chromium.executablePath()
}

/** Some systems ship a script of that name which only says how to get the browser. */
const works = async (path) =>
  existsSync(path) && (await run(path, ['--version', '--no-sandbox'], { quiet: true })).code === 0

const find = async () => {
  const given = process.env['CONSOLE_CHROMIUM']
  if (given) {
    if (await works(given)) return given
    throw new Refusal(`CONSOLE_CHROMIUM is ${given}, which does not start as a browser.`)
  }
  for (const path of [...usualPlaces, playwrightsOwn()]) if (await works(path)) return path
  return undefined
}

const installFromDebian = async () => {
  console.log("No Chromium found: installing Debian's package (apt-get install chromium) ...")
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update'], { quiet: true, env })
  if (update.code !== 0) return update
  const packages = ['chromium', 'fonts-liberation']
  return run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { quiet: true, env })
}

const installFromPlaywright = () => {
  console.log("No Chromium found: installing Playwright's own (playwright install chromium) ...")
  return run(playwright, ['install', 'chromium'], { quiet: true })
}

/** Path of a Chromium that starts; installs one where there is none. */
export const findOrInstallChromium = async () => {
  const found = await find()
  if (found) return found
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  let output = ''
  for (const install of isDebianRoot ? [installFromDebian, installFromPlaywright] : [installFromPlaywright]) {
    output += (await install()).output
    const installed = await find()
    if (installed) return installed
  }
  process.stderr.write(output)
  throw new Refusal(
    'No Chromium could be installed: install the package chromium by hand, or point CONSOLE_CHROMIUM at a browser.',
  )
}
