import { expect, test } from 'vitest'
import { customerGatewayQuota, quotaReason, quotaText } from './quota-words.ts'

const answer = (used: number) => ({
  quotas: {
    resources: [
      { type: 'vpn_gateway', quota: 2, used: 2 },
      { type: 'customer_gateway', quota: 100, used },
    ],
  },
})

test('the quota is the customer gateways’ own', () => {
  const quota = customerGatewayQuota(answer(12))
  expect(quota && quotaText(quota)).toBe('12 of 100 used')
  expect(quotaReason(quota)).toBeUndefined()
  expect(customerGatewayQuota({ quotas: {} })).toBeUndefined()
})

test('a quota that is used up is a reason, one that is not known is none', () => {
  expect(quotaReason(customerGatewayQuota(answer(100)))).toContain('100 customer gateways is used up')
  expect(quotaReason(undefined)).toBeUndefined()
})
