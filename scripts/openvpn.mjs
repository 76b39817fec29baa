import { existsSync } from 'node:fs'
import { run } from './run.mjs'

// The real server and the real client of remote access, and what makes network namespaces for them.
const packages = ['openvpn', 'iproute2']

const isThere = () => existsSync('/usr/sbin/openvpn') && (existsSync('/usr/sbin/ip') || existsSync('/sbin/ip'))

/**
 * Installs OpenVPN where it is missing and can be had. Where it cannot, the tests that need it say so and are skipped:
 * nothing else depends on it. Its service starts nothing, as there is no configuration for it to find.
 */
export const installOpenvpn = async () => {
  if (isThere()) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.log('No OpenVPN found, and only root on Debian installs it: the tests with a real client are skipped.')
    return
  }
  console.log(`No OpenVPN found: installing Debian's packages (apt-get install ${packages.join(' ')}) ...`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update'], { quiet: true, env })
  const installed =
    update.code === 0
      ? await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { quiet: true, env })
      : update
  if (isThere()) return
  process.stderr.write(installed.output)
  console.log('OpenVPN could not be installed: the tests with a real client are skipped.')
}
