import type { ExtendedAvailabilityZone } from '../schemas/availability-zones.ts'
import type { EipCreate, VpnGateway, VpnGatewayCreate, VpnGatewayUpdate } from '../schemas/vpn-gateways.ts'
import { eligibleZones, zoneProblems } from './availability-zones.ts'
import { problem, type Problem } from './problem.ts'
import { isSettling, statusReason } from './status.ts'
import { tagProblems } from './tags.ts'

const bandwidthLimits: Record<string, number> = {
  Basic: 100,
  Professional1: 300,
  'Professional1-NonFixedIP': 300,
  Professional2: 1000,
  'Professional2-NonFixedIP': 1000,
  GM: 500,
}

/** Most bandwidth of an EIP on a gateway of this specification, Mbit/s. */
export const bandwidthLimit = (flavor: string): number => bandwidthLimits[flavor] ?? 1000

/** Whether peers without a fixed address can connect, by the gateway's policy template. */
export const takesPolicyTemplate = (flavor: string): boolean => flavor.endsWith('-NonFixedIP')

const eipProblems = (eip: EipCreate, path: string, flavor: string): Problem[] => {
  const { id, type, charge_mode, bandwidth_size, bandwidth_name, bandwidth_id } = eip
  const ofNew = [type, charge_mode, bandwidth_size, bandwidth_name, bandwidth_id]
  if (id !== undefined) {
    return ofNew.every((value) => value === undefined)
      ? []
      : [problem('eip.existing-or-new', path, 'Give an existing EIP or the data of a new one, not both.', 'VPN.0559')]
  }
  const problems: Problem[] = []
  if (type === undefined)
    problems.push(problem('eip.new.required', `${path}.type`, 'A new EIP needs its type.', 'VPN.0558'))
  if (bandwidth_id !== undefined) {
    if (charge_mode !== undefined || bandwidth_size !== undefined || bandwidth_name !== undefined) {
      const message = 'An EIP on a shared bandwidth takes its size, charge mode and name from there.'
      problems.push(problem('eip.new.shared', `${path}.bandwidth_id`, message, 'VPN.0559'))
    }
    return problems
  }
  const sizePath = `${path}.bandwidth_size`
  if (bandwidth_size === undefined) {
    problems.push(problem('eip.new.required', sizePath, 'A new EIP needs its bandwidth.', 'VPN.0558'))
  } else if (bandwidth_size > bandwidthLimit(flavor)) {
    const message = `${flavor} takes at most ${bandwidthLimit(flavor)} Mbit/s.`
    problems.push(problem('eip.bandwidth.flavor', sizePath, message, 'VPN.0550'))
  }
  return problems
}

const addressProblems = (gateway: VpnGatewayCreate, flavor: string): Problem[] => {
  const { network_type = 'public', eip1, eip2, access_private_ip_1, access_private_ip_2 } = gateway
  const problems: Problem[] = []
  if (network_type === 'public') {
    if (!eip1) problems.push(problem('vgw.eip.public-required', 'eip1', 'A public gateway takes two EIPs.'))
    if (!eip2) problems.push(problem('vgw.eip.public-required', 'eip2', 'A public gateway takes two EIPs.'))
    if (eip1) problems.push(...eipProblems(eip1, 'eip1', flavor))
    if (eip2) problems.push(...eipProblems(eip2, 'eip2', flavor))
    if (eip1?.id !== undefined && eip1.id === eip2?.id) {
      problems.push(problem('eip.distinct', 'eip2.id', 'Choose two different EIPs.'))
    }
    if (access_private_ip_1 !== undefined || access_private_ip_2 !== undefined) {
      const message = 'Private addresses belong to a private gateway.'
      problems.push(problem('vgw.private-ip.pair', 'access_private_ip_1', message))
    }
    return problems
  }
  if (eip1 || eip2)
    problems.push(problem('vgw.eip.public-only', eip1 ? 'eip1' : 'eip2', 'A private gateway has no EIPs.'))
  if ((access_private_ip_1 === undefined) !== (access_private_ip_2 === undefined)) {
    const missing = access_private_ip_1 === undefined ? 'access_private_ip_1' : 'access_private_ip_2'
    problems.push(problem('vgw.private-ip.pair', missing, 'Give both private addresses or none.'))
  } else if (access_private_ip_1 !== undefined && access_private_ip_1 === access_private_ip_2) {
    problems.push(problem('vgw.private-ip.pair', 'access_private_ip_2', 'The two private addresses differ.'))
  }
  return problems
}

type Subnets = Pick<VpnGatewayUpdate, 'local_subnets' | 'local_subnets_v6'>

const subnetProblems = (subnets: Subnets, attachment: string, ipVersion: string): Problem[] => {
  const rule = 'vgw.local-subnets.version'
  const problems: Problem[] = []
  for (const [path, version] of [
    ['local_subnets', 'ipv4'],
    ['local_subnets_v6', 'ipv6'],
  ] as const) {
    if (!subnets[path]?.length) continue
    if (attachment === 'er') {
      problems.push(
        problem(rule, path, 'A gateway on an enterprise router has no local subnets: the router knows them.'),
      )
    } else if (version !== ipVersion) {
      problems.push(
        problem(
          rule,
          path,
          `An ${ipVersion === 'ipv4' ? 'IPv4' : 'IPv6'} gateway takes subnets of its own IP version only.`,
        ),
      )
    }
  }
  return problems
}

