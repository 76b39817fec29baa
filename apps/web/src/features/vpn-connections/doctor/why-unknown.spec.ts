import { ApiError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { whyUnread } from './why-unknown.ts'

const error = (status: number, message = 'Said the cloud.') => new ApiError({ status, code: 'X', message })

test.each([
  [404, true, 'The subnet pairs could not be read: this region does not offer the call.'],
  [404, false, 'The subnet pairs could not be read: the cloud says that there is no such thing (any more).'],
  [403, false, 'The subnet pairs could not be read: a permission is missing. Said the cloud.'],
  [502, true, 'The subnet pairs could not be read: the way to the cloud is disturbed. Said the cloud.'],
  [0, true, 'The subnet pairs could not be read: the way to the cloud is disturbed. Said the cloud.'],
  [400, true, 'The subnet pairs could not be read: Said the cloud.'],
])('status %i of a newer call (%s): %s', (status, isNewer, words) => {
  expect(whyUnread({ words: 'The subnet pairs', isNewer }, error(status))).toBe(words)
})

test('a fault of our own is called one', () => {
  expect(whyUnread({ words: 'The log' }, new TypeError('x is not a function'))).toContain(
    'The console has a fault here',
  )
})
