import { reasons, type VpnConnection } from '@vpn-console/api-client'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editorLink } from './editor-link.ts'
import { explain } from './explanation.ts'
import { fieldValue } from './field-value.ts'

const connection: VpnConnection = {
  id: 'c1',
  name: 'paris-lyon',
  status: 'DOWN',
  vgw_id: 'g1',
  vgw_ip: 'eip-1',
  style: 'STATIC',
  cgw_id: 'cgw-1',
  peer_subnets: ['192.168.0.0/24', '192.168.1.0/24'],
  ikepolicy: {
    ike_version: 'v2',
    dh_group: 'group20',
    encryption_algorithm: 'aes-256',
    authentication_algorithm: 'sha2-256',
    lifetime_seconds: 86_400,
    local_id_type: 'ip',
    local_id: '192.0.2.1',
    peer_id_type: 'fqdn',
    peer_id: 'vpn.lyon.example',
    dpd: { timeout: 15, interval: 30, msg: 'seq-hash-notify' },
  },
  ipsecpolicy: { pfs: 'group15', encryption_algorithm: 'aes-128', authentication_algorithm: 'sha2-256' },
}

describe('explain', () => {
  test('leads to the one field that differs, with its present value and when a change acts', () => {
    const { fields, known, plain } = explain('Responder DH mismatch', connection)
    expect(known?.name).toBe('responder dh mismatch')
    expect(plain).toContain('Diffie-Hellman')
    expect(fields).toEqual(['ikepolicy.dh_group'])
  })

  test.each([
    ['STATIC', ['peer_subnets']],
    ['POLICY', ['policy_rules', 'peer_subnets']],
  ] as const)('in mode %s the networks are %j', (style, paths) => {
    expect(explain('flow mismatch', { ...connection, style }).fields).toEqual(paths)
  })

  test('a GM connection is not led to a key or to algorithms that it does not have', () => {
    const gm = { ...connection, ikepolicy: { authentication_method: 'digital-envelope-v2' as const } }
    for (const { name } of reasons) {
      expect(explain(name, gm).fields.filter((path) => /psk|algorithm|dh_group|pfs/.test(path))).toEqual([])
    }
  })

  test('works for every reason, on a connection of which hardly anything is known', () => {
    const bare: VpnConnection = {
      id: 'c',
      name: 'c',
      status: 'DOWN',
      vgw_id: 'g',
      vgw_ip: 'e',
      style: 'BGP',
      cgw_id: 'x',
    }
    for (const { name } of reasons) {
      for (const one of [connection, bare]) {
        const { plain, fields, after } = explain(name, one)
        expect(plain).not.toBe('')
        expect(after).not.toBe('')
        for (const path of fields) expect(fieldValue(one, path, (id) => id)).not.toBe('')
      }
    }
  })

  test('whatever a region invents is shown as it is, with a next step', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        fc.pre(!reasons.some(({ name }) => name.length === text.length))
        const { raw, fix, peer, fields } = explain(text, connection)
        expect(raw).toBe(text)
        expect(fields).toEqual([])
        expect(fix).toContain('ticket')
        expect(peer).not.toBe('')
      }),
    )
  })
})

test('a setting is shown as people write it, and the key never', () => {
  const withKey = { ...connection, psk: 'a secret' }
  const named = (id: string) => `${id} by name`
  expect(fieldValue(connection, 'ikepolicy.dh_group', named)).toBe('Group 20')
  expect(fieldValue(connection, 'cgw_id', named)).toBe('cgw-1 by name')
  expect(fieldValue(connection, 'ikepolicy.dpd.timeout', named)).toBe('15 s')
  expect(fieldValue(withKey, 'psk', named)).toBe('Not shown')
})

test('the editor opens at the field; the key has a page of its own', () => {
  expect(editorLink('demo', 'c1', 'ikepolicy.dh_group')).toBe(
    '/clouds/demo/vpn-connections/c1/edit?field=ikepolicy.dh_group',
  )
  expect(editorLink('demo', 'c1', 'policy_rules_v6')).toBe('/clouds/demo/vpn-connections/c1/edit?field=policy_rules')
  expect(editorLink('demo', 'c1', 'psk')).toBe('/clouds/demo/vpn-connections/c1/pre-shared-key')
})
