import { existsSync } from 'node:fs'
import { run } from './run.mjs'

// The real peers of the end-to-end tests: an IKE daemon, the program that tells it what to do, its ciphers, ESP in
// userspace (which is in the extra plugins), and what makes network namespaces.
const packages = [
  'charon-systemd',
  'strongswan-swanctl',
  'libstrongswan-standard-plugins',
  'libcharon-extra-plugins',
  'iproute2',
]

const pluginFolders = ['/usr/lib/ipsec/plugins', '/usr/lib/strongswan/plugins']
const plugins = ['libstrongswan-openssl.so', 'libstrongswan-kernel-libipsec.so']

const isThere = () =>
  existsSync('/usr/sbin/charon-systemd') &&
  existsSync('/usr/sbin/swanctl') &&
  (existsSync('/usr/sbin/ip') || existsSync('/sbin/ip')) &&
  pluginFolders.some((folder) => plugins.every((plugin) => existsSync(`${folder}/${plugin}`)))

/** A daemon of its own would take the ports and touch the machine's routes: only the tests may start one. */
const keepServiceDown = async () => {
  if (existsSync('/run/systemd/system')) await run('systemctl', ['disable', '--now', 'strongswan'], { quiet: true })
}

/**
 * Installs strongSwan where it is missing and can be had. Where it cannot, the tests that need it say so and are
 * skipped: nothing else depends on it.
 */
export const installStrongswan = async () => {
  if (isThere()) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.log('No strongSwan found, and only root on Debian installs it: the tests with real peers are skipped.')
    return
  }
  console.log(`No strongSwan found: installing Debian's packages (apt-get install ${packages.join(' ')}) ...`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update'], { quiet: true, env })
  const installed =
    update.code === 0
      ? await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { quiet: true, env })
      : update
  if (installed.code === 0) await keepServiceDown()
  if (isThere()) return
  process.stderr.write(installed.output)
  console.log('strongSwan could not be installed: the tests with real peers are skipped.')
}
