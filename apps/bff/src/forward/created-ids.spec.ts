import { expect, test } from 'vitest'
import { createdIds } from './created-ids.ts'

test.each([
  [201, '{"vpn_gateway":{"id":"gw-1","name":"gw-paris"},"request_id":"r"}', 'gw-1'],
  [201, '{"vpn_connections":[{"id":"a"},{"id":"b"}]}', 'a b'],
  [201, '{"invalid_users":[{"name":"x"}]}', undefined],
  [201, 'garbage', undefined],
  [201, '"text"', undefined],
  [200, '{"vpn_gateway":{"id":"gw-1"}}', undefined],
])('status %i with %s', (status, text, ids) => {
  expect(createdIds(status, text)).toBe(ids)
})
