import type { Reason } from './reasons.ts'

const dpd = ['ikepolicy.dpd.msg', 'ikepolicy.dpd.timeout', 'ikepolicy.dpd.interval']

const teardown =
  (weight: Reason['weight'], layer: Reason['layer']) =>
  (name: string, fields: readonly string[] = []): Reason => ({
    name,
    kind: 'teardown',
    weight,
    layer,
    fields,
  })

const normal = teardown('normal', 'ipsec')
const look = teardown('look', 'ipsec')
const lookIke = teardown('look', 'ike')
const lookPath = teardown('look', 'path')
const lookPeer = teardown('look', 'peer')

/** Why a tunnel that stood was taken down. */
export const teardownReasons: readonly Reason[] = [
  lookPath('dpd timeout', dpd),
  teardown('normal', 'peer')('peer request'),
  normal('config modify or manual offline'),
  normal('manual offline'),
  normal('reset sa by ike user'),
  normal('phase1 sa replace'),
  normal('phase2 sa replace'),
  normal('kick old sa with same flow'),
  normal('cpu table updated'),
  normal('hash gene adjusted'),
  normal('receive backup delete info'),
  normal('eap delete old sa'),
  lookIke('phase1 hard expiry', ['ikepolicy.lifetime_seconds']),
  look('phase2 hard expiry', ['ipsecpolicy.lifetime_seconds']),
  lookPath('hard expiry triggered by port mismatch'),
  lookPath('heartbeat timeout', dpd),
  lookIke('re-auth timeout', ['ikepolicy.lifetime_seconds']),
  lookPeer('modecfg address soft expiry'),
  lookPeer('aaa cut user'),
  lookPeer('ip address syn failed'),
  look('flow overlap', ['policy_rules', 'policy_rules_v6', 'peer_subnets', 'peer_subnets_v6']),
  look('spi conflict'),
  look('receive invalid spi notify'),
  lookPath('admin down'),
  lookPath('forward down'),
  lookPath('peer address switch', ['cgw_id']),
  lookPeer('nhrp notify'),
  lookPeer('dns resolution status change', ['cgw_id']),
  lookIke('ikev1 phase1-phase2 sa dependent offline', ['ikepolicy.lifetime_seconds', 'ikepolicy.ike_version']),
  lookPath('exchange timeout', ['cgw_id']),
  lookPeer('sa with same user exists', ['ikepolicy.peer_id']),
  lookPath('disconnect track nqa'),
  lookPath('disconnect track bfd'),
  lookPath('disconnect track vrrp'),
]
