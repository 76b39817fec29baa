import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  readFortios,
  readIndented,
  readJunos,
  readRouteros,
  readSettings,
  readSwanctl,
} from '../../../../testing/device-syntax.ts'
import { peerSideOf, type PeerSide, type SubnetPair } from '../peer-side.ts'
import { estates, keys } from '../testing.ts'
import { peerDevices } from './devices.ts'

// Every property runs for each device: fewer draws of each make as many in all.
const runs = { numRuns: 50 }

const sides = fc
  .record({ estate: estates, psks: fc.tuple(fc.option(keys), fc.option(keys)), isBehindNat: fc.boolean() })
  .map(({ estate: { connections, gateway, customerGateway }, psks, isBehindNat }) => ({
    connections,
    peer: peerSideOf(
      connections,
      { gateway, customerGateway },
      { psks: psks.map((psk) => psk ?? undefined), isBehindNat },
    ),
  }))

const deviceOf = (id: string) => {
  const device = peerDevices.find((each) => each.id === id)
  if (!device) throw new Error(`There is no device ${id}.`)
  return device
}

const addressOf = (block: string) => block.split('/')[0] ?? ''
const isIpv4 = ({ local, remote }: SubnetPair) => !local.includes(':') && !remote.includes(':')
const textsOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found.slice(1, 3))

/** How each device names the subnets that a child SA joins: own first. */
const pairPatterns: Record<string, RegExp> = {
  strongswan: /local_ts = (\S+)\n +remote_ts = (\S+)/g,
  'cisco-ios-xe': /permit ip (\S+)(?: \d\S+)? (\S+)/g,
  fortigate: /set src-subnet (\S+)[^\n]*\n +set dst-subnet (\S+)/g,
  'juniper-srx': /local-ip (\S+)\n[^\n]* remote-ip (\S+)/g,
  mikrotik: /tunnel=yes src-address=(\S+) dst-address=(\S+)/g,
  'pfsense-opnsense': /Local network +(\S+)\n[^\n]*\nRemote network +(\S+)/g,
  'huawei-ar': /permit ip source (\S+)(?: \d\S+)? destination (\S+)/g,
  'huawei-usg': /permit ip source (\S+)(?: \d\S+)? destination (\S+)/g,
}

/** Where RouterOS has no text, and says so. */
const hasText = (id: string, { mode }: PeerSide) => id !== 'mikrotik' || mode !== 'bgp'

