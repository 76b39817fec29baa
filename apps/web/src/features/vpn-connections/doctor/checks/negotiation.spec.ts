import { reasons, suggestTunnelAddresses } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  connection,
  customerGateway,
  deleted,
  established,
  factsWith,
  failed,
  gateway,
  now,
  other,
} from '../testing.ts'
import { gatewayAddress, gatewayState, peerAddress, redundancy, tunnelState } from './ends.ts'
import { quotaLeft } from './limits.ts'
import { keyInForce, lastEstablishedAnew, recentReasons } from './log.ts'
import { deadPeerDetection, fittingSettings, identities, ikeProposal, ipsecProposal } from './security.ts'
import { asNumbers, bgpSession, networkProbe, tunnelAddresses } from './tunnel.ts'

const withLog = (...lines: ReturnType<typeof established>[]) => ({ log: { value: { lines, since: now - 86_400_000 } } })
const ike = (more: object) => ({ ...connection, ikepolicy: { ...connection.ikepolicy, ...more } })

describe('both ends', () => {
  test.each([
    ['ACTIVE', 'passed'],
    ['DOWN', 'failed'],
    ['FREEZED', 'failed'],
    ['ERROR', 'failed'],
    ['PENDING_UPDATE', 'note'],
    ['SOMETHING_NEW', 'note'],
  ])('a tunnel that is %s: %s', (status, outcome) => {
    expect(tunnelState(factsWith({ connection: { ...connection, status } }))?.outcome).toBe(outcome)
  })

  test.each([
    ['ACTIVE', 'passed'],
    ['FREEZED', 'failed'],
    ['FAULT', 'failed'],
    ['UPGRADING', 'note'],
  ])('a gateway that is %s: %s', (status, outcome) => {
    expect(gatewayState(factsWith({ gateway: { value: { ...gateway, status } } }))?.outcome).toBe(outcome)
  })

  test.each([
    ['VPN', 'passed'],
    ['DOWN', 'failed'],
    ['FREEZED', 'failed'],
    ['BIND_FREEZED', 'failed'],
  ])('an EIP that is %s: %s', (status, outcome) => {
    expect(gatewayAddress(factsWith({ eips: { value: [{ id: 'eip-1', status }] } }))?.outcome).toBe(outcome)
  })

  test('an address that is not the gateway’s any more fails', () => {
    const { eip1: _, ...without } = gateway
    expect(gatewayAddress(factsWith({ gateway: { value: without } }))?.finding).toContain('which is none of gw-paris')
  })

  test('a device that speaks from elsewhere fails, one that never spoke is worth a look', () => {
    expect(peerAddress(factsWith())?.outcome).toBe('passed')
    const moved = { ...customerGateway, id_value: '203.0.113.77' }
    expect(peerAddress(factsWith({ customerGateway: { value: moved } }))?.outcome).toBe('failed')
    expect(peerAddress(factsWith(withLog()))?.outcome).toBe('note')
  })

  test('one tunnel, or a second that is down, is worth a look', () => {
    expect(redundancy(factsWith())?.outcome).toBe('passed')
    expect(redundancy(factsWith({ connections: { value: [connection] } }))?.outcome).toBe('note')
    const down = { ...other, status: 'DOWN' as const }
    expect(redundancy(factsWith({ connections: { value: [connection, down] } }))?.outcome).toBe('note')
  })

  test('a full quota is worth a look', () => {
    expect(quotaLeft(factsWith())?.outcome).toBe('passed')
    const full = { value: [{ type: 'vpn_connection' as const, quota: 2, used: 2 }] }
    expect(quotaLeft(factsWith({ quotas: full }))?.outcome).toBe('note')
  })
})

