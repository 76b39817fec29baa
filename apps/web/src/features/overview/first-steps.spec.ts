import { expect, test } from 'vitest'
import { firstSteps } from './first-steps.ts'

const doneIn = (counted: Parameters<typeof firstSteps>[0]) => firstSteps(counted)?.map(({ isDone }) => isDone)

test('an empty cloud begins with a gateway', () => {
  expect(doneIn({ gateways: 0, connections: 0, p2cGateways: 0 })).toEqual([false, false, false])
})

test('the gateway is ticked off once it is there', () => {
  expect(doneIn({ gateways: 1, connections: 0, p2cGateways: undefined })).toEqual([true, false, false])
})

test.each([
  ['there is a connection', { gateways: 1, connections: 1, p2cGateways: 0 }],
  ['there is remote access only', { gateways: 0, connections: 0, p2cGateways: 1 }],
  ['the connections are not known', { gateways: 0, connections: undefined, p2cGateways: 0 }],
  ['the gateways are not known', { gateways: undefined, connections: 0, p2cGateways: 0 }],
])('none where %s', (_, counted) => {
  expect(firstSteps(counted)).toBeUndefined()
})
