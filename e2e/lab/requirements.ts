import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const charon = '/usr/sbin/charon-systemd'
const pluginFolders = ['/usr/lib/ipsec/plugins', '/usr/lib/strongswan/plugins']

const plugins = [
  ['openssl', 'libstrongswan-standard-plugins'],
  ['kernel-libipsec', 'libcharon-extra-plugins'],
] as const

const works = (command: string, args: readonly string[]) => {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const canMakeNamespaces = () => {
  const name = `vpnlab-${process.pid}-try`
  if (!works('ip', ['netns', 'add', name])) return false
  works('ip', ['netns', 'del', name])
  return true
}

/** Where AppArmor holds the daemon to the files of its package, it cannot read those of a test. */
const isConfined = () => {
  try {
    return /charon-systemd \(enforce\)/.test(readFileSync('/sys/kernel/security/apparmor/profiles', 'utf8'))
  } catch {
    return false
  }
}

const find = (): string | undefined => {
  if (process.getuid?.() !== 0) return 'real peers need root for network namespaces'
  if (!existsSync('/usr/sbin/ip') && !existsSync('/sbin/ip')) return 'the program ip (package iproute2) is missing'
  if (!existsSync(charon)) return 'strongSwan (package charon-systemd) is missing'
  if (!existsSync('/usr/sbin/swanctl')) return 'swanctl (package strongswan-swanctl) is missing'
  for (const [plugin, from] of plugins) {
    if (!pluginFolders.some((folder) => existsSync(`${folder}/libstrongswan-${plugin}.so`))) {
      return `the plugin ${plugin} of strongSwan (package ${from}) is missing`
    }
  }
  if (!existsSync('/dev/net/tun')) return 'there is no /dev/net/tun for the userspace ESP of strongSwan'
  if (isConfined()) return 'AppArmor confines charon-systemd to its own files here'
  return canMakeNamespaces() ? undefined : 'network namespaces cannot be made here'
}

let known: { reason: string | undefined } | undefined

/** What is missing for real peers on this machine, in a few words; undefined where nothing is. */
export const whyNoLab = (): string | undefined => (known ??= { reason: find() }).reason
