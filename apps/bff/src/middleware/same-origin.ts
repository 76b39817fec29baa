import { ownError } from '@vpn-console/api-client'
import type { Request } from 'express'
import { isLoopbackHost } from '../config.ts'

const parse = (origin: string) => (URL.canParse(origin) ? new URL(origin) : undefined)

/**
 * Lets only requests of our own pages pass. Without a public address the console is used on the machine it runs on, and
 * an origin is ours where it is the address asked and on loopback: a foreign name that resolves to us is not.
 */
export const createOriginCheck = (publicUrl: string | undefined) => {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  const isOurs = (origin: string, host: string | undefined) => {
    if (own !== undefined) return origin === own
    const url = parse(origin)
    return url !== undefined && url.host === host && isLoopbackHost(url.hostname)
  }
  return (request: Request): void => {
    const { origin, host, 'sec-fetch-site': site } = request.headers
    const isForeign = site !== undefined && site !== 'same-origin'
    const isUnknown = site === undefined && origin === undefined
    if (isForeign || isUnknown || (origin !== undefined && !isOurs(origin, host))) {
      throw ownError('CONSOLE.FOREIGN_ORIGIN')
    }
  }
}
