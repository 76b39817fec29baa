import type { P2cVpnGateway, VpnServer } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { deleteConsequence, otherMode, roomRefusal, roomWords } from './user-words.ts'

const gateway: P2cVpnGateway = { id: 'g', name: 'p2c-paris', status: 'ACTIVE', max_connection_number: 10 }
const server = (client_auth_type: string, more: Partial<VpnServer> = {}): VpnServer => ({
  id: 's',
  status: 'ACTIVE',
  client_auth_type,
  ...more,
})

test('the room of a server is told as what is used and what is left', () => {
  expect(roomWords(4, gateway)).toBe('4 of the 10 connections of p2c-paris are used as users: 6 more fit.')
  expect(roomWords(9, gateway)).toContain('1 more fits')
  expect(roomWords(10, gateway)).toContain('no more fit')
  expect(roomWords(undefined, gateway)).toContain('takes 10 users')
  expect(roomWords(4, undefined)).toContain('not known here')
})

test('a full server takes nobody, and says what to do', () => {
  expect(roomRefusal(9, gateway)).toBeUndefined()
  expect(roomRefusal(10, gateway)).toMatch(/has 10 users, as many as p2c-paris has connections.*Delete users/)
  expect(roomRefusal(undefined, gateway)).toBeUndefined()
  expect(roomRefusal(999, undefined)).toBeUndefined()
})

test('only servers with local passwords have users; the others say what they have', () => {
  expect(otherMode(server('LOCAL_PASSWORD'))).toBeUndefined()
  expect(otherMode(server('CERT'))?.tab?.id).toBe('client-cas')
  expect(otherMode(server('IAM'))?.text).toContain('IAM')
  expect(otherMode(server('FEDERATED', { idp_name: 'idp-geneva' }))?.text).toContain('idp-geneva')
  expect(otherMode(server('RADIUS'))?.title).toContain('RADIUS')
})

test('a delete says who is cut, and never that nobody is where that is not known', () => {
  const users = [{ name: 'lyon.01' }, { name: 'lyon.02' }]
  const online = { 'lyon.02': ['10.0.0.6'] }
  expect(deleteConsequence(users, online)).toContain('lyon.02 is online now and is cut at once.')
  expect(deleteConsequence(users, {})).toContain('None of them is online now.')
  expect(deleteConsequence([{ name: 'lyon.01' }], online)).toContain('The user is not online now.')
  expect(deleteConsequence(users, undefined)).toContain('is not known')
})

test('many who are online are counted beyond the first five', () => {
  const users = Array.from({ length: 8 }, (_, index) => ({ name: `lyon.0${index}` }))
  const online = Object.fromEntries(users.map(({ name }) => [name, ['10.0.0.6']]))
  expect(deleteConsequence(users, online)).toContain('lyon.04 and 3 more are online now')
})
