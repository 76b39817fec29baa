import type { Reason } from './reasons.ts'

const ikeProposal = [
  'ikepolicy.encryption_algorithm',
  'ikepolicy.authentication_algorithm',
  'ikepolicy.dh_group',
  'ikepolicy.ike_version',
]
const ipsecProposal = [
  'ipsecpolicy.pfs',
  'ipsecpolicy.encryption_algorithm',
  'ipsecpolicy.authentication_algorithm',
  'policy_rules',
  'policy_rules_v6',
]
const ids = ['ikepolicy.peer_id_type', 'ikepolicy.peer_id', 'ikepolicy.local_id_type', 'ikepolicy.local_id']
const localId = ['ikepolicy.local_id_type', 'ikepolicy.local_id']
const flows = ['policy_rules', 'policy_rules_v6', 'peer_subnets', 'peer_subnets_v6']
const lifetimes = ['ikepolicy.lifetime_seconds', 'ipsecpolicy.lifetime_seconds']
const algorithms = [
  'ikepolicy.encryption_algorithm',
  'ikepolicy.authentication_algorithm',
  'ipsecpolicy.encryption_algorithm',
  'ipsecpolicy.authentication_algorithm',
]

type Told = Partial<Pick<Reason, 'aliases' | 'code' | 'weight'>>

const failure =
  (layer: Reason['layer']) =>
  (name: string, fields: readonly string[], told: Told = {}): Reason => ({
    name,
    kind: 'negotiation',
    weight: 'bad',
    layer,
    fields,
    ...told,
  })

const ike = failure('ike')
const ipsec = failure('ipsec')
const path = failure('path')
const limit = failure('limit')
const peer = failure('peer')

/** Why a negotiation fails. The codes are those of the devices of the same family. */
export const negotiationReasons: readonly Reason[] = [
  ike('phase1 proposal mismatch', ikeProposal, { code: 1 }),
  ike('phase1 proposal encryption algorithm mismatch', ['ikepolicy.encryption_algorithm']),
  ike('phase1 proposal authentication algorithm mismatch', ['ikepolicy.authentication_algorithm']),
  ike('phase1 proposal authentication method mismatch', ['psk']),
  ike('phase1 proposal dh mismatch', ['ikepolicy.dh_group']),
  ike('phase1 proposal integrity algorithm mismatch', ['ikepolicy.authentication_algorithm']),
  ipsec('phase2 proposal or pfs mismatch', ipsecProposal, { code: 2, aliases: ['phase2 proposal mismatch'] }),
  ipsec('encapsulation mode mismatch', [], { code: 3 }),
  ipsec('flow mismatch', flows, { code: 4 }),
  ipsec('flow or peer mismatch', [...flows, 'cgw_id'], { code: 4 }),
  ike('version mismatch', ['ikepolicy.ike_version'], { code: 5 }),
  ike('responder dh mismatch', ['ikepolicy.dh_group'], { code: 6 }),
  ike('initiator dh mismatch', ['ikepolicy.dh_group'], { code: 7 }),
  peer('ip assigned fail', [], { code: 10 }),
  ike('peer address mismatch', ['cgw_id'], { code: 12 }),
  ike('config ID mismatch', ids, { code: 13 }),
  ike('construct local ID fail', localId, { code: 14 }),
  ike('authentication fail', ['psk', ...ids], { code: 15 }),
  ike('rekey no find old sa', lifetimes, { code: 16, weight: 'look' }),
  ike('rekey fail', lifetimes, { code: 17, weight: 'look' }),
  limit('first packet limited', [], { code: 18, weight: 'look' }),
  ike('invalid cookie', [], { code: 21, weight: 'look' }),
  ike('invalid length', ['psk'], { code: 24, weight: 'look' }),
  ike('unsupported version', ['ikepolicy.ike_version'], { code: 26 }),
  ike('malformed payload', ['psk'], { code: 28 }),
  ike('malformed message', ['psk'], { code: 30 }),
  ike('cookie mismatch', [], { code: 31, weight: 'look' }),
  ike('exchange mode mismatch', ['ikepolicy.phase1_negotiation_mode'], { code: 32 }),
  ike('unknown exchange type', ['ikepolicy.phase1_negotiation_mode', 'ikepolicy.ike_version'], { code: 33 }),
  peer('critical drop', [], { code: 34 }),
  peer('uncritical drop', [], { code: 35, weight: 'look' }),
  limit('route limit', ['peer_subnets', 'peer_subnets_v6'], { code: 36 }),
  path('local address mismatch', [], { code: 39 }),
  path('nat detection fail', [], { code: 40 }),
  limit('ipsec tunnel number reaches limitation', ['policy_rules', 'policy_rules_v6'], { code: 41 }),
  limit('dynamic peers number reaches limitation', [], { code: 42 }),
  ike('proposal mismatch or use sm in ikev2', ['ikepolicy.ike_version', ...algorithms], { code: 45 }),
  ipsec('flow confict', flows, { code: 46, aliases: ['flow conflict'] }),
  ipsec(
    'ikev2 not support sm in ipsec proposal',
    ['ipsecpolicy.encryption_algorithm', 'ipsecpolicy.authentication_algorithm', 'ikepolicy.ike_version'],
    { code: 47 },
  ),
  ipsec('netmask mismatch', flows, { code: 48 }),
  peer('no policy applied on interface', [], { code: 49 }),
  path('fragment packet limit', [], { code: 50, weight: 'look' }),
  path('fragment packet reassemble timeout', [], { code: 51, weight: 'look', aliases: ['reassemble timeout'] }),
  ike('form cert payload fail', [], { code: 52 }),
  path('max transmit reached', ['cgw_id'], { code: 53 }),
  ike('no valid local cert', [], { code: 54 }),
  peer('peer cert is expired', ['cgw_id'], { aliases: ['peer cert expired'] }),
  peer('peer cert is revoked by CRL', ['cgw_id'], { aliases: ['peer cert revoked by CRL'] }),
  limit('license or specification limited', []),
  peer('eap authentication fail', []),
  peer('eap authentication timeout', []),
  peer('xauth authentication fail', []),
  peer('xauth authentication timeout', []),
  ike('short packet', ['psk'], { weight: 'look' }),
  ike('role mismatch', []),
  peer('in disconnect state', [], { weight: 'look' }),
  peer("none of user's interface is selected", []),
]