describe('algorithms', () => {
  test.each([
    [{}, 'passed'],
    [{ dh_group: 'group2' }, 'note'],
    [{ authentication_algorithm: 'sm3' }, 'failed'],
  ])('IKE %j: %s', (more, outcome) => {
    expect(ikeProposal(factsWith({ connection: ike(more) }))?.outcome).toBe(outcome)
  })

  test('of IPsec are judged by themselves', () => {
    const weak = { ...connection, ipsecpolicy: { ...connection.ipsecpolicy, pfs: 'disable' as const } }
    const found = ipsecProposal(factsWith({ connection: weak }))
    expect(found?.outcome).toBe('note')
    expect(found?.fixes?.[0]?.at?.field).toBe('ipsecpolicy.pfs')
    expect(ikeProposal(factsWith({ connection: weak }))?.outcome).toBe('passed')
  })

  test('that do not go together are worth a look', () => {
    expect(fittingSettings(factsWith())?.outcome).toBe('passed')
    expect(fittingSettings(factsWith({ connection: ike({ ike_version: 'v1' }) }))?.finding).toContain('IKEv2 only')
    expect(fittingSettings(factsWith({ connection: ike({ lifetime_seconds: 600 }) }))?.finding).toContain(
      'lives longer',
    )
  })

  test('an identity that is not the device’s address, and a slow detection, are worth a look', () => {
    expect(identities(factsWith())?.outcome).toBe('passed')
    expect(identities(factsWith({ connection: ike({ peer_id: '10.0.0.5' }) }))?.outcome).toBe('note')
    expect(deadPeerDetection(factsWith())?.outcome).toBe('passed')
    expect(deadPeerDetection(factsWith({ connection: ike({ dpd: { interval: 3_600, timeout: 15 } }) }))?.outcome).toBe(
      'note',
    )
    expect(deadPeerDetection(factsWith({ connection: ike({ dpd: undefined }) }))?.outcome).toBe('unknown')
  })
})

describe('tunnel addresses', () => {
  const check = (tunnel_local_address: string, tunnel_peer_address: string) =>
    tunnelAddresses(factsWith({ connection: { ...connection, tunnel_local_address, tunnel_peer_address } }))

  test('mirror each other exactly where they are the two hosts of one /30', () => {
    const host = fc.tuple(fc.integer({ min: 80, max: 82 }), fc.nat(15))
    fc.assert(
      fc.property(host, host, ([a, b], [c, d]) => {
        const isHost = (value: number) => value % 4 === 1 || value % 4 === 2
        const fits = a === c && b !== d && Math.floor(b / 4) === Math.floor(d / 4) && isHost(b) && isHost(d)
        expect(check(`169.254.${a}.${b}/30`, `169.254.${c}.${d}/30`)?.outcome).toBe(fits ? 'passed' : 'failed')
      }),
    )
  })

  test('that the wizard suggests pass', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const used = [other.tunnel_local_address ?? '']
        const { tunnel_local_address, tunnel_peer_address } = suggestTunnelAddresses(used, seed)
        expect(check(tunnel_local_address, tunnel_peer_address)?.outcome).toBe('passed')
      }),
    )
  })

  test('of another tunnel of the gateway fail', () => {
    expect(check('169.254.71.2/30', '169.254.71.1/30')?.finding).toContain('paris-lyon-2 of the same gateway')
  })
})

describe('BGP', () => {
  const bgp = { ...connection, style: 'BGP' as const }
  const asn = (here: number | undefined, there: number | undefined, seen?: number) => {
    const { bgp_asn: _, ...ofGateway } = gateway
    const { bgp_asn: __, ...ofCustomer } = customerGateway
    return asNumbers(
      factsWith({
        connection: { ...bgp, ...(seen !== undefined && { bgp_peer: { peer_asn: seen } }) },
        gateway: { value: { ...ofGateway, ...(here !== undefined && { bgp_asn: here }) } },
        customerGateway: { value: { ...ofCustomer, ...(there !== undefined && { bgp_asn: there }) } },
      }),
    )?.outcome
  }

  test('needs two AS numbers that differ and mirror each other', () => {
    expect(asn(64_512, 65_010)).toBe('passed')
    expect(asn(64_512, 64_512)).toBe('failed')
    expect(asn(64_512, undefined)).toBe('failed')
    expect(asn(64_512, 65_010, 65_999)).toBe('failed')
    expect(asn(undefined, 65_010)).toBe('unknown')
    expect(asNumbers(factsWith())).toBeUndefined()
  })

  test.each([
    ['established', 'ACTIVE', 'passed'],
    ['active', 'ACTIVE', 'failed'],
    ['active', 'DOWN', 'unknown'],
  ])('that is %s in a tunnel that is %s: %s', (state, status, outcome) => {
    const found = bgpSession(factsWith({ connection: { ...bgp, status, bgp_peer: { state } } }))
    expect(found?.outcome).toBe(outcome)
  })
})

