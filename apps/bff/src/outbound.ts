import { lookup as lookUp } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const refused = new BlockList()
const ranges = {
  ipv4: [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
  // Within the public part: tunnels that carry an IPv4 address, and examples.
  ipv6: [
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ],
} as const
for (const [network, bits] of ranges.ipv4) refused.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of ranges.ipv6) refused.addSubnet(network, bits, 'ipv6')
// All else of IPv6 is local, reserved, or an IPv4 address in another dress: no public service is known by those.
const public6 = new BlockList()
public6.addSubnet('2000::', 3, 'ipv6')

/** Whether an address leads into the console's own machine or network, where only the console itself can go. */
export const isPrivateAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return refused.check(address, 'ipv4')
  // A zone such as %eth0 belongs to link-local addresses alone.
  if (version !== 6 || address.includes('%')) return true
  return !public6.check(address, 'ipv6') || refused.check(address, 'ipv6')
}

type Rule = { allowPrivate: boolean }

const bareHost = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')

/**
 * Why the console must not call an address that somebody typed, or undefined. A name may still lead to a private
 * address: that is seen when it is looked up.
 */
export const outboundProblem = (address: string, { allowPrivate }: Rule): string | undefined => {
  if (!URL.canParse(address)) return 'This is not an address.'
  const url = new URL(address)
  if (url.username !== '' || url.password !== '') return 'An address must not hold a user or a password.'
  const host = bareHost(url)
  const isLocal = host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && isPrivateAddress(host))
  if (isLocal && !allowPrivate) {
    return 'It lies in a private network, which the console calls only where CONSOLE_ALLOW_PRIVATE_ENDPOINTS is 1.'
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) return undefined
  return 'It must begin with https://.'
}

/** A name that leads into a private network. */
export class PrivateAddress extends Error {}

/** Looks names up for a connection, and refuses those that lead into a private network: also when they change later. */
export const guardedLookup =
  ({ allowPrivate }: Rule): LookupFunction =>
  (host, options, callback) => {
    lookUp(host, { ...options, all: true }, (error, found) => {
      if (error) {
        callback(error, '', 0)
        return
      }
      const [first] = found
      if (!first || (!allowPrivate && found.some(({ address }) => isPrivateAddress(address)))) {
        callback(new PrivateAddress(`${host} leads into a private network.`), '', 0)
        return
      }
      if (options.all === true) callback(null, found)
      else callback(null, first.address, first.family)
    })
  }
