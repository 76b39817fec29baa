import { ownError } from '@vpn-console/api-client'
import type { Request } from 'express'
import { isLoopbackHost } from './config.ts'

/** Where the console is, as the browser knows it. Who asks may write any host, so only a loopback one is believed. */
export const ownOrigin = (request: Request, publicUrl: string | undefined): string => {
  if (publicUrl !== undefined) return new URL(publicUrl).origin
  const url = `http://${request.headers.host ?? ''}`
  if (!URL.canParse(url) || !isLoopbackHost(new URL(url).hostname)) throw ownError('CONSOLE.FOREIGN_ORIGIN')
  return new URL(url).origin
}
