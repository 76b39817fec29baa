import { isSettling } from '@vpn-console/api-client'

/** Why a gateway needs somebody: its status says so, or its version is near its end. */
export type Need = 'status' | 'version'

type Watched = { name: string; status: string; upgrade_info?: string | undefined }

/** Worst first; a status that was never seen may need somebody too. */
const ranks: Record<string, number> = { ERROR: 0, FAULT: 0, FREEZED: 1, FROZEN: 1, PENDING_UPGRADE_CONFIRM: 2 }

export const needOf = ({ status, upgrade_info }: Watched): Need | undefined => {
  if (status !== 'ACTIVE' && !isSettling(status)) return 'status'
  return upgrade_info === 'expiring soon' ? 'version' : undefined
}

const rankOf = (gateway: Watched): number => (needOf(gateway) === 'version' ? 4 : (ranks[gateway.status] ?? 3))

/** The gateways that need somebody, worst first. */
export const needy = <T extends Watched>(gateways: readonly T[]): T[] =>
  gateways
    .filter((gateway) => needOf(gateway) !== undefined)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, undefined, { numeric: true }))

/** How those are that need nobody: `4 running, 1 being built or changed`. */
export const othersWords = (gateways: readonly Watched[]): string => {
  const running = gateways.filter((gateway) => gateway.status === 'ACTIVE' && needOf(gateway) === undefined).length
  const changing = gateways.filter(({ status }) => isSettling(status)).length
  return [running > 0 && `${running} running`, changing > 0 && `${changing} being built or changed`]
    .filter((words) => words !== false)
    .join(', ')
}
