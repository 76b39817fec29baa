import { expect, test } from 'vitest'
import { toRequestJson } from '../../../ui/code/code-request.ts'
import { toCurlScript } from '../../../ui/code/curl.ts'
import { facts, filledIn, lyon } from './testing.ts'
import { requestPreview } from './request-preview.ts'

const known = facts()
const cloud = { vendor: 'huawei', region: 'eu-west-101', project_id: 'p-1' } as const
const newCustomerGateway = {
  name: 'cgw-nice',
  id_type: 'ip',
  id_value: '192.0.2.20',
  bgp_asn: '',
  ca_certificate: '',
} as const

test('the keys of both tunnels are variables', () => {
  const values = filledIn(known, { isSameKey: false })
  const [first, second] = values.tunnels
  const calls = requestPreview({ ...values, tunnels: [first, { ...second, psk: 'otherKEY5678' }] }, known)
  const json = toRequestJson(calls)
  expect(json + toCurlScript(cloud, calls)).not.toMatch(/abcdABCD1234|otherKEY5678/)
  expect(JSON.parse(json)).toMatchObject({ vpn_connections: [{ psk: '$PSK_1' }, { psk: '$PSK_2' }] })
})

test('one key of both tunnels is one variable', () => {
  const json = toRequestJson(requestPreview(filledIn(known, { isSameKey: true }), known))
  expect(JSON.parse(json)).toMatchObject({ vpn_connections: [{ psk: '$PSK' }, { psk: '$PSK' }] })
})

test('a pair is one call for both, a single tunnel a call of its own', () => {
  expect(requestPreview(filledIn(known, { extent: 'single' }), known)).toMatchObject([
    {
      name: 'createVpnConnection',
      input: { body: { vpn_connection: { name: 'paris-lyon', cgw_id: lyon.id } } },
    },
  ])
})

test('a customer gateway that is made first is shown, and where its id will go', () => {
  const calls = requestPreview(filledIn(known, { customerGateway: 'new', newCustomerGateway }), known)
  expect(JSON.parse(toRequestJson(calls))).toMatchObject([
    { createCgw: { customer_gateway: { name: 'cgw-nice' } } },
    { batchCreateVpnConnection: { vpn_connections: [{ cgw_id: '$CUSTOMER_GATEWAY_ID' }, {}] } },
  ])
})
