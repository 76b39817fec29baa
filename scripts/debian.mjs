import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { run } from './run.mjs'

// What Debian's packages ask before they start a service: only the tests may start one of these, where they want it.
const policy = '/usr/sbin/policy-rc.d'
const startNothing = '#!/bin/sh\n# Of the tests of the VPN Console, while they install packages.\nexit 101\n'

const isOurPolicy = () => existsSync(policy) && readFileSync(policy, 'utf8') === startNothing

/** @param {string[]} packages */
const aptInstall = async (packages) => {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update'], { quiet: true, env })
  if (update.code !== 0) return update
  if (!existsSync(policy)) writeFileSync(policy, startNothing, { mode: 0o755 })
  try {
    return await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { quiet: true, env })
  } finally {
    if (isOurPolicy()) rmSync(policy)
  }
}

/**
 * @typedef {{
 *   name: string,
 *   packages: string[],
 *   isThere: () => boolean,
 *   tests: string,
 *   services?: string[],
 *   around?: <T>(install: () => Promise<T>) => Promise<T>,
 * }} Program
 */

/**
 * Installs a program of Debian that tests need, where it is missing and can be had, and keeps its services down. Where
 * it cannot be had, the tests that need it say so and are skipped: nothing else depends on it.
 * @param {Program} program
 */
export const installFromDebian = async ({
  name,
  packages,
  isThere,
  tests,
  services = [],
  around = (work) => work(),
}) => {
  if (isThere()) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.log(`No ${name} found, and only root on Debian installs it: ${tests} are skipped.`)
    return
  }
  console.log(`No ${name} found: installing Debian's packages (apt-get install ${packages.join(' ')}) ...`)
  const installed = await around(() => aptInstall(packages))
  if (installed.code === 0 && services.length > 0 && existsSync('/run/systemd/system')) {
    await run('systemctl', ['disable', '--now', ...services], { quiet: true })
  }
  if (isThere()) return
  process.stderr.write(installed.output)
  console.log(`${name} could not be installed: ${tests} are skipped.`)
}
