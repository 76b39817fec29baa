import type { P2cEipCreate, P2cVpnGateway, P2cVpnGatewayCreate, P2cVpnGatewayUpdate } from '../schemas/p2c-gateways.ts'
import { zonesNeeded } from './availability-zones.ts'
import { problem, type Problem } from './problem.ts'
import { isSettling, statusReason } from './status.ts'
import { tagProblems } from './tags.ts'

/** Most clients online at once, of any Point-to-Cloud gateway. */
export const mostP2cConnections = 500

const zoneProblems = (chosen: readonly string[] | undefined, offered: readonly string[]): Problem[] => {
  const path = 'availability_zone_ids'
  if (!chosen || chosen.length === 0) return []
  if (new Set(chosen).size !== chosen.length) {
    return [problem('p2c.zones', path, 'Choose two different zones.', 'VPN.0515')]
  }
  const wrong = chosen.find((zone) => !offered.includes(zone))
  if (wrong !== undefined) return [problem('p2c.zones', path, `${wrong} does not offer this specification.`)]
  const needed = zonesNeeded(offered.length)
  if (chosen.length === needed) return []
  return [problem('p2c.zones', path, needed === 2 ? 'Choose two zones.' : 'Choose one zone.', 'VPN.0514')]
}

const eipProblems = ({ id, type, charge_mode, bandwidth_size, bandwidth_name }: P2cEipCreate): Problem[] => {
  const ofNew = [type, charge_mode, bandwidth_size, bandwidth_name]
  if (id !== undefined) {
    if (ofNew.every((value) => value === undefined)) return []
    return [problem('p2c.eip', 'eip', 'Give an existing EIP or the data of a new one, not both.', 'VPN.0559')]
  }
  const problems: Problem[] = []
  if (!type) problems.push(problem('p2c.eip', 'eip.type', 'A new EIP needs its type.', 'VPN.0558'))
  if (bandwidth_size === undefined) {
    problems.push(problem('p2c.eip', 'eip.bandwidth_size', 'A new EIP needs its bandwidth.', 'VPN.0558'))
  }
  return problems
}

/** What is wrong with a Point-to-Cloud gateway that is to be created, where these zones are offered. */
export const p2cGatewayCreateProblems = (gateway: P2cVpnGatewayCreate, zones: readonly string[]): Problem[] => [
  ...zoneProblems(gateway.availability_zone_ids, zones),
  ...eipProblems(gateway.eip),
  ...tagProblems(gateway.tags),
]

/** What is wrong with a change of a Point-to-Cloud gateway. */
export const p2cGatewayUpdateProblems = (
  { eip_id }: P2cVpnGatewayUpdate,
  gateway: Pick<P2cVpnGateway, 'eip'>,
): Problem[] =>
  eip_id !== undefined && gateway.eip && gateway.eip.id !== eip_id
    ? [problem('p2c.update.eip', 'eip_id', 'Unbind the present EIP first.', 'VPN.0512')]
    : []

/** Why a Point-to-Cloud gateway takes no change now, or undefined. A faulty or frozen one can still be deleted. */
export const p2cGatewayRefuses = (
  action: 'update' | 'delete',
  { name, status, frozen_effect }: Pick<P2cVpnGateway, 'name' | 'status' | 'frozen_effect'>,
): string | undefined => {
  if (isSettling(status) || status === 'PENDING_UPGRADE_CONFIRM') return statusReason(name, status)
  if (status === 'FROZEN' && frozen_effect === 2) return statusReason(name, status)
  return action === 'update' && (status === 'FROZEN' || status === 'FAULT') ? statusReason(name, status) : undefined
}
