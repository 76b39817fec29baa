import { catalogue } from '@vpn-console/api-client'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAuthority } from '../p2c/certificate-authority.ts'
import { makePair } from '../testing/certificates.ts'
import { startCloud, type Cloud } from '../testing/cloud.ts'
import { prepareServer, refusedBy } from '../testing/p2c.ts'
import { smCa } from '../testing/sm-certificates.ts'

const texts: Record<string, string> = {}
beforeAll(async () => {
  texts['good'] = createAuthority('C=CN,O=example,CN=example client CA', Date.now()).certificate
  texts['curve'] = (await makePair('CN=example curve CA', { ca: true })).certificate
  texts['leaf'] = (await makePair('CN=nobody')).certificate
  const past = new Date('2025-02-01T00:00:00Z')
  texts['expired'] = (await makePair('CN=old CA', { ca: true, notAfter: past })).certificate
  const future = new Date('2123-01-01T00:00:00Z')
  texts['early'] = (await makePair('CN=new CA', { ca: true, notBefore: future })).certificate
  texts['broken'] = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
  texts['words'] = 'a certificate'
  texts['sm'] = smCa
})

const check = (cloud: Cloud, content = '', name = 'client-ca') =>
  cloud.call('checkClientCaCertificate', { body: { client_ca_certificate: { name, content } } })
const add = (cloud: Cloud, vpn_server_id: string, content = '', name = 'client-ca') =>
  cloud.call('importClientCa', { params: { vpn_server_id }, body: { client_ca_certificate: { name, content } } })

describe('a client CA', () => {
  test('is told of before it is kept', async () => {
    const cloud = await startCloud()
    const answer = await check(cloud, texts['good'])
    expect(answer.status, answer.text).toBe(200)
    expect(catalogue.checkClientCaCertificate.response.parse(answer.body)).toEqual({
      name: 'client-ca',
      issuer: 'C=CN,O=example,CN=example client CA',
      subject: 'C=CN,O=example,CN=example client CA',
      serial_number: expect.stringMatching(/^\d+$/),
      expiration_time: expect.stringMatching(/Z$/),
      signature_algorithm: 'SHA256WITHRSA',
    })
  })

  test.each([
    ['words', 'VPN.0074', 'The format of the certificate client-ca is invalid.'],
    ['broken', 'VPN.0075', 'The content of the certificate client-ca is invalid.'],
    ['sm', 'VPN.0070', 'The key algorithm of the certificate client-ca is not supported.'],
    ['leaf', 'VPN.0076', 'Certificate client-ca is not a CA certificate.'],
    ['expired', 'VPN.0072', 'Certificate client-ca has expired.'],
    ['early', 'VPN.0073', 'Certificate client-ca has not taken effect.'],
  ])('%s is refused with %s', async (name, code, text) => {
    const { cloud, vpn_server_id } = await prepareServer()
    const refused = { status: 400, body: { error_code: code, error_msg: text, request_id: expect.any(String) } }
    expect(await check(cloud, texts[name])).toMatchObject(refused)
    expect(await add(cloud, vpn_server_id, texts[name])).toMatchObject(refused)
  })

  test('is kept, renamed, shown and deleted', async () => {
    const { cloud, vpn_server_id } = await prepareServer()
    const made = await add(cloud, vpn_server_id, texts['good'])
    expect(made.status, made.text).toBe(201)
    const client_ca_certificate_id = made.body.client_ca_certificate.id
    const params = { vpn_server_id, client_ca_certificate_id }
    expect(await add(cloud, vpn_server_id, texts['good'])).toMatchObject(refusedBy('VPN.0077', 400, 'client-ca'))
    const body = { client_ca_certificate: { name: 'client-ca-new' } }
    expect((await cloud.call('updateClientCa', { params, body })).status).toBe(200)
    const shown = (await cloud.call('showClientCa', { params })).body.client_ca_certificate
    expect(shown).toMatchObject({ name: 'client-ca-new', subject: 'C=CN,O=example,CN=example client CA' })
    expect(shown).not.toHaveProperty('fingerprint')
    expect((await cloud.call('deleteClientCa', { params })).status).toBe(204)
    expect(await cloud.call('showClientCa', { params })).toMatchObject(
      refusedBy('VPN.1115', 404, client_ca_certificate_id),
    )
  })

  test('gets a name where it comes without, and there are ten at most', async () => {
    const { cloud, vpn_server_id } = await prepareServer()
    for (let index = 0; index < 10; index++) {
      const { certificate } = await makePair(`CN=example CA ${index}`, { ca: true })
      const content = { client_ca_certificate: { content: certificate } }
      expect((await cloud.call('importClientCa', { params: { vpn_server_id }, body: content })).status).toBe(201)
    }
    const server = (await cloud.call('listVpnServersByProject', {})).body.vpn_servers[0]
    expect(server?.client_ca_certificates).toHaveLength(10)
    expect(server?.client_ca_certificates?.[0]?.name).toMatch(/^ca-cert-[0-9a-f]{4}$/)
    expect(await add(cloud, vpn_server_id, texts['good'])).toMatchObject(refusedBy('VPN.1111'))
  })

  test('that is the last one stays while people sign in with certificates', async () => {
    const client_ca_certificates = [{ content: texts['curve'] ?? '' }]
    const { cloud, vpn_server_id } = await prepareServer({}, { client_auth_type: 'CERT', client_ca_certificates })
    const [server] = (await cloud.call('listVpnServersByProject', {})).body.vpn_servers
    const client_ca_certificate_id = server?.client_ca_certificates?.[0]?.id ?? ''
    const remove = () => cloud.call('deleteClientCa', { params: { vpn_server_id, client_ca_certificate_id } })
    expect(await remove()).toMatchObject(refusedBy('VPN.1101'))
    await add(cloud, vpn_server_id, texts['good'])
    expect((await remove()).status).toBe(204)
    const left = (await cloud.call('listVpnServersByProject', {})).body.vpn_servers[0]?.client_ca_certificates ?? []
    expect(left).toHaveLength(1)
    // So the way out is another authentication first.
    const p2c_vgw_id = server?.p2c_vgw_id ?? ''
    const body = { vpn_server: { client_auth_type: 'IAM' } } as const
    expect((await cloud.call('updateVpnServer', { params: { vpn_server_id }, body })).status).toBe(200)
    cloud.advance('1m')
    expect(await cloud.call('deleteP2cVgw', { params: { p2c_vgw_id } })).toMatchObject(refusedBy('VPN.1125'))
    const params = { vpn_server_id, client_ca_certificate_id: left[0]?.id ?? '' }
    expect((await cloud.call('deleteClientCa', { params })).status).toBe(204)
    expect((await cloud.call('deleteP2cVgw', { params: { p2c_vgw_id } })).status).toBe(204)
  })
})
