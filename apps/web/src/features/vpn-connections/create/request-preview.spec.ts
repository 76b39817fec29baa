import { expect, test } from 'vitest'
import { facts, filledIn, lyon } from './testing.ts'
import { requestPreview } from './request-preview.ts'

const known = facts()
const newCustomerGateway = {
  name: 'cgw-nice',
  id_type: 'ip',
  id_value: '192.0.2.20',
  bgp_asn: '',
  ca_certificate: '',
} as const

test('the keys of both tunnels are masked', () => {
  const values = filledIn(known, { isSameKey: false })
  const [first, second] = values.tunnels
  const preview = requestPreview({ ...values, tunnels: [first, { ...second, psk: 'otherKEY5678' }] }, known)
  expect(JSON.stringify(preview)).not.toMatch(/abcdABCD1234|otherKEY5678/)
  expect(preview).toMatchObject({ batchCreateVpnConnection: { vpn_connections: [{ psk: '***' }, { psk: '***' }] } })
})

test('a pair is one call for both, a single tunnel a call of its own', () => {
  expect(requestPreview(filledIn(known, { extent: 'single' }), known)).toMatchObject({
    createVpnConnection: { vpn_connection: { name: 'paris-lyon', cgw_id: lyon.id } },
  })
})

test('a customer gateway that is made first is shown, and where its id will go', () => {
  const preview = requestPreview(filledIn(known, { customerGateway: 'new', newCustomerGateway }), known)
  expect(preview).toMatchObject({
    createCgw: { customer_gateway: { name: 'cgw-nice' } },
    batchCreateVpnConnection: { vpn_connections: [{ cgw_id: expect.stringContaining('cgw-nice') }, {}] },
  })
})
