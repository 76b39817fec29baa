import { catalogue } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import type { GatewaySeed } from '../estates/seed.ts'
import { makePair } from '../testing/certificates.ts'
import { startCloud, type Cloud } from '../testing/cloud.ts'
import { gone, notReady, refusedWith } from '../testing/gateways.ts'
import {
  smCa,
  smEarly,
  smEncryption,
  smEncryptionKey,
  smExpired,
  smSignature,
  smSignatureKey,
} from '../testing/sm-certificates.ts'

type Texts = {
  certificate: string
  private_key: string
  certificate_chain: string
  enc_certificate: string
  enc_private_key: string
}

const good: Texts = {
  certificate: smSignature,
  private_key: smSignatureKey,
  certificate_chain: smCa,
  enc_certificate: smEncryption,
  enc_private_key: smEncryptionKey,
}
const texts = (change: Partial<Texts> = {}): Texts => ({ ...good, ...change })

const prepare = async (seed: GatewaySeed = { flavor: 'GM' }) => {
  const cloud = await startCloud()
  const { gateways } = cloud.control.seed(cloud.projectId, { gateways: [{ name: 'gw-shanghai', ...seed }] })
  const vgw_id = gateways[0] ?? ''
  return { cloud, vgw_id, upload: (change: object = {}) => upload(cloud, vgw_id, change) }
}
const upload = (cloud: Cloud, vgw_id: string, change: object = {}) =>
  cloud.call('createVgwCertificate', { params: { vgw_id }, body: { certificate: { ...texts(), ...change } } })
const show = (cloud: Cloud, vgw_id: string) => cloud.call('showVpnGatewayCertificate', { params: { vgw_id } })
const update = (cloud: Cloud, vgw_id: string, certificate_id: string, certificate: object) =>
  cloud.call('updateVgwCertificate', { params: { vgw_id, certificate_id }, body: { certificate } })

describe('certificates of a GM gateway', () => {
  test('are told of, bound after a while, and their keys are never shown', async () => {
    const { cloud, vgw_id, upload } = await prepare()
    expect(await show(cloud, vgw_id)).toMatchObject(gone)
    const answer = await upload({ name: 'cert-shanghai' })
    expect(answer.status, answer.text).toBe(201)
    const { certificate } = catalogue.createVgwCertificate.response.parse(answer.body)
    expect(certificate).toMatchObject({
      name: 'cert-shanghai',
      vgw_id,
      issuer: 'C=CN,O=example,CN=example SM CA',
      signature_algorithm: 'SM3WITHSM2',
      certificate_serial_number: '72623859790382857',
      certificate_expire_time: '2124-12-31T00:00:00Z',
      certificate_chain_subject: 'C=CN,O=example,CN=example SM CA',
      enc_certificate_subject: 'C=CN,O=example,CN=gw-shanghai',
    })
    expect(certificate).not.toHaveProperty('status')

    const binding = await show(cloud, vgw_id)
    expect(binding.body.certificate).toMatchObject({ ...certificate, status: 'BINDING', project_id: cloud.projectId })
    cloud.advance('1m')
    const bound = await show(cloud, vgw_id)
    expect(bound.body.certificate.status).toBe('BOUND')
    expect(answer.text + bound.text).not.toContain('PRIVATE KEY')
    const gateway = (await cloud.call('showVgw', { params: { vgw_id } })).body.vpn_gateway
    expect(gateway.certificate_id).toBe(certificate.id)
    expect(await upload()).toMatchObject(refusedWith('VPN.0001', 'has a certificate already'))
  })

  test('are SM certificates, of the right kind', async () => {
    const { cloud, vgw_id, upload } = await prepare()
    const ordinary = await makePair('C=CN, O=example, CN=gw-shanghai')
    const answer = await upload({ certificate: ordinary.certificate, private_key: ordinary.key })
    expect(answer).toMatchObject(refusedWith('VPN.0001', 'signature certificate is not an SM certificate'))
    const authority = await makePair('C=CN, O=example, CN=example CA', { ca: true })
    const chain = await upload({ certificate_chain: authority.certificate })
    expect(chain).toMatchObject(refusedWith('VPN.0001', 'chain is not an SM certificate'))
    expect(await show(cloud, vgw_id)).toMatchObject(gone)
  })

  const key = 'PEM format'
  const refusals: [string, () => Partial<Texts>, string][] = [
    ['a signature certificate that is a CA', () => ({ certificate: smCa }), 'signature certificate is a CA'],
    ['an encryption certificate that is a CA', () => ({ enc_certificate: smCa }), 'encryption certificate'],
    ['a chain that is no CA', () => ({ certificate_chain: texts().certificate }), 'not a CA certificate'],
    ['one that has expired', () => ({ certificate: smExpired }), 'has expired'],
    ['one that begins later', () => ({ enc_certificate: smEarly }), 'has not taken effect'],
    ['no PEM', () => ({ certificate: 'Shanghai' }), 'not a certificate in PEM format'],
    ['a key that is no PEM', () => ({ private_key: 'Shanghai' }), key],
    [
      'an encrypted key',
      () => ({ private_key: texts().private_key.replaceAll('PRIVATE KEY', 'ENCRYPTED PRIVATE KEY') }),
      key,
    ],
    ['the key of the other', () => ({ enc_private_key: texts().private_key }), 'does not fit the encryption'],
    [
      'a key that cannot be read',
      () => ({ private_key: '-----BEGIN PRIVATE KEY-----\nMHcCAQEE\n-----END PRIVATE KEY-----' }),
      key,
    ],
  ]
  test.each(refusals)('%s is refused', async (_what, change, text) => {
    const { cloud, vgw_id, upload } = await prepare()
    const answer = await upload(change())
    expect(answer).toMatchObject(refusedWith('VPN.0001', text))
    expect(answer.text).not.toContain('MHcCAQEE')
    expect(await show(cloud, vgw_id)).toMatchObject(gone)
  })

  test('are refused by other gateways, and while the gateway is at work', async () => {
    const professional = await prepare({})
    expect(await professional.upload()).toMatchObject(refusedWith('VPN.0001', 'GM'))
    const busy = await prepare({ flavor: 'GM', status: 'PENDING_UPDATE' })
    expect(await busy.upload()).toMatchObject(notReady(busy.vgw_id, 'UPDATING'))
  })
})

