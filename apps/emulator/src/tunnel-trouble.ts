import { findReason } from '@vpn-console/api-client'
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

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Values by their dotted paths; lists are values. */
const flat = (value: unknown, path: string): [path: string, text: string][] => {
  if (isFields(value)) return Object.entries(value).flatMap(([name, inner]) => flat(inner, `${path}.${name}`))
  return [[path, typeof value === 'string' ? value : (JSON.stringify(value) ?? '')]]
}

/** The settings of a connection that both ends must agree on, as comparable texts. */
export const settingsOf = (connection: Connection): Record<string, string> => {
  const { cgw_id, psk, peer_subnets, peer_subnets_v6, policy_rules, policy_rules_v6 } = connection
  const { tunnel_local_address, tunnel_peer_address, ikepolicy, ipsecpolicy } = connection
  const plain = { cgw_id, psk, peer_subnets, peer_subnets_v6, policy_rules, policy_rules_v6 }
  const all = { ...plain, tunnel_local_address, tunnel_peer_address, ikepolicy, ipsecpolicy }
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => flat(value, name)))
}

// What a peer that went away looks like to the one who calls it.
const noAnswer = 'max transmit reached'

/** What the log gives for a reason: some name why a tunnel was taken down, and nobody answers afterwards. */
export const tellingOf = (name: string): { teardown: string; reason: string; isTeardown: boolean } => {
  const isTeardown = findReason(name)?.kind === 'teardown'
  return isTeardown
    ? { teardown: name, reason: noAnswer, isTeardown }
    : { teardown: 'exchange timeout', reason: name, isTeardown }
}

/** The trouble of that name, and what the log gives as the reason of the teardown. */
export const troubleOf = (
  connection: Connection,
  name: string,
  wants?: Readonly<Record<string, string>>,
): { trouble: Trouble; teardown: string; isTeardown: boolean } => {
  const { teardown, reason, isTeardown } = tellingOf(name)
  const fields = [name, reason].flatMap((text) => findReason(text)?.fields ?? [])
  return { trouble: { reason, fields, had: settingsOf(connection), wants }, teardown, isTeardown }
}
