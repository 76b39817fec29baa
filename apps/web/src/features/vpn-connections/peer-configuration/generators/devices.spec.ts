import { describe, expect, test } from 'vitest'
import { peerSideOf, type PeerSide } from '../peer-side.ts'
import { connection, customerGateway, gateway } from '../testing.ts'
import { cisco } from './cisco.ts'
import { fortigate } from './fortigate.ts'
import { huaweiAr, huaweiUsg } from './huawei.ts'
import { juniper } from './juniper.ts'
import { mikrotik } from './mikrotik.ts'
import { pfsenseSettings } from './pfsense.ts'
import { strongswan } from './strongswan.ts'

type Change = Parameters<typeof connection>[0]

const second = {
  id: 'conn-2',
  name: 'lyon-2',
  vgw_ip: 'eip-2',
  tunnel_local_address: '169.254.70.5/30',
  tunnel_peer_address: '169.254.70.6/30',
}

const side = (change: Change = {}, { psk = '', isBehindNat = false, isPair = false } = {}): PeerSide =>
  peerSideOf(
    isPair ? [connection(change), connection({ ...change, ...second })] : [connection(change)],
    { gateway, customerGateway },
    { psks: [psk, psk], isBehindNat },
  )

const ike = (change: object): Change => ({ ikepolicy: { ...connection().ikepolicy, ...change } })
const policy: Change = {
  style: 'POLICY',
  policy_rules: [{ source: '10.0.0.0/24', destination: ['172.20.0.0/16'] }],
}

describe('strongSwan', () => {
  test('keeps the hash as the key derivation of a counter mode, and as integrity of the others', () => {
    const text = strongswan.generate(side())
    expect(text).toContain('proposals = aes256gcm16-prfsha384-ecp384\n')
    expect(text).toContain('esp_proposals = aes256-sha256-modp2048\n')
  })

  test('has an interface id of its own for each tunnel, and none in policy mode', () => {
    expect(strongswan.generate(side({}, { isPair: true })).match(/if_id_in = \d+/g)).toEqual([
      'if_id_in = 4480',
      'if_id_in = 4481',
    ])
    expect(strongswan.generate(side(policy))).not.toContain('if_id')
  })

  test('leaves the own address open behind NAT, but not the own id', () => {
    const text = strongswan.generate(side({}, { isBehindNat: true }))
    expect(text).toContain('local_addrs = %any\n')
    expect(text).toContain('encap = yes\n')
    expect(text).toContain('id = 198.51.100.7\n')
  })

  test.each(['0xDEADbeef,1', '0sAbcd1234', '0XAbcd1234,'])('hands over %s, which looks encoded, encoded', (psk) => {
    const text = strongswan.generate(side({}, { psk }))
    expect(text).toContain(`secret = 0s${Buffer.from(psk).toString('base64')}\n`)
  })

  test('goes by aggressive mode and its own time to give up with IKEv1 only', () => {
    const text = strongswan.generate(side(ike({ ike_version: 'v1', phase1_negotiation_mode: 'aggressive' })))
    expect(text).toContain('aggressive = yes\n')
    expect(text).toContain('dpd_timeout = 75s\n')
    expect(strongswan.generate(side())).not.toMatch(/aggressive|dpd_timeout/)
  })
})

describe('Cisco IOS-XE', () => {
  test('offers the proposals of both tunnels in one policy', () => {
    expect(cisco.generate(side({}, { isPair: true }))).toContain(
      'crypto ikev2 policy lyon-1\n match address local 198.51.100.7\n proposal lyon-1\n proposal lyon-2\n!\n',
    )
  })

  test('has one crypto map entry with the second gateway as its backup', () => {
    const text = cisco.generate(side(policy, { isPair: true }))
    expect(text.match(/^crypto map .*isakmp$/gm)).toHaveLength(1)
    expect(text).toContain(' set peer 203.0.113.1 default\n set peer 203.0.113.2\n')
  })

  test('says what newer releases refuse', () => {
    expect(cisco.remarks(side(ike({ dh_group: 'group2' }))).join()).toContain('groups 1, 2 and 5')
  })

  test('has no counter mode in IKEv1', () => {
    const peer = side(ike({ ike_version: 'v1' }))
    expect(cisco.generate(peer)).toContain(' encryption <aes-256-gcm-16-NOT-ON-THIS-DEVICE>\n')
    expect(cisco.remarks(peer).join()).toContain('no aes-256-gcm-16 for IKE encryption')
  })
})