test('a probe that is not answered keeps an established tunnel from being connected', () => {
  expect(networkProbe(factsWith())?.outcome).toBe('passed')
  expect(networkProbe(factsWith({ connection: { ...connection, status: 'DOWN' } }))?.outcome).toBe('failed')
  expect(networkProbe(factsWith({ connection: { ...connection, enable_nqa: false } }))?.outcome).toBe('note')
})

describe('recent reasons', () => {
  test('fail where the last line is a failure, and lead to the field', () => {
    const found = recentReasons(
      factsWith(withLog(failed(1, 'Responder DH mismatch'), failed(2, 'responder dh mismatch'), established(60))),
    )
    expect(found?.outcome).toBe('failed')
    expect(found?.details?.[0]).toContain('responder dh mismatch, 2 times')
    expect(found?.fixes?.[0]?.at?.field).toBe('ikepolicy.dh_group')
  })

  test('that are over are worth a look, those that are normal or old are not', () => {
    expect(recentReasons(factsWith(withLog(established(1), deleted(3, 'dpd timeout'))))?.outcome).toBe('note')
    expect(recentReasons(factsWith(withLog(established(1), deleted(1, 'phase2 sa replace'))))?.outcome).toBe('passed')
    expect(recentReasons(factsWith(withLog(established(1), failed(2_000, 'version mismatch'))))?.outcome).toBe('passed')
  })

  test.each([...reasons.map(({ name }) => name), 'a reason that nobody has seen'])(
    '%s is told and never breaks',
    (name) => {
      const found = recentReasons(factsWith(withLog(failed(1, name))))
      expect(found?.outcome).toBe('failed')
      expect(found?.finding).toContain(name)
    },
  )
})

describe('a key that was changed', () => {
  const changed = (minutesAgo: number) => ({
    ...connection,
    updated_at: new Date(now - minutesAgo * 60_000).toISOString(),
  })
  const check = (minutesAgo: number, ...lines: ReturnType<typeof established>[]) =>
    keyInForce(factsWith({ connection: changed(minutesAgo), ...withLog(...lines) }))

  test('is in use once the tunnel was established anew', () => {
    expect(check(30, established(10))?.outcome).toBe('passed')
  })

  test('may not be where only the IPsec keys were renewed since', () => {
    const found = check(30, established(10), deleted(10, 'phase2 sa replace'), established(60))
    expect(found?.outcome).toBe('note')
    expect(found?.fixes?.[0]?.at?.field).toBe('psk')
  })

  test('cannot be known where the log does not reach back, or cannot be read', () => {
    expect(check(30, established(10), deleted(10, 'phase2 sa replace'))?.outcome).toBe('unknown')
    const unread = keyInForce(factsWith({ connection: changed(30), log: { why: 'The log could not be read.' } }))
    expect(unread?.outcome).toBe('unknown')
  })

  test('that the device refuses fails', () => {
    expect(check(30, failed(1, 'authentication fail'))?.outcome).toBe('failed')
  })

  test('needs no reset with IKEv1, and is no matter of a GM gateway', () => {
    expect(keyInForce(factsWith({ connection: ike({ ike_version: 'v1' }) }))?.outcome).toBe('passed')
    expect(keyInForce(factsWith({ gateway: { value: { ...gateway, flavor: 'GM' } } }))).toBeUndefined()
  })

  test('is looked for at the latest line that is no renewal', () => {
    const lines = [established(5), deleted(5, 'phase2 sa replace'), established(50), deleted(51, 'dpd timeout')]
    expect(lastEstablishedAnew(lines)).toBe(now - 50 * 60_000)
  })
})
