import { join } from 'node:path'
import { findOrInstallChromium } from './browser.mjs'
import { buildWeb, compile } from './build.mjs'
import { checkBudget, scriptsWithSigner } from './byte-budget.mjs'
import { countPlaywright, countReport, noCounts } from './counts.mjs'
import { installNginx } from './nginx.mjs'
import { installOpenvpn } from './openvpn.mjs'
import { installPostgresql } from './postgresql.mjs'
import { inProject } from './root.mjs'
import { run } from './run.mjs'
import { installStrongswan } from './strongswan.mjs'

const tool = (name) => inProject(`node_modules/.bin/${name}`)

/** A stage that is one check: it passes or fails as a whole. */
const check = async (work) => {
  const { code, output } = await work()
  if (code !== 0) process.stdout.write(output)
  return { ...noCounts(), [code === 0 ? 'passed' : 'failed']: 1 }
}

const webWithoutSigner = async () => {
  const built = await buildWeb()
  if (built.code !== 0) return built
  const scripts = scriptsWithSigner()
  return scripts.length === 0
    ? built
    : { code: 1, output: `The request signer is in what browsers load: ${scripts.join(', ')}\n` }
}

const budget = () => {
  const { ok, lines } = checkBudget()
  console.log(lines.join('\n'))
  return { code: ok ? 0 : 1, output: '' }
}

const unit = async (reports) => {
  await installPostgresql()
  await installNginx()
  const file = join(reports, 'unit.json')
  const reporters = ['--reporter=default', `--reporter=${inProject('scripts/unit-reporter.mjs')}`]
  const { code } = await run(tool('vitest'), ['run', ...reporters], { env: { UNIT_REPORT: file } })
  return countReport(file, code, (report) => report)
}

const e2e = async (reports) => {
  const browser = await findOrInstallChromium()
  console.log(`Browser: ${browser}`)
  await installStrongswan()
  await installOpenvpn()
  await installPostgresql()
  await installNginx()
  const file = join(reports, 'e2e.json')
  const { code } = await run(
    inProject('e2e/node_modules/.bin/playwright'),
    ['test', '--config', inProject('e2e/playwright.config.ts')],
    { env: { E2E_REPORT: file, CONSOLE_CHROMIUM: browser } },
  )
  return countReport(file, code, countPlaywright)
}

/**
 * In the order they run; each is given the folder for its report and returns its counts.
 * @type {{ name: string, needs: string[], work: (reports: string) => Promise<import('./counts.mjs').Counts> }[]}
 */
export const stages = [
  { name: 'types', needs: [], work: () => check(() => compile()) },
  {
    name: 'lint',
    needs: [],
    work: () => check(() => run(tool('oxlint'), ['--type-aware', '--deny-warnings'], { quiet: true })),
  },
  { name: 'format', needs: [], work: () => check(() => run(tool('oxfmt'), ['--check', '.'], { quiet: true })) },
  { name: 'unit', needs: [], work: unit },
  { name: 'build', needs: [], work: () => check(webWithoutSigner) },
  { name: 'budget', needs: ['build'], work: () => check(budget) },
  { name: 'e2e', needs: ['build'], work: e2e },
]