describe('FortiGate', () => {
  test('has names that an interface can have', () => {
    const text = fortigate.generate(side({ name: 'a-site-with-a-very-long-name' }, { isPair: true }))
    const names = [...text.matchAll(/^ {4}edit "([^"]+)"$/gm)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(4)
    for (const name of names) expect(name.length).toBeLessThanOrEqual(15)
  })

  test('gives a tunnel interface both addresses', () => {
    expect(fortigate.generate(side())).toContain(
      '        set ip 169.254.70.2 255.255.255.255\n        set remote-ip 169.254.70.1 255.255.255.252\n',
    )
  })
})

describe('Juniper SRX', () => {
  test('takes a key that looks encrypted as it is', () => {
    const text = juniper.generate(side({}, { psk: '$9$Abcd1234' }))
    expect(text).toContain(`pre-shared-key hexadecimal "${Buffer.from('$9$Abcd1234').toString('hex')}"\n`)
  })

  test('says where its own key derivation differs', () => {
    expect(juniper.remarks(side()).join()).not.toContain('derives')
    expect(juniper.remarks(side(ike({ authentication_algorithm: 'sha2-256' }))).join()).toContain(
      'derives IKE keys by sha2-384',
    )
  })

  test('says which lifetime it takes instead', () => {
    const peer = side(ike({ lifetime_seconds: 604_800 }))
    expect(juniper.generate(peer)).toContain('ike proposal lyon-1 lifetime-seconds 86400\n')
    expect(juniper.remarks(peer).join()).toContain('604800 s')
  })
})

describe('RouterOS', () => {
  test('says that it has no BGP over IPsec, and writes no command', () => {
    const peer = side({ style: 'BGP' })
    expect(mikrotik.generate(peer)).toMatch(/^(?:#.*\n)+$/)
    expect(mikrotik.remarks(peer).join()).toContain('no tunnel interface')
  })

  test('reads no variable into a key', () => {
    expect(mikrotik.generate(side({}, { psk: 'Ab$c1234' }))).toContain(String.raw`secret="Ab\$c1234"`)
  })
})

test('pfSense has the tunnel’s own two addresses in routed mode', () => {
  const phase2 = pfsenseSettings(side()).find(({ title }) => title === 'Phase 2 of lyon-1')
  expect(phase2?.settings.slice(0, 3)).toEqual([
    ['Mode', 'Routed (VTI)'],
    ['Local network', '169.254.70.2/30'],
    ['Remote network', '169.254.70.1'],
  ])
})

describe('Huawei', () => {
  test('names counter modes by the length of their check value in bits', () => {
    expect(huaweiUsg.generate(side())).toContain(' encryption-algorithm aes-256-gcm-128\n')
  })

  test('takes the order of DPD messages over for IKEv1', () => {
    const text = huaweiAr.generate(side(ike({ ike_version: 'v1', dpd: { msg: 'seq-notify-hash' } })))
    expect(text).toContain(' dpd msg seq-notify-hash\n')
  })

  test('prefers the first tunnel', () => {
    const text = huaweiAr.generate(side({}, { isPair: true }))
    expect(text).toContain('ip route-static 10.0.0.0 255.255.255.0 Tunnel0/0/1\n')
    expect(text).toContain('ip route-static 10.0.0.0 255.255.255.0 Tunnel0/0/2 preference 80\n')
  })
})
