import type { Connection } from './project-state.ts'

/** Something that keeps a tunnel down until the settings it depends on are put right. */
export type Trouble = {
  /** As the connection log names it. */
  reason: string
  /** Settings of ours that may mend it. */
  fields: readonly string[]
  /** Their values when it began. */
  had: Readonly<Record<string, string>>
  /** The values that the peer insists on; left out, any change of the fields will do. */
  wants: Readonly<Record<string, string>> | undefined
}

const proposal = ['ikepolicy.authentication_algorithm', 'ikepolicy.encryption_algorithm', 'ikepolicy.dh_group']
const ids = ['ikepolicy.local_id_type', 'ikepolicy.local_id', 'ikepolicy.peer_id_type', 'ikepolicy.peer_id']
const flows = ['policy_rules', 'policy_rules_v6', 'peer_subnets', 'peer_subnets_v6']

// Which of our settings each documented reason is about. The rest can only be mended at the peer.
const fieldsOf: Record<string, readonly string[]> = {
  'version mismatch': ['ikepolicy.ike_version'],
  'unsupported version': ['ikepolicy.ike_version'],
  'phase1 proposal mismatch': proposal,
  'phase1 proposal encryption algorithm mismatch': ['ikepolicy.encryption_algorithm'],
  'phase1 proposal authentication algorithm mismatch': ['ikepolicy.authentication_algorithm'],
  'phase1 proposal dh mismatch': ['ikepolicy.dh_group'],
  'responder dh mismatch': ['ikepolicy.dh_group'],
  'initiator dh mismatch': ['ikepolicy.dh_group'],
  'phase2 proposal or pfs mismatch': [
    'ipsecpolicy.pfs',
    'ipsecpolicy.encryption_algorithm',
    'ipsecpolicy.authentication_algorithm',
  ],
  'exchange mode mismatch': ['ikepolicy.phase1_negotiation_mode'],
  'authentication fail': ['psk', ...ids],
  'config ID mismatch': ids,
  'construct local ID fail': ids,
  'peer address mismatch': ['cgw_id'],
  'flow mismatch': flows,
  'flow or peer mismatch': [...flows, 'cgw_id'],
  'flow confict': flows,
}

// Names of why a tunnel that was up went down. Afterwards nobody answers until the peer is back.
const teardowns = new Set([
  'dpd timeout',
  'peer request',
  'heartbeat timeout',
  'phase1 hard expiry',
  'phase2 hard expiry',
  'hard expiry triggered by port mismatch',
  'spi conflict',
  'receive invalid spi notify',
  'flow overlap',
  'admin down',
  'forward down',
  'exchange timeout',
])

/** The settings of a connection that both ends must agree on, as comparable texts. */
export const settingsOf = (connection: Connection): Record<string, string> => {
  const { cgw_id, psk, peer_subnets, peer_subnets_v6, policy_rules, policy_rules_v6 } = connection
  const { tunnel_local_address, tunnel_peer_address, ikepolicy, ipsecpolicy } = connection
  const values: Record<string, unknown> = { cgw_id, psk, peer_subnets, peer_subnets_v6, policy_rules, policy_rules_v6 }
  Object.assign(values, { tunnel_local_address, tunnel_peer_address })
  for (const [name, value] of Object.entries(ikepolicy)) values[`ikepolicy.${name}`] = value
  for (const [name, value] of Object.entries(ipsecpolicy)) values[`ipsecpolicy.${name}`] = value
  const texts = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  ])
  return Object.fromEntries(texts) as Record<string, string> // built from pairs of texts
}

/** The trouble of that name, and what the log gives as the reason of the teardown. */
export const troubleOf = (
  connection: Connection,
  name: string,
  wants?: Readonly<Record<string, string>>,
): { trouble: Trouble; teardown: string } => {
  const isTeardown = teardowns.has(name)
  const reason = isTeardown ? 'max transmit reached' : name
  return {
    trouble: { reason, fields: fieldsOf[reason] ?? [], had: settingsOf(connection), wants },
    teardown: isTeardown ? name : 'exchange timeout',
  }
}
