import { describe, expect, test } from 'vitest'
import { changesBetween, effectWords, isKeyAlone, waitsForNegotiation } from './change-words.ts'
import { editValuesOf, type ConnectionEditValues } from './edit-form.ts'
import { settingsPair } from './edit-problems.ts'
import { facts, policyConnection } from './testing.ts'

const changes = (change: Partial<ConnectionEditValues>, connection = facts.connection) => {
  const { before, after } = settingsPair({ ...editValuesOf(connection), ...change }, { ...facts, connection })
  return changesBetween(before, after, (id) => facts.customerGateways.find((one) => one.id === id)?.name ?? id)
}

const ike = (change: Partial<ConnectionEditValues['ikepolicy']>) => ({
  ikepolicy: { ...editValuesOf(facts.connection).ikepolicy, ...change },
})

describe('changesBetween', () => {
  test('nothing changed, nothing to say', () => {
    expect(changes({})).toEqual([])
    expect(changes({}, policyConnection)).toEqual([])
  })

  test('names what people know by name', () => {
    expect(changes({ cgw_id: 'cgw-2' })).toEqual([
      expect.objectContaining({ label: 'Customer gateway', before: 'cgw-lyon', after: 'cgw-nice' }),
    ])
  })

  test('a key is never shown', () => {
    const [change] = changes({ psk: 'Correct-Horse-9' })
    expect(change).toMatchObject({ label: 'Pre-shared key', before: 'Not shown', after: 'A new key' })
    expect(JSON.stringify(changes({ psk: 'Correct-Horse-9' }))).not.toContain('Correct-Horse-9')
  })

  test('algorithms, times and switches in the words of the form', () => {
    expect(
      changes(ike({ dh_group: 'group20', lifetime_seconds: '3600', local_id_type: 'fqdn', local_id: 'a.example' })).map(
        ({ label, before, after }) => [label, before, after],
      ),
    ).toEqual([
      ['DH group', 'Group 15', 'Group 20'],
      ['IKE SA lifetime', '86400 s (1 day)', '3600 s (1 hour)'],
      ['Local ID type', 'IP address', 'Name (FQDN)'],
      ['Local ID', '192.0.2.1', 'a.example'],
    ])
  })

  test('rules one a line', () => {
    const [change] = changes(
      { policy_rules: [{ source: '10.0.0.0/24', destination: '192.168.0.0/24' }] },
      policyConnection,
    )
    expect(change).toMatchObject({
      label: 'Policy rules',
      before: '10.0.0.0/24 → 192.168.0.0/24, 192.168.1.0/24\n10.0.1.0/24 → 192.168.0.0/24',
      after: '10.0.0.0/24 → 192.168.0.0/24',
    })
  })
})

describe('effectWords', () => {
  test('tells the cases of the manual apart', () => {
    expect(effectWords('name', 'v2')).toContain('interrupts nothing')
    expect(effectWords('ikepolicy.ike_version', 'v2')).toContain('at once')
    expect(effectWords('psk', 'v1')).toContain('next negotiation')
    expect(effectWords('psk', 'v2')).toContain('reset')
    expect(effectWords('ipsecpolicy.pfs', 'v2')).toContain('next negotiation')
    expect(effectWords('ikepolicy.peer_id_type', 'v2')).toBe(effectWords('ikepolicy.peer_id', 'v2'))
    expect(effectWords('peer_subnets', 'v2')).toContain('when the cloud has made the change')
  })
})

test.each([
  [{ psk: 'x' }, 'v2', true],
  [{ psk: 'x' }, 'v1', false],
  [{ psk: 'x', name: 'vpn-lyon' }, 'v2', false],
  [{ name: 'vpn-lyon' }, 'v2', false],
  [{}, 'v2', false],
])('%j with IKE %s is a key alone: %s', (body, version, isAlone) => {
  expect(isKeyAlone(body, version)).toBe(isAlone)
})

test.each([
  [['psk'], true],
  [['name', 'ipsecpolicy.pfs'], true],
  [['ikepolicy.ike_version'], false],
  [['name', 'peer_subnets'], false],
  [[], false],
])('%j waits for the next negotiation: %s', (paths, waits) => {
  expect(waitsForNegotiation(paths)).toBe(waits)
})
