import type { VpnConnectionUpdate } from '@vpn-console/api-client'

/** Dotted path of a setting in a request, such as `ikepolicy.dpd.timeout`, to its value. */
export type Settings = ReadonlyMap<string, unknown>

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const entriesOf = (group: Record<string, unknown>, prefix: string): [path: string, value: unknown][] =>
  Object.entries(group).flatMap(([key, value]): [string, unknown][] => {
    if (value === undefined) return []
    return isGroup(value) ? entriesOf(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value]]
  })

export const settingsOf = (update: VpnConnectionUpdate): Settings => new Map(entriesOf(update, ''))

/** A value as text that is the same for what the cloud takes as the same: the order of blocks and rules says nothing. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return JSON.stringify(value.map(canonical).toSorted())
  if (!isGroup(value)) return JSON.stringify(value) ?? ''
  return JSON.stringify(entriesOf(value, '').map(([path, inner]) => [path, canonical(inner)]))
}

/** The settings that the second one has otherwise. What it does not have stays as it is: nothing can be unset. */
export const changedPaths = (before: VpnConnectionUpdate, after: VpnConnectionUpdate): string[] => {
  const old = settingsOf(before)
  return [...settingsOf(after)].flatMap(([path, value]) =>
    canonical(old.get(path)) === canonical(value) ? [] : [path],
  )
}

/** Settings that the cloud judges together: an id by its type, the two ends of a tunnel by each other. */
const companions = [
  ['tunnel_local_address', 'tunnel_peer_address'],
  ['ikepolicy.local_id_type', 'ikepolicy.local_id'],
  ['ikepolicy.peer_id_type', 'ikepolicy.peer_id'],
] as const

const pick = (group: Record<string, unknown>, wanted: ReadonlySet<string>, prefix = ''): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(group).flatMap(([key, value]): [string, unknown][] => {
      const path = `${prefix}${key}`
      if (wanted.has(path)) return [[key, value]]
      if (!isGroup(value)) return []
      const part = pick(value, wanted, `${path}.`)
      return Object.keys(part).length > 0 ? [[key, part]] : []
    }),
  )

/** What is to be sent: the changed settings, and those that must go with them. Nothing changed: nothing to send. */
export const toUpdateBody = (before: VpnConnectionUpdate, after: VpnConnectionUpdate): VpnConnectionUpdate => {
  const changed = changedPaths(before, after)
  const together = companions.filter((pair) => pair.some((path) => changed.includes(path))).flat()
  return pick(after, new Set([...changed, ...together]))
}
