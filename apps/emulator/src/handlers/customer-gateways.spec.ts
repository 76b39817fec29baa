import { describe, expect, test } from 'vitest'
import { makeCertificate, smCertificate } from '../testing/certificates.ts'
import { startCloud } from '../testing/cloud.ts'

const refused = (text: string) => ({
  status: 400,
  body: { error_code: 'VPN.0001', error_msg: expect.stringContaining(text) },
})

describe('a customer gateway', () => {
  test('lives without a status: made, looked up, renamed, deleted', async () => {
    const cloud = await startCloud()
    const made = await cloud.call('createCgw', {
      body: { customer_gateway: { id_value: '192.0.2.10', bgp_asn: 65_010, tags: [{ key: 'site', value: 'lyon' }] } },
    })
    const { id, name } = made.body.customer_gateway
    expect(name).toMatch(/^cgw-[0-9a-f]{4}$/)
    const params = { customer_gateway_id: id }
    expect((await cloud.call('showCgw', { params })).body.customer_gateway).toEqual(made.body.customer_gateway)
    cloud.advance('1m')
    const renamed = await cloud.call('updateCgw', { params, body: { customer_gateway: { name: 'cgw-lyon' } } })
    expect(renamed.body.customer_gateway).toMatchObject({ name: 'cgw-lyon', bgp_asn: 65_010 })
    expect(renamed.body.customer_gateway.updated_at).not.toBe(made.body.customer_gateway.updated_at)
    expect(await cloud.call('deleteCgw', { params })).toMatchObject({ status: 204, text: '' })
    for (const name of ['showCgw', 'deleteCgw'] as const) {
      expect(await cloud.call(name, { params })).toMatchObject({ status: 404, body: { error_code: 'VPN.0004' } })
    }
  })

  test.each([
    [{ id_value: 'lyon' }, 'IPv4'],
    [{ id_type: 'fqdn', id_value: 'a b' }, 'Spaces'],
    [{ id_type: 'fqdn', id_value: 'lyon.example.com', bgp_asn: 65_010 }, 'ASN'],
    [{ id_value: '192.0.2.10', tags: [{ key: '_sys_a', value: '' }] }, '_sys_'],
  ])('%j is refused', async (customer_gateway, text) => {
    const cloud = await startCloud()
    expect(await cloud.untyped('createCgw', { body: { customer_gateway } })).toMatchObject(refused(text))
  })

  test('that a connection uses cannot be deleted', async () => {
    const cloud = await startCloud()
    const { customer_gateways, connections } = cloud.control.seed(cloud.projectId, {
      gateways: [{ name: 'gw-paris' }],
      customer_gateways: [{ name: 'cgw-lyon' }],
      connections: [{ gateway: 'gw-paris', customer_gateway: 'cgw-lyon' }],
    })
    const [id = ''] = customer_gateways
    const params = { customer_gateway_id: id }
    expect(await cloud.call('deleteCgw', { params })).toMatchObject({
      status: 400,
      body: { error_code: 'VPN.0001', error_msg: `invalid request: customer gateway ${id} has connection` },
    })
    await cloud.call('deleteVpnConnection', { params: { vpn_connection_id: connections[0] ?? '' } })
    expect((await cloud.call('deleteCgw', { params })).status).toBe(400)
    cloud.advance('1m')
    expect((await cloud.call('deleteCgw', { params })).status).toBe(204)
  })

  test('beyond the quota is refused', async () => {
    const cloud = await startCloud()
    cloud.control.setQuota(cloud.projectId, { customer_gateway: 0 })
    const body = { customer_gateway: { id_value: '192.0.2.10' } }
    expect(await cloud.call('createCgw', { body })).toMatchObject(refused('quota'))
  })
})

describe('its CA certificate', () => {
  const create = async (ca_certificate: object) => {
    const cloud = await startCloud()
    const answer = await cloud.untyped('createCgw', {
      body: { customer_gateway: { id_value: '192.0.2.10', ca_certificate } },
    })
    return { cloud, answer }
  }

  test('is read: serial number in decimal, names, expiry, algorithm', async () => {
    const content = await makeCertificate('C=CN, O=example, CN=lyon', new Date('2031-05-22T07:34:22Z'), '0102030405')
    const { answer } = await create({ content })
    expect(answer).toMatchObject({
      status: 201,
      body: {
        customer_gateway: {
          ca_certificate: {
            serial_number: '4328719365',
            signature_algorithm: 'SHA256WITHECDSA',
            issuer: 'C=CN,O=example,CN=lyon',
            subject: 'C=CN,O=example,CN=lyon',
            expire_time: '2031-05-22T07:34:22Z',
            is_updatable: true,
          },
        },
      },
    })
  })

  test('of the SM kind is read too', async () => {
    const { answer } = await create({ content: smCertificate })
    expect(answer.body).toMatchObject({
      customer_gateway: { ca_certificate: { signature_algorithm: 'SM3WITHSM2', subject: 'C=CN,O=a0002,CN=XXX' } },
    })
  })

  test.each(['*****', 'aGVsbG8=', '-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----'])(
    'is refused when it is none (%j), without quoting it',
    async (content) => {
      const { answer } = await create({ content })
      expect(answer).toMatchObject(refused('not a certificate'))
      expect(answer.text).not.toContain('aGVsbG8')
    },
  )

  test('can be replaced, and named by the id it got', async () => {
    const { cloud, answer } = await create({ content: smCertificate })
    const [customer] = (await cloud.call('listCgws', {})).body.customer_gateways
    const params = { customer_gateway_id: customer?.id ?? '' }
    const content = await makeCertificate('CN=lyon', new Date('2031-01-01T00:00:00Z'))
    const replaced = await cloud.call('updateCgw', {
      params,
      body: { customer_gateway: { ca_certificate: { content } } },
    })
    expect(replaced.body.customer_gateway.ca_certificate).toMatchObject({ subject: 'CN=lyon' })
    expect(answer.status).toBe(201)
    const { id } = replaced.body.customer_gateway.ca_certificate ?? {}
    const same = await cloud.call('createCgw', {
      body: { customer_gateway: { id_value: '192.0.2.11', ca_certificate: { id } } },
    })
    expect(same.body.customer_gateway.ca_certificate).toMatchObject({ id, subject: 'CN=lyon' })
    const unknown = { customer_gateway: { id_value: '192.0.2.12', ca_certificate: { id: 'no-certificate' } } }
    expect(await cloud.call('createCgw', { body: unknown })).toMatchObject(refused('no-certificate'))
  })
})
