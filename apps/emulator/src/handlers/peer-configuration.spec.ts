import type { VpnConnectionCreate } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { supportedDevices } from '../peer-configuration/devices.ts'
import type { Cloud } from '../testing/cloud.ts'
import { gone, key, prepareConnections, refused } from '../testing/connections.ts'

const documented = { vendor: 'Huawei', type: 'USG', model: 'USG6655F', version: 'default' }
const router = { vendor: 'Huawei', type: 'AR', model: 'AR6121', version: 'default' }

const ask = (cloud: Cloud, vpn_connection_id: string, body: Record<keyof typeof documented, string> = documented) =>
  cloud.call('exportVpnConnectionPeerConfiguration', { params: { vpn_connection_id }, body })

const prepare = async (change: Partial<VpnConnectionCreate> = {}) => {
  const { cloud, send, gateway } = await prepareConnections()
  const made = await send({
    tunnel_local_address: '169.254.70.1/30',
    tunnel_peer_address: '169.254.70.2/30',
    ...change,
  })
  expect(made.status, made.text).toBe(201)
  cloud.advance('1m')
  return { cloud, gateway, id: made.body.vpn_connection.id }
}

test('the devices are told with vendor, type, model and version', async () => {
  const { cloud } = await prepareConnections()
  const { supported_devices } = (await cloud.call('listPeerConfigurationSupportedDevices', {})).body
  expect(supported_devices).toContainEqual(documented)
  for (const device of supported_devices) {
    expect(Object.keys(device)).toEqual(['vendor', 'type', 'model', 'version'])
  }
})

describe('the configuration of the peer', () => {
  test.each(supportedDevices)(
    'for $model $version has the parameters of the connection and not its key',
    async (device) => {
      const { cloud, gateway, id } = await prepare({
        ikepolicy: { dh_group: 'group20', encryption_algorithm: 'aes-256', authentication_algorithm: 'sha2-384' },
        ipsecpolicy: { pfs: 'group19' },
      })
      const { status, body, text } = await ask(cloud, id, device)
      expect(status, text).toBe(200)
      expect(text).not.toContain(key)
      for (const line of [
        ' dh group20',
        ' encryption-algorithm aes-256',
        ' authentication-algorithm sha2-384',
        ' pre-shared-key <pre-shared-key>',
        ` remote-address ${gateway.eip1?.ip_address}`,
        ' pfs dh-group19',
        ' source 192.0.2.10',
        ' ip address 169.254.70.2 255.255.255.252',
        'ip route-static 192.168.0.0 255.255.255.0 Tunnel0/0/1 169.254.70.1',
      ]) {
        expect(body.peer_config?.split('\n')).toContain(line)
      }
      expect(body.peer_config?.includes('security-policy')).toBe(device.type === 'USG')
    },
  )

  test('mirrors the flows of policies', async () => {
    const { cloud, id } = await prepare({
      style: 'policy',
      policy_rules: [{ source: '192.168.0.0/25', destination: ['10.10.0.0/24', '10.10.1.0/26'] }],
    })
    const lines = (await ask(cloud, id, router)).body.peer_config?.split('\n')
    expect(lines).toContain(' rule 5 permit ip source 10.10.0.0 0.0.0.255 destination 192.168.0.0 0.0.0.127')
    expect(lines).toContain(' rule 10 permit ip source 10.10.1.0 0.0.0.63 destination 192.168.0.0 0.0.0.127')
    expect(lines?.some((line) => line.includes('Tunnel'))).toBe(false)
  })

  test('names both ASNs where BGP is spoken, and the old version of IKE', async () => {
    const { cloud, id } = await prepare({
      style: 'bgp',
      ikepolicy: { ike_version: 'v1' },
      ipsecpolicy: { pfs: 'disable' },
    })
    const text = (await ask(cloud, id, router)).body.peer_config ?? ''
    expect(text).toContain('bgp 65010\n peer 169.254.70.1 as-number 64512')
    expect(text).toContain(' undo version 2\n exchange-mode main')
    expect(text).not.toContain(' pfs ')
  })

  test.each([{ vendor: 'Example' }, { type: 'AR' }, { model: 'USG1' }, { version: 'V0' }])(
    'is refused for a device that is not in the list: %o',
    async (change) => {
      const { cloud, id } = await prepare()
      expect(await ask(cloud, id, { ...documented, ...change })).toMatchObject(refused('supported device'))
    },
  )

  test('wants all four words, and a connection that is there', async () => {
    const { cloud, id } = await prepare()
    const input = { params: { vpn_connection_id: id }, body: { vendor: 'Huawei', type: 'USG', version: 'default' } }
    expect(await cloud.untyped('exportVpnConnectionPeerConfiguration', input)).toMatchObject(refused('model'))
    expect(await ask(cloud, '11111111-2222-4333-8444-555555555555')).toMatchObject(gone)
  })
})

describe('a region without the newer calls', () => {
  test('answers them as an address that is not there, and the others as ever', async () => {
    const { cloud, id } = await prepare()
    cloud.control.setMissing(cloud.projectId, ['exportVpnConnectionPeerConfiguration', 'listConnectionIpsecSa'])
    const missing = { status: 404, body: { error_code: 'APIGW.0101' } }
    expect(await ask(cloud, id)).toMatchObject(missing)
    const params = { vpn_connection_id: id }
    expect(await cloud.call('listConnectionIpsecSa', { params })).toMatchObject(missing)
    expect(await cloud.call('showVpnConnection', { params })).toMatchObject({ status: 200 })
    cloud.control.setMissing(cloud.projectId, [])
    expect(await ask(cloud, id)).toMatchObject({ status: 200 })
  })
})
