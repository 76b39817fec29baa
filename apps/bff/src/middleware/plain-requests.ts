import { ownError } from '@vpn-console/api-client'
import type { RequestHandler } from 'express'

const countOf = (headers: readonly string[], name: string) =>
  headers.filter((header, index) => index % 2 === 0 && header.toLowerCase() === name).length

/** Refuses what Node lets pass although a proxy in front may read it in another way: two hosts, or no version at all. */
export const plainRequests: RequestHandler = (request, _response, next) => {
  if (request.httpVersionMajor < 1 || countOf(request.rawHeaders, 'host') > 1) throw ownError('CONSOLE.INVALID_INPUT')
  next()
}
