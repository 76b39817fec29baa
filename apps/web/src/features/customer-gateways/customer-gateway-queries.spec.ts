import { expect, test } from 'vitest'
import { connectionPollInterval, customerGatewayPollInterval } from './customer-gateway-queries.ts'

test('looks again soon while a connection settles, and slowly at rest', () => {
  expect(connectionPollInterval()).toBe(60_000)
  expect(connectionPollInterval([{ status: 'ACTIVE' }, { status: 'DOWN' }])).toBe(60_000)
  expect(connectionPollInterval([{ status: 'ACTIVE' }, { status: 'PENDING_DELETE' }])).toBe(5_000)
  expect(customerGatewayPollInterval()).toBe(60_000)
})
