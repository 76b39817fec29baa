import ipaddr from 'ipaddr.js'

type Block = [address: ipaddr.IPv4 | ipaddr.IPv6, prefix: number]

const parseBlock = (text: string): Block | undefined => {
  // The library also reads `10.1/8` and octal parts, which the service does not.
  const valid = text.includes(':') ? ipaddr.IPv6.isValidCIDR(text) : ipaddr.IPv4.isValidCIDRFourPartDecimal(text)
  return valid ? ipaddr.parseCIDR(text) : undefined
}

/** IP version of a block, undefined where the text is no block. */
export const blockVersion = (text: string): 'ipv4' | 'ipv6' | undefined => parseBlock(text)?.[0].kind()

/** Whether the text is an IPv4 address in four decimal parts. */
export const isIpv4 = (text: string): boolean => ipaddr.IPv4.isValidFourPartDecimal(text)

const matches = (address: Block[0], block: Block) =>
  // Both are of one kind, which the library's overloads cannot see.
  (address as ipaddr.IPv4).match(block)

/** Whether every address of `inner` (a block) is in `outer`. False where one of them is no block or the versions differ. */
export const blockContains = (outer: string, inner: string): boolean => {
  const [a, b] = [parseBlock(outer), parseBlock(inner)]
  return a !== undefined && b !== undefined && a[0].kind() === b[0].kind() && b[1] >= a[1] && matches(b[0], a)
}

/** Whether an address is in a block. */
export const blockHolds = (block: string, address: string): boolean => {
  const parsed = parseBlock(block)
  if (!parsed || !ipaddr.isValid(address)) return false
  const found = ipaddr.parse(address)
  return found.kind() === parsed[0].kind() && matches(found, parsed)
}

/** Whether two blocks share an address. */
export const blocksOverlap = (a: string, b: string): boolean => blockContains(a, b) || blockContains(b, a)

/** The block with its host bits cleared: `192.168.1.7/24` is `192.168.1.0/24`. */
export const networkOf = (text: string): string | undefined => {
  const parsed = parseBlock(text)
  if (!parsed) return undefined
  const kind = parsed[0].kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6
  return `${kind.networkAddressFromCIDR(text).toString()}/${parsed[1]}`
}

/** Peers may not live here: carrier-grade NAT, used inside the cloud, and a block the service keeps for itself. */
export const reservedPeerBlocks = ['100.64.0.0/10', '214.0.0.0/8'] as const
