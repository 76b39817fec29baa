import type { P2cVpnGateway, UpgradeAction } from '@vpn-console/api-client'

const interruption = (online: number): string => {
  if (online === 0) return 'Nobody is connected now, so nobody is interrupted.'
  const who = online === 1 ? '1 client that is connected is' : `${online} clients that are connected are`
  return `${who} interrupted when the part that carries them is replaced, and may have to connect anew.`
}

/** What an action of an upgrade does, one sentence each, before it is done. */
export const consequences = (action: UpgradeAction, gateway: P2cVpnGateway): string[] => {
  const { name, current_connection_number: online = 0 } = gateway
  if (action === 'finish') {
    return [
      `${name} stays on the new version for good: it cannot be rolled back afterwards.`,
      'The service does not say that it interrupts anybody.',
    ]
  }
  const isStart = action === 'start'
  return [
    isStart
      ? `The parts of ${name} are replaced by the newer version, one after the other.`
      : `${name} goes back to the version before.`,
    interruption(online),
    'The gateway takes no other change meanwhile.',
    isStart
      ? 'Nothing is final yet: when it is done, you commit the upgrade or roll it back.'
      : 'It can be upgraded again later.',
  ]
}
