import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

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

const find = (): string | undefined => {
  if (process.getuid?.() !== 0) return 'a real OpenVPN client needs root for its tunnel device'
  if (!existsSync('/usr/sbin/ip') && !existsSync('/sbin/ip')) return 'the program ip (package iproute2) is missing'
  if (!existsSync('/usr/sbin/openvpn')) return 'OpenVPN (package openvpn) is missing'
  if (!existsSync('/dev/net/tun')) return 'there is no /dev/net/tun for the tunnels of OpenVPN'
  return canMakeNamespaces() ? undefined : 'network namespaces cannot be made here'
}

let known: { reason: string | undefined } | undefined

/** What is missing for a real OpenVPN on this machine, in a few words; undefined where nothing is. */
export const whyNoOpenvpn = (): string | undefined => (known ??= { reason: find() }).reason
