import { X509Certificate } from 'node:crypto'
import { catalogue } from '@vpn-console/api-client'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAuthority } from '../p2c/certificate-authority.ts'
import { startCloud, type Cloud } from '../testing/cloud.ts'
import { addUser, createGateway, plainServer, prepareServer, refusedBy, sendServer } from '../testing/p2c.ts'

const made = { ca: '' }
beforeAll(() => {
  made.ca = createAuthority('C=CN,O=example,CN=example client CA', Date.now()).certificate
})

const show = async (cloud: Cloud, p2c_vgw_id: string) => {
  const { body } = await cloud.call('listVpnServersByVgw', { params: { p2c_vgw_id } })
  return catalogue.listVpnServersByVgw.response.parse(body).vpn_servers[0]
}
const update = (cloud: Cloud, vpn_server_id: string, vpn_server: object) =>
  cloud.untyped('updateVpnServer', { params: { vpn_server_id }, body: { vpn_server } })

describe('a server', () => {
  test('is there after a while, with a certificate that tells of itself', async () => {
    const cloud = await startCloud()
    const p2c_vgw_id = await createGateway(cloud)
    expect(await show(cloud, p2c_vgw_id)).toBeUndefined()
    const answer = await sendServer(cloud, p2c_vgw_id)
    expect(answer.status, answer.text).toBe(201)
    const { id } = catalogue.createVpnServer.response.parse(answer.body).vpn_server
    expect(await update(cloud, id, { dns_servers: [] })).toMatchObject(refusedBy('VPN.1113'))
    cloud.advance('1m')
    expect(await show(cloud, p2c_vgw_id)).toMatchObject({
      id,
      p2c_vgw_id,
      status: 'ACTIVE',
      client_auth_type: 'LOCAL_PASSWORD',
      tunnel_protocol: 'SSL',
      server_certificate: {
        id: 'scs1717051012106',
        name: 'vpn-server',
        source: 'CCM',
        subject: 'C=CN,O=example,CN=vpn.example.com',
        signature_algorithm: 'SHA256WITHRSA',
      },
      client_ca_certificates: [],
      ssl_options: {
        protocol: 'TCP',
        port: 443,
        encryption_algorithm: 'AES-128-GCM',
        authentication_algorithm: 'SHA256',
        is_compressed: false,
      },
    })
    expect(await sendServer(cloud, p2c_vgw_id)).toMatchObject(refusedBy('VPN.1102'))
    const all = (await cloud.call('listVpnServersByProject', {})).body
    expect(all).toMatchObject({ vpn_servers: [{ id }], total_count: 1, page_info: { current_count: 1 } })
  })

  test('may have each kind of authentication and certificate', async () => {
    const cloud = await startCloud()
    const ca = { name: 'client-ca', content: made.ca }
    const kinds = [
      { client_auth_type: 'CERT', client_ca_certificates: [ca] },
      { client_auth_type: 'IAM' },
      { client_auth_type: 'FEDERATED', idp_name: 'idp1' },
      {
        server_certificate: { source: 'SERVICE_SIGN' },
        ssl_options: { encryption_algorithm: 'AES-256-GCM', port: 1194 },
      },
    ]
    for (const kind of kinds) {
      const p2c_vgw_id = await createGateway(cloud)
      const answer = await sendServer(cloud, p2c_vgw_id, kind)
      expect(answer.status, answer.text).toBe(201)
    }
    const { vpn_servers } = (await cloud.call('listVpnServersByProject', {})).body
    expect(vpn_servers.map(({ client_auth_type }) => client_auth_type).toReversed()).toEqual([
      'CERT',
      'IAM',
      'FEDERATED',
      'LOCAL_PASSWORD',
    ])
    expect(vpn_servers[0]).toMatchObject({
      server_certificate: { source: 'SERVICE_SIGN' },
      ssl_options: { authentication_algorithm: 'SHA384', port: 1194 },
    })
    expect(vpn_servers[1]?.idp_name).toBe('idp1')
    expect(vpn_servers[3]?.client_ca_certificates).toMatchObject([{ name: 'client-ca' }])
  })

  test.each([
    [{ client_cidr: '172.16.0.0/27' }, 'VPN.1107', ''],
    [{ client_cidr: '172.16.0.0' }, 'VPN.1103', '172.16.0.0'],
    [{ client_cidr: '169.254.0.0/24' }, 'VPN.1104', '169.254.0.0/24'],
    [{ client_cidr: '10.16.1.0/24' }, 'VPN.1119', '10.16.1.0/24'],
    [{ client_cidr: '10.16.9.0/24' }, 'VPN.1109', '10.16.0.0/16'],
    [{ local_subnets: [] }, 'VPN.1118', ''],
    [{ local_subnets: Array.from({ length: 21 }, (_, index) => `10.17.${index}.0/24`) }, 'VPN.1105', ''],
    [{ local_subnets: ['10.16.0.0/24', '10.16.0.0/24'] }, 'VPN.1106', '10.16.0.0/24'],
    [{ local_subnets: ['127.0.0.0/24'] }, 'VPN.1104', ''],
    [{ local_subnets: ['everything'] }, 'VPN.1103', 'everything'],
    [{ server_certificate: undefined }, 'VPN.1100', ''],
    [{ server_certificate: { source: 'CCM' } }, 'VPN.1112', ''],
    [{ server_certificate: { id: 'scs0' } }, 'VPN.1112', 'scs0'],
    [{ server_certificate: { id: 'scs1650000000001' } }, 'VPN.1110', ''],
    [{ client_auth_type: 'CERT' }, 'VPN.1101', ''],
    [{ client_auth_type: 'FEDERATED' }, 'VPN.0001', ''],
    [{ client_auth_type: 'FEDERATED', idp_name: 'nobody' }, 'VPN.0001', 'nobody'],
    [{ idp_name: 'idp1' }, 'VPN.0001', ''],
    [{ dns_servers: ['192.0.2.1', '192.0.2.2', '192.0.2.3'] }, 'VPN.0001', ''],
    [{ ssl_options: { port: 8443 } }, 'VPN.0001', ''],
  ])('%j is refused with %s', async (change, code, text) => {
    const cloud = await startCloud()
    const p2c_vgw_id = await createGateway(cloud)
    expect(await sendServer(cloud, p2c_vgw_id, change)).toMatchObject(refusedBy(code, 400, text))
    expect(await show(cloud, p2c_vgw_id)).toBeUndefined()
  })

  test('has room for all clients of its gateway', async () => {
    const cloud = await startCloud()
    const p2c_vgw_id = await createGateway(cloud, { max_connection_number: 500 })
    expect(await sendServer(cloud, p2c_vgw_id, { client_cidr: '172.16.0.0/22' })).toMatchObject(refusedBy('VPN.1108'))
    expect((await sendServer(cloud, p2c_vgw_id, { client_cidr: '172.16.0.0/21' })).status).toBe(201)
  })

  test('needs an EIP on its gateway', async () => {
    const cloud = await startCloud()
    const id = 'cff40e5e-demo-a8df-va86-7366077bf097'
    const p2c_vgw_id = await createGateway(cloud, { eip: { id } })
    await cloud.call('updatePublicip', { params: { publicip_id: id }, body: { publicip: { port_id: '' } } })
    expect(await sendServer(cloud, p2c_vgw_id)).toMatchObject(refusedBy('VPN.1121'))
  })
})

