import { ApiError, ownError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { metricsTrouble } from './metrics-trouble.ts'

const refused = (status: number, code: string) => new ApiError({ status, code, message: 'Not for you.' })

test.each([
  [
    'a role without metrics',
    ownError('CONSOLE.DENIED', 'ces:metricData:list is missing.'),
    /^You may not/,
    /administrator/,
  ],
  ['an account without the permission', refused(403, 'ces.0015'), /cloud account/, /ces:metricData:list/],
  ['a region without Cloud Eye', refused(404, 'APIG.0101'), /region/, /CONSOLE_ENDPOINT_CES/],
  ['an address that leads nowhere', ownError('CONSOLE.CLOUD_UNREACHABLE'), /reached/, /CONSOLE_ENDPOINT_CES/],
  ['a fault of the service', refused(500, 'ces.0001'), /loaded/, /Not for you/],
  ['a fault of ours', new TypeError('x is undefined'), /shown/, /console has a fault/],
])('%s is told in words', (_, error, title, text) => {
  const trouble = metricsTrouble(error)
  expect(trouble.title).toMatch(title)
  expect(trouble.text).toMatch(text)
})