const attachmentProblems = (gateway: VpnGatewayCreate): Problem[] => {
  const { attachment_type = 'vpc', ip_version = 'ipv4', er_id, vpc_id, connect_subnet } = gateway
  if (attachment_type === 'er') {
    if (er_id) return []
    return [
      vpc_id
        ? problem('vgw.attachment.er', 'er_id', 'Choose the enterprise router.')
        : problem('vgw.er-or-vpc', 'er_id', 'Choose an enterprise router or a VPC.'),
    ]
  }
  const rule = 'vgw.attachment.vpc'
  const problems: Problem[] = []
  if (er_id) problems.push(problem(rule, 'er_id', 'A gateway attached to a VPC has no enterprise router.'))
  if (!vpc_id) problems.push(problem(er_id ? rule : 'vgw.er-or-vpc', 'vpc_id', 'Choose the VPC.'))
  if (!connect_subnet) problems.push(problem(rule, 'connect_subnet', 'Choose the interconnection subnet.'))
  const path = ip_version === 'ipv6' ? 'local_subnets_v6' : 'local_subnets'
  if (!gateway[path]?.length) problems.push(problem(rule, path, 'Give at least one local subnet.'))
  return problems
}

/** What is wrong with a gateway that is to be created; with the matrix of zones also whether they fit. */
export const gatewayCreateProblems = (
  gateway: VpnGatewayCreate,
  zones?: readonly ExtendedAvailabilityZone[],
): Problem[] => {
  const { network_type = 'public', attachment_type = 'vpc', ip_version = 'ipv4', flavor = 'Professional1' } = gateway
  const problems: Problem[] = []
  if (flavor === 'Basic' && (network_type === 'private' || attachment_type === 'er')) {
    const message = 'Basic is for public gateways attached to a VPC only.'
    problems.push(problem('vgw.flavor.basic', 'flavor', message))
  }
  problems.push(...attachmentProblems(gateway), ...subnetProblems(gateway, attachment_type, ip_version))
  const chosen = gateway.availability_zone_ids
  if (zones) problems.push(...zoneProblems(chosen, eligibleZones(zones, { flavor, attachment_type, ip_version })))
  else if (chosen && new Set(chosen).size !== chosen.length) {
    problems.push(problem('vgw.zones.distinct', 'availability_zone_ids', 'Choose two different zones.', 'VPN.0515'))
  }
  problems.push(...addressProblems(gateway, flavor), ...tagProblems(gateway.tags))
  return problems
}

/** What is wrong with a change of a gateway. */
export const gatewayUpdateProblems = (
  update: VpnGatewayUpdate,
  gateway: Pick<VpnGateway, 'network_type' | 'attachment_type' | 'ip_version' | 'flavor' | 'eip1' | 'eip2'>,
): Problem[] => {
  const problems = subnetProblems(update, gateway.attachment_type, gateway.ip_version ?? 'ipv4')
  const { eip_id_1, eip_id_2 } = update
  if ((eip_id_1 ?? eip_id_2) !== undefined && gateway.network_type !== 'public') {
    problems.push(problem('vgw.update.eip', eip_id_1 ? 'eip_id_1' : 'eip_id_2', 'A private gateway has no EIPs.'))
  } else if (
    (eip_id_1 ?? gateway.eip1?.id) === (eip_id_2 ?? gateway.eip2?.id) &&
    (eip_id_1 ?? eip_id_2) !== undefined
  ) {
    problems.push(problem('eip.distinct', eip_id_2 ? 'eip_id_2' : 'eip_id_1', 'Choose two different EIPs.'))
  }
  if (update.policy_template && !takesPolicyTemplate(gateway.flavor)) {
    const message = 'Only gateways with a NonFixedIP specification have a policy template.'
    problems.push(problem('vgw.update.template', 'policy_template', message))
  }
  return problems
}

/** What is wrong with another specification for a gateway. */
export const specificationProblems = (
  flavor: string,
  gateway: Pick<VpnGateway, 'name' | 'supported_flavors'>,
): Problem[] =>
  gateway.supported_flavors?.includes(flavor)
    ? []
    : [problem('vgw.spec.supported', 'flavor', `${gateway.name} cannot be changed to ${flavor}.`)]

export type GatewayAction = 'update' | 'delete' | 'changeSpecification' | 'createConnection'

const allowedIn: Record<GatewayAction, readonly string[]> = {
  update: ['ACTIVE'],
  delete: ['ACTIVE', 'FAULT'],
  changeSpecification: ['ACTIVE'],
  createConnection: ['ACTIVE'],
}

/** Why a gateway does not take an action now, in one sentence; undefined where it does. */
export const gatewayRefuses = (
  action: GatewayAction,
  gateway: Pick<VpnGateway, 'name' | 'status' | 'used_connection_number'>,
): string | undefined => {
  if (!allowedIn[action].includes(gateway.status)) return statusReason(gateway.name, gateway.status)
  const used = gateway.used_connection_number ?? 0
  if (action === 'delete' && used > 0) {
    return `${gateway.name} has ${used === 1 ? 'a connection' : `${used} connections`}. Delete ${used === 1 ? 'it' : 'them'} first.`
  }
  return undefined
}

export type UpgradeAction = 'start' | 'finish' | 'rollback'

/** Why an upgrade cannot be started, committed or rolled back now, in one sentence; undefined where it can. */
export const upgradeRefuses = (
  action: UpgradeAction,
  { name, status, upgrade_info }: Pick<VpnGateway, 'name' | 'status' | 'upgrade_info'>,
): string | undefined => {
  if (action === 'start') {
    if (status !== 'ACTIVE') return statusReason(name, status)
    const isOffered = upgrade_info === 'ready' || upgrade_info === 'expiring soon'
    return isOffered ? undefined : `The cloud offers no upgrade for ${name} now.`
  }
  if (status === 'PENDING_UPGRADE_CONFIRM') return undefined
  return isSettling(status)
    ? statusReason(name, status)
    : `${name} has no upgrade to ${action === 'finish' ? 'commit' : 'roll back'}.`
}
