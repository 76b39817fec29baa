import { expect, test } from 'vitest'
import { customerGatewayEntries, gatewayEntries, serverEntries } from './certificate-entries.ts'

const ofGateway = {
  gatewayId: 'g1',
  certificate: {
    id: 'x1',
    name: 'cert-shanghai',
    status: 'BOUND',
    issuer: 'CN=sm-ca',
    certificate_serial_number: '255',
    certificate_expire_time: '2026-12-01T00:00:00Z',
    certificate_chain_expire_time: '2036-12-01T00:00:00Z',
    enc_certificate_expire_time: 'soon',
  },
} as const

test('a GM gateway has three, each with its own end', () => {
  const entries = gatewayEntries('one', ofGateway, [{ id: 'g1', name: 'gw-shanghai' }])
  expect(entries.map(({ kind, ends }) => [kind, ends])).toEqual([
    ['Gateway, signature', Date.UTC(2026, 11, 1)],
    ['Gateway, encryption', undefined],
    ['Gateway, chain', Date.UTC(2036, 11, 1)],
  ])
  const to = '/clouds/one/vpn-gateways/g1?tab=certificate'
  expect(entries.map(({ owner }) => owner)).toEqual(Array.from({ length: 3 }, () => ({ name: 'gw-shanghai', to })))
  expect(new Set(entries.map(({ id }) => id)).size).toBe(3)
  expect(entries[1]?.raw).toBe(ofGateway.certificate)
})

test('a gateway that cannot be listed is known by its id', () => {
  expect(gatewayEntries('one', ofGateway, [])[0]?.owner?.name).toBe('g1')
})

test('a customer gateway has one where it is checked by a CA, and its editor replaces it', () => {
  const shared = { id_type: 'ip', id_value: '203.0.113.1' } as const
  const entries = customerGatewayEntries('one', [
    { ...shared, id: 'c1', name: 'cgw-lyon' },
    { ...shared, id: 'c2', name: 'cgw-suzhou', ca_certificate: { expire_time: '2026-12-01T00:00:00Z' } },
    { ...shared, id: 'c3', name: 'cgw-johor', ca_certificate: { is_updatable: false } },
  ])
  expect(entries.map(({ name, replace }) => [name, replace?.to])).toEqual([
    ['CA of cgw-suzhou', '/clouds/one/customer-gateways/c2/edit'],
    ['CA of cgw-johor', undefined],
  ])
})

test('one of the certificate service belongs to nobody yet', () => {
  const [entry] = serverEntries([{ id: 'scs1', domain: 'vpn.example.com', expire_time: '2026-12-01 00:00:00.0' }])
  expect(entry).toMatchObject({ name: 'scs1', owner: undefined, ends: Date.UTC(2026, 11, 1) })
})