describe('a change of a server', () => {
  test('is carried out after a while, and held against what stays', async () => {
    const { cloud, p2c_vgw_id, vpn_server_id } = await prepareServer()
    const conflict = await update(cloud, vpn_server_id, { client_cidr: '10.16.0.0/24' })
    expect(conflict).toMatchObject(refusedBy('VPN.1119'))
    const answer = await update(cloud, vpn_server_id, {
      client_cidr: '192.168.10.0/24',
      dns_servers: ['192.0.2.53'],
      server_certificate: { id: 'scs1716171403922' },
      ssl_options: { port: 1194 },
    })
    expect(answer).toMatchObject({ status: 200, body: { request_id: expect.any(String) } })
    expect(await show(cloud, p2c_vgw_id)).toMatchObject({
      status: 'PENDING_UPDATE',
      client_cidr: '192.168.10.0/24',
      local_subnets: plainServer.local_subnets,
      dns_servers: ['192.0.2.53'],
      server_certificate: { id: 'scs1716171403922' },
      ssl_options: { port: 1194, encryption_algorithm: 'AES-128-GCM' },
    })
    expect(await update(cloud, vpn_server_id, { dns_servers: [] })).toMatchObject(refusedBy('VPN.1114'))
    cloud.advance('1m')
    expect((await show(cloud, p2c_vgw_id))?.status).toBe('ACTIVE')
  })

  test('of the authentication wants what belongs to the old one gone', async () => {
    const { cloud, vpn_server_id } = await prepareServer()
    const user_id = await addUser(cloud, vpn_server_id, { name: 'paris.lyon' })
    const iam = { client_auth_type: 'IAM' }
    expect(await update(cloud, vpn_server_id, iam)).toMatchObject(refusedBy('VPN.1122'))
    expect(await update(cloud, vpn_server_id, { client_auth_type: 'CERT' })).toMatchObject(refusedBy('VPN.1101'))
    await cloud.call('deleteVpnUser', { params: { vpn_server_id, user_id } })
    expect((await update(cloud, vpn_server_id, iam)).status).toBe(200)
    const groups = async () => (await cloud.call('listVpnUserGroups', { params: { vpn_server_id } })).body.total_count
    expect(await groups()).toBe(0)
    cloud.advance('1m')
    expect((await update(cloud, vpn_server_id, { client_auth_type: 'LOCAL_PASSWORD' })).status).toBe(200)
    expect(await groups()).toBe(1)
  })

  test('is not taken by a faulty server, nor by one that is not there', async () => {
    const { cloud, vpn_server_id } = await prepareServer()
    cloud.control.setStatus(cloud.projectId, vpn_server_id, 'FAULT')
    expect(await update(cloud, vpn_server_id, { dns_servers: [] })).toMatchObject(refusedBy('VPN.1117', 500))
    expect(await update(cloud, 'no-server', { dns_servers: [] })).toMatchObject(refusedBy('VPN.1116', 404))
  })
})

