import { isIP, type LookupFunction } from 'node:net'
import { ownError } from '@vpn-console/api-client'
import { guardedLookup, isPrivateAddress, PrivateAddress } from '../outbound.ts'

const guarded = guardedLookup({ allowPrivate: false })

/**
 * Resolves the name of an endpoint, and refuses one that leads into a private network. It is asked when a connection is
 * made: an answer that was good when the name was entered proves nothing about the next.
 */
export const lookupEndpoint: LookupFunction = (hostname, options, found) => {
  guarded(hostname, options, (error, address, family) => {
    if (error instanceof PrivateAddress) found(ownError('CONSOLE.PRIVATE_ADDRESS'), address, family)
    else found(error, address, family)
  })
}

/** What is wrong with an address that somebody gives for a service of the cloud; undefined where nothing is. */
export const endpointProblem = (text: string, allowPrivate: boolean): string | undefined => {
  if (!URL.canParse(text)) return 'Enter an address such as https://vpn.example.com.'
  const { protocol, username, password, hostname, pathname } = new URL(text)
  if (username || password) return 'Leave user and password out of the address.'
  if (pathname !== '/' || text.includes('?') || text.includes('#')) return 'Enter the address alone, without a path.'
  if (allowPrivate) return undefined
  if (protocol !== 'https:') return 'Use https: what is sent there is not for others to read.'
  const literal = hostname.replace(/^\[(.*)\]$/, '$1')
  const isLocalName = /(^|\.)localhost\.?$/.test(hostname)
  if (!isLocalName && (isIP(literal) === 0 || !isPrivateAddress(literal))) return undefined
  return 'This is a private address. CONSOLE_ALLOW_PRIVATE_ENDPOINTS=1 where the console is started allows them.'
}