describe('a change of the certificates', () => {
  const bound = async () => {
    const prepared = await prepare()
    const { id } = (await prepared.upload()).body.certificate
    const { cloud, vgw_id } = prepared
    return { cloud, vgw_id, id, change: (certificate: object) => update(cloud, vgw_id, id, certificate) }
  }

  test('is of the name alone, or of all five', async () => {
    const { cloud, vgw_id, change } = await bound()
    expect(await change(texts())).toMatchObject(notReady(vgw_id, 'BINDING'))
    cloud.advance('1m')
    expect((await change({ name: 'cert-new' })).body.certificate.name).toBe('cert-new')
    expect((await show(cloud, vgw_id)).body.certificate.status).toBe('BOUND')

    expect(await change({})).toMatchObject(refusedWith('VPN.0001', 'nothing to change'))
    const { private_key: _, ...four } = texts()
    expect(await change(four)).toMatchObject(refusedWith('VPN.0001', 'together'))

    const { enc_certificate, enc_private_key } = texts()
    const replaced = await change(texts({ certificate: enc_certificate, private_key: enc_private_key }))
    expect(replaced.body.certificate).toMatchObject({
      name: 'cert-new',
      certificate_serial_number: '72623859790382858',
    })
    expect((await show(cloud, vgw_id)).body.certificate.status).toBe('BINDING')
    cloud.advance('1m')
    expect((await show(cloud, vgw_id)).body.certificate.status).toBe('BOUND')
  })

  test('mends one that is faulty', async () => {
    const { cloud, vgw_id, id, change } = await bound()
    cloud.control.setStatus(cloud.projectId, id, 'FAULT')
    expect((await show(cloud, vgw_id)).body.certificate.status).toBe('FAULT')
    await change(texts())
    cloud.advance('1m')
    expect((await show(cloud, vgw_id)).body.certificate.status).toBe('BOUND')
  })

  test('names the certificate that the gateway has', async () => {
    const { cloud, vgw_id } = await bound()
    const other = '11111111-2222-4333-8444-555555555555'
    expect(await update(cloud, vgw_id, other, { name: 'cert-new' })).toMatchObject(gone)
  })
})

describe('the list of certificates', () => {
  test('is paged by creation time, newest first, and tells which end soon', async () => {
    const cloud = await startCloud()
    const ends = (days: number) => Date.now() + days * 86_400_000
    const seed = (name: string, days: number) =>
      ({ name, flavor: 'GM', certificate_id: name, certificate_ends: ends(days) }) as const
    cloud.control.seed(cloud.projectId, {
      gateways: [seed('gw-shanghai', 20), seed('gw-suzhou', 200), seed('gw-hangzhou', -1)],
    })
    const list = async (query: object = {}) =>
      (await cloud.call('listVpnGatewayCertificates', { query })).body.vpn_gateway_certificates
    const all = await list()
    expect(all.map(({ id }) => id)).toEqual(['gw-hangzhou', 'gw-suzhou', 'gw-shanghai'])
    expect((await list({ limit: 1, marker: all[0]?.created_at ?? '' })).map(({ id }) => id)).toEqual(['gw-suzhou'])
    expect((await list({ pre_expire_days: 30 })).map(({ id }) => id)).toEqual(['gw-hangzhou', 'gw-shanghai'])
  })

  test('has the one of the demo project, near its end', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const near = await cloud.call('listVpnGatewayCertificates', { query: { pre_expire_days: 10 } })
    expect(near.body.vpn_gateway_certificates).toMatchObject([{ name: 'cert-shanghai', status: 'BOUND' }])
    expect(catalogue.listVpnGatewayCertificates.response.safeParse(near.body).error).toBeUndefined()
    const [only] = near.body.vpn_gateway_certificates
    expect((await show(cloud, only?.vgw_id ?? '')).body.certificate).toEqual(only)
  })
})
