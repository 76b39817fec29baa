import { expect, test } from 'vitest'
import { connectionFormDefaults } from './connection-form.ts'
import { roomFor } from './room.ts'
import { facts, filledIn, paris } from './testing.ts'
import { pictureOf, pictureWords } from './tunnel-picture.ts'
import { factsPollInterval } from './use-facts.ts'

const known = facts()

test('a pair is two tunnels from both addresses', () => {
  expect(pictureWords(pictureOf(filledIn(known), known))).toBe(
    'Two tunnels: from 198.51.100.1 of gw-paris to cgw-lyon (192.0.2.10); from 198.51.100.2 of gw-paris to cgw-lyon (192.0.2.10).',
  )
})

test('the second address of an active-standby gateway is on standby, alone too', () => {
  const standby = facts({ gateways: [{ ...paris, ha_mode: 'active-standby' }] })
  expect(pictureOf(filledIn(standby), standby).tunnels.map(({ isStandby }) => isStandby)).toEqual([false, true])
  const single = filledIn(standby, { extent: 'single', vgw_ip: 'eip-2' })
  expect(pictureWords(pictureOf(single, standby))).toBe(
    'One tunnel: from 198.51.100.2 of gw-paris to cgw-lyon (192.0.2.10), on standby.',
  )
})

test('before anything is chosen the ends have their general names', () => {
  expect(pictureWords(pictureOf(connectionFormDefaults(), known))).toBe(
    'Two tunnels: from VPN gateway to Customer gateway; from VPN gateway to Customer gateway.',
  )
})

test('room is counted in the project and on the gateway, as far as it is known', () => {
  const quotas = [
    { type: 'vpn_gateway', quota: 1, used: 1 },
    { type: 'vpn_connection', quota: 100, used: 12 },
  ]
  expect(roomFor(quotas, { ...paris, connection_number: 10, used_connection_number: 9 })).toEqual([
    { of: 'This project', used: 12, most: 100 },
    { of: 'gw-paris', used: 9, most: 10 },
  ])
  expect(roomFor(undefined, paris)).toEqual([])
})

test('a gateway that is being built is watched closely', () => {
  expect(factsPollInterval([paris, { status: 'PENDING_CREATE' }])).toBe(5_000)
  expect(factsPollInterval([paris])).toBe(60_000)
  expect(factsPollInterval(undefined)).toBe(60_000)
})
