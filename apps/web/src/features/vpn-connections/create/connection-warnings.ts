import type { VpnGateway } from '@vpn-console/api-client'
import { tunnelBudget, tunnelCount, tunnelsOnAddress } from '../fields/policy-rules-form.ts'
import { securityWarnings } from '../fields/security-warnings.ts'
import { usedTunnelAddresses } from '../fields/tunnel-addresses-form.ts'
import { gatewayOf, type ConnectionFacts } from './connection-facts.ts'
import { chosenIps, shownIp, type ConnectionFormValues } from './connection-form.ts'

/** Words of warning by field: what is allowed, but worth a second look. */
export type Warnings = Readonly<Record<string, string>>

const nameWarnings = (values: ConnectionFormValues, { connections }: ConnectionFacts): Warnings => {
  const taken = new Set(connections.map(({ name }) => name))
  const fields: [path: string, name: string][] =
    values.extent === 'single'
      ? [['name', values.name.trim()]]
      : values.tunnels.map(({ name }, index) => [`tunnels.${index}.name`, name.trim()])
  return Object.fromEntries(
    fields
      .filter(([, name]) => taken.has(name))
      .map(([path, name]) => [path, `Another connection is called ${name} already. Another name tells them apart.`]),
  )
}

const customerGatewayWarnings = (values: ConnectionFormValues, facts: ConnectionFacts): Warnings => {
  if (values.customerGateway === 'existing') return {}
  const warnings: Record<string, string> = {}
  const { name, id_value } = values.newCustomerGateway
  const sameAddress = facts.customerGateways.find((one) => one.id_value === id_value.trim())
  if (sameAddress)
    warnings['newCustomerGateway.id_value'] = `${sameAddress.name} has this address already: choose it instead.`
  if (facts.customerGateways.some((one) => one.name === name.trim())) {
    warnings['newCustomerGateway.name'] = `Another customer gateway is called ${name.trim()} already.`
  }
  return warnings
}

const doubleWarnings = (
  values: ConnectionFormValues,
  { connections }: ConnectionFacts,
  gateway: VpnGateway,
): Warnings => {
  if (values.customerGateway === 'new') return {}
  const ips = chosenIps(values, gateway)
  const double = connections.find(
    ({ vgw_id, vgw_ip, cgw_id }) => vgw_id === gateway.id && cgw_id === values.cgw_id && ips.includes(vgw_ip),
  )
  return double
    ? { cgw_id: `${double.name} connects it with ${shownIp(gateway, double.vgw_ip)} of ${gateway.name} already.` }
    : {}
}

const addressWarnings = (values: ConnectionFormValues, facts: ConnectionFacts, gateway: VpnGateway): Warnings => {
  const warnings: Record<string, string> = {}
  if (values.style !== 'static' && values.style !== 'bgp') return warnings
  const used = new Set(usedTunnelAddresses(facts.connections, gateway.id))
  values.tunnels.slice(0, values.extent === 'pair' ? 2 : 1).forEach((tunnel, index) => {
    for (const field of ['tunnel_local_address', 'tunnel_peer_address'] as const) {
      const address = tunnel[field].trim()
      if (address === '') continue
      if (used.has(address))
        warnings[`tunnels.${index}.${field}`] = `A tunnel of ${gateway.name} uses this address already.`
      used.add(address)
    }
  })
  return warnings
}

const budgetWarnings = (values: ConnectionFormValues, facts: ConnectionFacts, gateway: VpnGateway): Warnings => {
  if (values.style !== 'policy') return {}
  const more = tunnelCount(values.policy_rules)
  const most = Math.max(...chosenIps(values, gateway).map((ip) => tunnelsOnAddress(facts.connections, ip) + more))
  if (most <= tunnelBudget) return {}
  return {
    policy_rules: `That makes ${most} tunnels on one gateway address; it carries ${tunnelBudget}. Merge subnets, or route instead.`,
  }
}

/** All warnings of the form by field. */
export const connectionWarnings = (values: ConnectionFormValues, facts: ConnectionFacts): Warnings => {
  const gateway = gatewayOf(facts, values)
  return {
    ...nameWarnings(values, facts),
    ...customerGatewayWarnings(values, facts),
    ...(gateway && {
      ...doubleWarnings(values, facts, gateway),
      ...addressWarnings(values, facts, gateway),
      ...budgetWarnings(values, facts, gateway),
    }),
    ...(gateway?.flavor === 'GM' ? {} : securityWarnings(values)),
  }
}
