import type { UpgradeAction, VpnConnection } from '@vpn-console/api-client'

type End = Pick<VpnConnection, 'name' | 'cgw_id' | 'vgw_ip' | 'status'>

/** Connections without a second tunnel that is up, to the same device from the gateway's other address. */
export const uncovered = <T extends End>(connections: readonly T[]): T[] =>
  connections.filter(
    ({ cgw_id, vgw_ip }) =>
      !connections.some((other) => other.cgw_id === cgw_id && other.vgw_ip !== vgw_ip && other.status === 'ACTIVE'),
  )

/** Enough to see what it is about. */
const mostNames = 4

const listWords = (names: readonly string[]): string => {
  const rest = names.length - mostNames
  const parts = rest > 1 ? [...names.slice(0, mostNames), `${rest} more`] : names
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts)
}

const interruption = (connections: readonly End[] | undefined): string => {
  if (!connections) return 'Which connections it interrupts could not be looked up.'
  if (connections.length === 0) return 'Nothing connects to it, so nothing is interrupted.'
  const alone = uncovered(connections)
  const each = 'Each tunnel goes down for a moment and is negotiated anew.'
  if (alone.length === 0) return `${each} Every connection has a second tunnel that is up and takes over meanwhile.`
  const [has, is] = alone.length === 1 ? ['has', 'is'] : ['have', 'are']
  return `${each} ${listWords(alone.map(({ name }) => name))} ${has} no second tunnel that is up, and ${is} interrupted.`
}

/** What an action of an upgrade does, one sentence each, before it is done. */
export const consequences = (
  action: UpgradeAction,
  name: string,
  connections: readonly End[] | undefined,
): string[] => {
  if (action === 'finish') {
    return [
      `${name} stays on the new version for good: it cannot be rolled back afterwards.`,
      'The service does not say that it interrupts tunnels.',
    ]
  }
  const what =
    action === 'start'
      ? `The two halves of ${name} are replaced by the newer version, one after the other.`
      : `${name} goes back to the version before.`
  const then =
    action === 'start'
      ? 'Nothing is final yet: when it is done, you commit the upgrade or roll it back.'
      : 'It can be upgraded again later.'
  return [what, interruption(connections), 'The gateway takes no other change meanwhile.', then]
}