describe('the client configuration', () => {
  const exported = async (cloud: Cloud, vpn_server_id: string, os_type?: string) => {
    const body = os_type === undefined ? {} : { os_type }
    const answer = await cloud.untyped('exportClientConfig', { params: { vpn_server_id }, body })
    expect(answer.status, answer.text).toBe(200)
    const { client_config = '' } = catalogue.exportClientConfig.response.parse(answer.body)
    return client_config
  }

  test('is a profile with the address of the gateway and the CA of the server', async () => {
    const { cloud, p2c_vgw_id, vpn_server_id } = await prepareServer()
    const profile = await exported(cloud, vpn_server_id)
    const address = (await cloud.call('showP2cVgw', { params: { p2c_vgw_id } })).body.p2c_vpn_gateway.eip?.ip_address
    const lines = profile.split('\n')
    for (const line of ['client', 'dev tun', 'proto tcp', `remote ${address} 443`, 'remote-cert-tls server']) {
      expect(lines).toContain(line)
    }
    expect(lines).toEqual(expect.arrayContaining(['data-ciphers AES-128-GCM', 'auth SHA256', 'auth-user-pass']))
    const [, ca = ''] = /<ca>\n([\s\S]*)\n<\/ca>/.exec(profile) ?? []
    const { certificate } = cloud.control.serverCredentials(cloud.projectId, vpn_server_id)
    expect(new X509Certificate(certificate).verify(new X509Certificate(ca).publicKey)).toBe(true)
    expect(profile).not.toContain('PRIVATE KEY')
  })

  test('differs by system', async () => {
    const { cloud, vpn_server_id } = await prepareServer({}, { dns_servers: ['192.0.2.53'] })
    const profiles = await Promise.all(
      ['Windows', 'Linux', 'macOS', 'Android', 'iOS'].map((os) => exported(cloud, vpn_server_id, os)),
    )
    expect(profiles.map((profile) => profile.split('\n').includes('disable-dco'))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(profiles.map((profile) => profile.includes('block-outside-dns'))).toEqual([true, false, false, false, false])
    expect(await exported(cloud, vpn_server_id, 'MacOS')).toBe(profiles[2])
    expect(await exported(cloud, vpn_server_id)).toBe(profiles[0])
    const wrong = { params: { vpn_server_id }, body: { os_type: 'BeOS' } }
    expect(await cloud.untyped('exportClientConfig', wrong)).toMatchObject(refusedBy('VPN.0001'))
  })

  test('leaves room for the certificate where people have one', async () => {
    const client_ca_certificates = [{ content: made.ca }]
    const { cloud, vpn_server_id } = await prepareServer({}, { client_auth_type: 'CERT', client_ca_certificates })
    const profile = await exported(cloud, vpn_server_id)
    expect(profile).not.toContain('auth-user-pass')
    expect(profile).toContain('#<cert>')
  })

  test('is there once the server is', async () => {
    const cloud = await startCloud()
    const p2c_vgw_id = await createGateway(cloud)
    await sendServer(cloud, p2c_vgw_id)
    const vpn_server_id = (await show(cloud, p2c_vgw_id))?.id ?? ''
    const input = { params: { vpn_server_id }, body: {} }
    expect(await cloud.untyped('exportClientConfig', input)).toMatchObject(refusedBy('VPN.1113'))
  })
})
