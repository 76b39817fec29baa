import type { PeerSide } from '../peer-side.ts'

/** Lines with what does not apply left out, as a text that ends with a line break. */
export const toText = (lines: readonly (string | false | undefined)[]): string =>
  `${lines.filter((line) => typeof line === 'string').join('\n')}\n`

export const addressOf = (block: string): string => block.split('/')[0] ?? block

const prefixOf = (block: string): number => Number(block.split('/')[1] ?? 32)

/** `255.255.255.0` of `10.0.0.0/24`. */
export const maskOf = (block: string): string => {
  const prefix = prefixOf(block)
  const bits = prefix === 0 ? 0 : (0xffff_ffff << (32 - prefix)) >>> 0
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.')
}

/** `0.0.0.255` of `10.0.0.0/24`. */
export const wildcardOf = (block: string): string =>
  maskOf(block)
    .split('.')
    .map((part) => 255 - Number(part))
    .join('.')

const isIpv6 = (block: string) => block.includes(':')

/** The IPv4 part, for devices whose text is written for it alone. */
export const onlyIpv4 = (blocks: readonly string[]): string[] => blocks.filter((block) => !isIpv6(block))

/** `10.0.0.0 255.255.255.0`; a placeholder stays one word. */
export const withMask = (block: string): string =>
  block.includes('/') ? `${addressOf(block)} ${maskOf(block)}` : block

/** `10.0.0.0 0.0.0.255`; a placeholder stays one word. */
export const withWildcard = (block: string): string =>
  block.includes('/') ? `${addressOf(block)} ${wildcardOf(block)}` : block

export const isIpv4Pair = ({ local, remote }: PeerSide['pairs'][number]): boolean => !isIpv6(local) && !isIpv6(remote)

/** Names of the tunnels as a device takes them: letters, digits and hyphens, not too long, and different. */
export const namesOf = ({ tunnels }: Pick<PeerSide, 'tunnels'>, longest = 32): string[] => {
  const names = tunnels.map(({ name, number }) => {
    const plain = name.replaceAll(/[^A-Za-z0-9-]/g, '-')
    return plain.length <= longest ? plain : `${plain.slice(0, longest - 2)}-${number}`
  })
  if (new Set(names).size === names.length) return names
  return names.map((name, index) => `${name.slice(0, longest - 2)}-${index + 1}`)
}

/** Text in double quotes, with a backslash before what would end them and whatever else the device reads as its own. */
export const quoted = (text: string, special = /["\\]/g): string =>
  `"${text.replaceAll(special, (char) => `\\${char}`)}"`

/** What stands at the head of each text. */
export const headOf = (peer: PeerSide, comment: string): string[] => {
  const both = peer.tunnels.map(({ name }) => name).join(' and ')
  const mode = peer.isTemplate ? 'policy template' : { static: 'static route', bgp: 'BGP', policy: 'policy' }[peer.mode]
  return [
    `${comment} ${peer.deviceName}: its side of ${both} on ${peer.gatewayName}, ${mode} mode.`,
    `${comment} Words in angle brackets stand for what only you know: replace each of them.`,
  ]
}
