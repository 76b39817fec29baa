import { ApiError, type P2cVpnGateway } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { statusAdvice } from './details/status-advice.ts'
import { obstaclesOf } from './in-the-way.ts'
import { moreActions } from './p2c-actions.ts'
import { isUnavailable, p2cPollInterval } from './p2c-gateway-queries.ts'
import { clientsOnline, freeClients, signInWords, unavailableWords, upgradeText } from './p2c-gateway-words.ts'
import { consequences } from './upgrades/upgrade-impact.ts'

const gateway: P2cVpnGateway = {
  id: 'p2c-1',
  name: 'p2c-paris',
  status: 'ACTIVE',
  max_connection_number: 10,
  current_connection_number: 3,
  eip: { id: 'eip-1' },
}

test('a gateway is looked at often while it changes', () => {
  expect(p2cPollInterval([gateway])).toBe(60_000)
  expect(p2cPollInterval([gateway, { status: 'PENDING_CREATE' }])).toBe(5_000)
})

test('its clients are counted in words', () => {
  expect(clientsOnline(gateway)).toBe('3 of 10')
  expect(freeClients(gateway)).toBe('7 more can connect')
  expect(freeClients({ ...gateway, current_connection_number: 10 })).toContain('Nobody else')
  expect(upgradeText({ upgrade_info: 'ready' })).toBe('Newer version ready')
  expect(signInWords('CERT')).toBe('Certificate')
})

describe('a list that cannot be had', () => {
  const error = (status: number, code = 'APIGW.0101') => new ApiError({ status, code, message: 'No such API.' })

  test.each([404, 501])('with %s says that the region has none', (status) => {
    expect(isUnavailable(error(status))).toBe(true)
    expect(unavailableWords(error(status)).title).toBe('This region offers no Point-to-Cloud VPN')
  })

  test('tells a missing permission of the console from one of the cloud', () => {
    expect(isUnavailable(error(403))).toBe(true)
    expect(unavailableWords(error(403, 'CONSOLE.DENIED')).message).toContain('administrator of the console')
    expect(unavailableWords(error(403, 'VPN.0009')).message).toContain('Either this region')
  })

  test('is a fault when the cloud is out of order', () => {
    expect(isUnavailable(error(500))).toBe(false)
    expect(isUnavailable(new Error('no'))).toBe(false)
  })
})

describe('what is in the way of a delete', () => {
  test('are users, groups, policies and CAs, but not those that every server has', () => {
    const found = obstaclesOf({
      users: [{ id: 'u-1', name: 'lyon.01' }],
      groups: [
        { id: 'g-0', name: 'Default', type: 'Default' },
        { id: 'g-1', name: 'support', type: 'Custom' },
      ],
      policies: [{ id: 'p-0', name: 'Default', type: 'Default' }],
      cas: [{ id: 'ca-1', name: 'ca-lyon' }],
    })
    expect(found.map(({ tab, words }) => `${tab}: ${words}`)).toEqual([
      'users: 1 user',
      'groups: 1 group',
      'client-cas: 1 client CA',
    ])
  })

  test('is nothing where nothing is known: then the cloud answers itself', () => {
    expect(obstaclesOf({})).toEqual([])
  })
})

test('an upgrade names whom it interrupts', () => {
  expect(consequences('start', gateway).join(' ')).toContain('3 clients that are connected are interrupted')
  expect(consequences('start', { ...gateway, current_connection_number: 0 }).join(' ')).toContain(
    'nobody is interrupted',
  )
  expect(consequences('finish', gateway).join(' ')).toContain('cannot be rolled back')
})

test('what can be done follows from its state', () => {
  const texts = (one: P2cVpnGateway) => moreActions('demo', one, () => undefined)
  expect(texts(gateway).map(({ text }) => text)).toEqual([
    'Exchange the EIP',
    'Set up the connection log',
    'Show upgrades',
  ])
  expect(texts({ ...gateway, status: 'PENDING_UPGRADE_CONFIRM' })[0]?.disabledReason).toContain('p2c-paris')
  expect(texts({ ...gateway, upgrade_info: 'ready' })[2]?.text).toBe('Upgrade')
})

test('a status that needs somebody says what to do', () => {
  expect(statusAdvice(gateway)).toBeUndefined()
  expect(statusAdvice({ ...gateway, eip: undefined })).toContain('bind an EIP')
  expect(statusAdvice({ ...gateway, status: 'FROZEN', frozen_effect: 2 })).toContain('neither')
  expect(statusAdvice({ ...gateway, status: 'FROZEN', frozen_effect: 1 })).toContain('can be deleted')
})
