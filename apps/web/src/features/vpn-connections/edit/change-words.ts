import type { PolicyRule, VpnConnectionUpdate } from '@vpn-console/api-client'
import { effectWords } from '../fields/effects.ts'
import { secondsWords, securityWords } from '../fields/security-words.ts'
import { changedPaths, settingsOf } from './settings-diff.ts'

export { effectWords }

/** One changed setting in words: what it is, what it was, what it will be, and when that acts. */
export type Change = { path: string; label: string; before: string; after: string; effect: string }

const labels: Record<string, string> = {
  name: 'Name',
  cgw_id: 'Customer gateway',
  peer_subnets: 'Peer subnets',
  peer_subnets_v6: 'Peer subnets (IPv6)',
  policy_rules: 'Policy rules',
  policy_rules_v6: 'Policy rules (IPv6)',
  tunnel_local_address: 'Local tunnel address',
  tunnel_peer_address: 'Peer tunnel address',
  enable_hub: 'Branch interconnection',
  psk: 'Pre-shared key',
  'ikepolicy.ike_version': 'IKE version',
  'ikepolicy.phase1_negotiation_mode': 'Negotiation mode',
  'ikepolicy.encryption_algorithm': 'IKE encryption algorithm',
  'ikepolicy.authentication_algorithm': 'IKE authentication algorithm',
  'ikepolicy.dh_group': 'DH group',
  'ikepolicy.lifetime_seconds': 'IKE SA lifetime',
  'ikepolicy.local_id_type': 'Local ID type',
  'ikepolicy.local_id': 'Local ID',
  'ikepolicy.peer_id_type': 'Peer ID type',
  'ikepolicy.peer_id': 'Peer ID',
  'ikepolicy.dpd.interval': 'DPD interval',
  'ikepolicy.dpd.timeout': 'DPD timeout',
  'ikepolicy.dpd.msg': 'DPD payload order',
  'ipsecpolicy.encryption_algorithm': 'IPsec encryption algorithm',
  'ipsecpolicy.authentication_algorithm': 'IPsec authentication algorithm',
  'ipsecpolicy.pfs': 'PFS',
  'ipsecpolicy.lifetime_seconds': 'IPsec SA lifetime',
}

/** What a setting is called in the forms, by its dotted path. */
export const settingLabel = (path: string): string => labels[path] ?? path

const payloadOrders: Record<string, string> = {
  'seq-hash-notify': 'Hash, then notify',
  'seq-notify-hash': 'Notify, then hash',
}

const isRule = (value: unknown): value is PolicyRule =>
  typeof value === 'object' && value !== null && 'destination' in value

const inSeconds = /(?:lifetime_seconds|dpd\.interval|dpd\.timeout)$/
const inOwnWords = /(?:ike_version|mode|algorithm|dh_group|pfs|id_type)$/

/** A value of a setting as people write it. */
export const wordsOf = (path: string, value: unknown, nameOf: (cgwId: string) => string): string => {
  if (value === undefined) return '–'
  if (Array.isArray(value)) {
    if (value.length === 0) return 'None'
    return value
      .map((item: unknown) =>
        isRule(item) ? `${item.source ?? ''} → ${(item.destination ?? []).join(', ')}` : String(item),
      )
      .join('\n')
  }
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  // Nothing else is left than texts and numbers.
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (path === 'cgw_id') return nameOf(text)
  if (path === 'ikepolicy.dpd.msg') return payloadOrders[text] ?? text
  if (inSeconds.test(path)) return secondsWords(text)
  return inOwnWords.test(path) ? securityWords(text) : text
}

/** The changes that are about to be sent, in the order of the form. A key is never shown, not even the new one. */
export const changesBetween = (
  before: VpnConnectionUpdate,
  after: VpnConnectionUpdate,
  nameOf: (cgwId: string) => string = (id) => id,
): Change[] => {
  const [old, next] = [settingsOf(before), settingsOf(after)]
  const ikeVersion = after.ikepolicy?.ike_version ?? 'v1'
  return changedPaths(before, after).map((path) => ({
    path,
    label: settingLabel(path),
    before: path === 'psk' ? 'Not shown' : wordsOf(path, old.get(path), nameOf),
    after: path === 'psk' ? 'A new key' : wordsOf(path, next.get(path), nameOf),
    effect: effectWords(path, ikeVersion),
  }))
}

/** Whether the cloud would take the request and do nothing: with IKE v2 a new key alone has no effect until a reset. */
export const isKeyAlone = (body: VpnConnectionUpdate, ikeVersion: string | undefined): boolean =>
  ikeVersion === 'v2' && Object.keys(body).join() === 'psk'

/** Whether a reset brings a change about sooner: what is negotiated waits for the next negotiation otherwise. */
export const waitsForNegotiation = (paths: readonly string[]): boolean =>
  paths.some(
    (path) => path === 'psk' || (/^(?:ikepolicy|ipsecpolicy)\./.test(path) && path !== 'ikepolicy.ike_version'),
  )