describe.each(peerDevices.map(({ id, label }) => ({ id, label })))('$label', ({ id }) => {
  const device = deviceOf(id)

  test('never writes a value that is none', () => {
    fc.assert(
      fc.property(sides, ({ peer }) => {
        const written = [device.generate(peer), ...device.remarks(peer), ...device.steps(peer)].join('\n')
        expect(written).not.toMatch(/undefined|\[object|NaN|Infinity|null|=>/)
      }),
      runs,
    )
  })

  test('names the gateway’s addresses and the ids of both ends', () => {
    fc.assert(
      fc.property(sides, ({ peer }) => {
        if (!hasText(id, peer)) return
        const text = device.generate(peer)
        for (const { gatewayAddress, localId, ike } of peer.tunnels) {
          expect(text).toContain(gatewayAddress)
          // A crypto map has one profile, and IKEv1 of IOS takes its name from the router itself.
          if (id !== 'cisco-ios-xe' || (ike.version === 2 && peer.mode !== 'policy'))
            expect(text).toContain(localId.value)
        }
      }),
      runs,
    )
  })

  test('asks for exactly the pairs of the connection, seen from its own end', () => {
    fc.assert(
      fc.property(sides, ({ peer, connections: [{ style, policy_rules = [] }] }) => {
        if (style !== 'POLICY') return
        const wanted = policy_rules
          .flatMap(({ source = '', destination = [] }) => destination.map((local) => ({ local, remote: source })))
          .filter((pair) => ['strongswan', 'mikrotik', 'pfsense-opnsense'].includes(id) || isIpv4(pair))
          .map(({ local, remote }) => [addressOf(local), addressOf(remote)])
        const found = textsOf(device.generate(peer), pairPatterns[id] ?? /$^/g).map((pair) => pair.map(addressOf))
        // Devices that set up each tunnel for itself have them once for each.
        const times = found.length / wanted.length
        expect([1, peer.tunnels.length]).toContain(times)
        expect(found).toEqual(Array.from({ length: times }, () => wanted).flat())
      }),
      runs,
    )
  })

  test('says of every gap in the text which algorithm is missing', () => {
    fc.assert(
      fc.property(sides, ({ peer }) => {
        const gaps = textsOf(device.generate(peer), /<(\S+?)-NOT-ON-THIS-DEVICE>/g).map(([name = '']) => name)
        const remarks = device.remarks(peer).join('\n')
        for (const gap of gaps) expect(remarks).toContain(` has no ${gap} `)
      }),
      runs,
    )
  })

  test('has no key unless one is given, and then the whole of it', () => {
    fc.assert(
      fc.property(sides, keys, ({ peer }, psk) => {
        if (!hasText(id, peer)) return
        const without = device.generate({
          ...peer,
          tunnels: peer.tunnels.map((tunnel) => ({ ...tunnel, psk: undefined })),
        })
        const given = device.generate({ ...peer, tunnels: peer.tunnels.map((tunnel) => ({ ...tunnel, psk })) })
        expect(without).toContain('<PRE-SHARED-KEY>')
        expect(without).not.toContain(psk)
        expect(given).not.toContain('<PRE-SHARED-KEY>')
        expect(keysIn(id, given)).toEqual(peer.tunnels.map(() => psk))
      }),
      runs,
    )
  })

  test('writes what the device can read', () => {
    fc.assert(
      fc.property(sides, ({ peer }) => {
        expect(() => readers[id]?.(device.generate(peer))).not.toThrow()
      }),
      runs,
    )
  })
})

const ciscoCommands = [
  'crypto ikev2 proposal',
  'crypto ikev2 policy',
  'crypto ikev2 keyring',
  'crypto ikev2 profile',
  'crypto isakmp policy',
  'crypto isakmp profile',
  'crypto keyring',
  'crypto ipsec transform-set',
  'crypto ipsec profile',
  'crypto map',
  'interface',
  'ip route',
  'ip access-list extended',
  'router bgp',
  'end',
]

const huaweiCommands = [
  'ike proposal',
  'ike peer',
  'ipsec proposal',
  'ipsec profile',
  'ipsec policy',
  'interface',
  'ip route-static',
  'acl number',
  'bgp',
  'firewall zone untrust',
  'security-policy',
  'return',
]

const readHuawei = (text: string) => readIndented(text, '#', huaweiCommands)

const readers: Record<string, (text: string) => unknown> = {
  strongswan: readSwanctl,
  'cisco-ios-xe': (text) => readIndented(text, '!', ciscoCommands),
  fortigate: readFortios,
  'juniper-srx': readJunos,
  mikrotik: readRouteros,
  'pfsense-opnsense': readSettings,
  'huawei-ar': readHuawei,
  'huawei-usg': readHuawei,
}

const decodeSwanctl = (entry: ReturnType<typeof readSwanctl>[string]) => {
  const secret = typeof entry === 'object' ? entry['secret'] : undefined
  if (typeof secret !== 'string') return undefined
  return secret.startsWith('0s') ? Buffer.from(secret.slice(2), 'base64').toString() : secret
}

/** The keys that a device would have after it was told a text. */
const keysIn = (id: string, text: string): (string | undefined)[] => {
  switch (id) {
    case 'strongswan': {
      const { secrets } = readSwanctl(text)
      return Object.values(typeof secrets === 'object' ? secrets : {}).map(decodeSwanctl)
    }
    case 'fortigate':
      return (readFortios(text).get('psksecret') ?? []).map(([key]) => key)
    case 'juniper-srx':
      return readJunos(text)
        .filter((words) => words.includes('pre-shared-key'))
        .map((words) =>
          words.at(-2) === 'hexadecimal' ? Buffer.from(words.at(-1) ?? '', 'hex').toString() : words.at(-1),
        )
    case 'mikrotik':
      return readRouteros(text).flatMap(({ values }) => (values.has('secret') ? [values.get('secret')] : []))
    case 'pfsense-opnsense':
      return readSettings(text).flatMap(({ settings }) =>
        settings.has('Pre-shared key') ? [settings.get('Pre-shared key')] : [],
      )
    default:
      return textsOf(text, /^ +pre-shared-key (?:cipher |address \S+ key )?(\S+)$/gm).map(([key]) => key)
  }
}
