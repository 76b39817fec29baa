import {
  connectionUpdateProblems,
  vpnConnectionUpdate,
  type CustomerGateway,
  type GatewayEnds,
  type VpnConnection,
  type VpnConnectionUpdate,
  type VpnGateway,
} from '@vpn-console/api-client'
import * as z from 'zod'
import { fieldProblem, firstByPath, type FieldProblem } from '../fields/request-paths.ts'
import {
  editValuesOf,
  endAddresses,
  scopeOf,
  toSettings,
  type ConnectionEditValues,
  type EditScope,
} from './edit-form.ts'
import { toUpdateBody } from './settings-diff.ts'

/** What is known around a connection that is being changed. */
export type EditFacts = {
  connection: VpnConnection
  gateway: VpnGateway | undefined
  customerGateways: readonly CustomerGateway[]
}

const customerGatewayOf = ({ customerGateways }: EditFacts, id: string) =>
  customerGateways.find((candidate) => candidate.id === id)

/** The settings that the cloud has, and those that the form would have it have. */
export const settingsPair = (values: ConnectionEditValues, facts: EditFacts) => {
  const { connection, gateway } = facts
  const scope = scopeOf(connection, gateway)
  const settings = (given: ConnectionEditValues) =>
    toSettings(given, scope, endAddresses(connection, gateway, customerGatewayOf(facts, given.cgw_id)))
  return { scope, before: settings(editValuesOf(connection)), after: settings(values) }
}

/** What the rules need to know of a gateway, where it cannot be seen itself. */
const assumedGateway = ({ isGm, isIpv6 }: EditScope): GatewayEnds => ({
  network_type: 'public',
  attachment_type: 'vpc',
  ip_version: isIpv6 ? 'ipv6' : 'ipv4',
  flavor: isGm ? 'GM' : 'Professional1',
})

const at = (path: string, message: string): FieldProblem => ({ path, message })

/** Ids as they would be sent: an empty one may have become the end's own address. */
const idProblems = (values: ConnectionEditValues, after: VpnConnectionUpdate, kept: VpnConnection): FieldProblem[] =>
  (['local_id', 'peer_id'] as const).flatMap((id) => {
    const path = `ikepolicy.${id}`
    if (after.ikepolicy?.[id]) return []
    if (values.ikepolicy[`${id}_type`] === 'fqdn') return [at(path, 'Enter the name that this end is known by.')]
    // Where there was none before either, nothing is asked of the cloud.
    return kept.ikepolicy?.[id] ? [at(path, 'Enter the address: it is not known here.')] : []
  })

/** Left out, the cloud would keep the address from before, whatever the form shows. */
const clearedAddresses = (values: ConnectionEditValues, { hasTunnelAddresses }: EditScope, kept: VpnConnection) =>
  (['tunnel_local_address', 'tunnel_peer_address'] as const).flatMap((path) =>
    hasTunnelAddresses && values[path].trim() === '' && kept[path]
      ? [at(path, `Enter an address: it is ${kept[path]} until another is given.`)]
      : [],
  )

/** BGP speaks between two autonomous systems, so both numbers are needed, and differ. */
const asnProblem = (values: ConnectionEditValues, facts: EditFacts): FieldProblem[] => {
  const { connection, gateway } = facts
  const chosen = customerGatewayOf(facts, values.cgw_id)
  if (connection.style !== 'BGP' || values.cgw_id === connection.cgw_id || !chosen) return []
  if (chosen.bgp_asn === undefined) return [at('cgw_id', `${chosen.name} has no ASN, and BGP needs one.`)]
  return chosen.bgp_asn === gateway?.bgp_asn
    ? [
        at(
          'cgw_id',
          `${gateway.name} and ${chosen.name} both have the ASN ${chosen.bgp_asn}. BGP needs two that differ.`,
        ),
      ]
    : []
}

/** Everything wrong with what would be sent, one sentence for each field; what is not changed is not judged. */
export const editProblems = (values: ConnectionEditValues, facts: EditFacts): FieldProblem[] => {
  const { connection, gateway } = facts
  const { scope, before, after } = settingsPair(values, facts)
  const body = toUpdateBody(before, after)
  const blocks = body.peer_subnets ?? body.peer_subnets_v6
  const own = [
    ...(values.cgw_id.trim() === '' ? [at('cgw_id', 'Choose a customer gateway.')] : []),
    ...asnProblem(values, facts),
    ...(blocks?.length === 0 ? [at('peer_subnets', 'Keep at least one peer subnet.')] : []),
    ...clearedAddresses(values, scope, connection),
    ...(scope.isGm ? [] : idProblems(values, after, connection)),
  ]
  const rules = connectionUpdateProblems(body, connection, gateway ?? assumedGateway(scope))
  const issues = (vpnConnectionUpdate.safeParse(body).error?.issues ?? []).map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }))
  return firstByPath([...own, ...[...rules, ...issues].map(({ path, message }) => fieldProblem(path, message, body))])
}

/** The form's schema; the facts are read when it is checked, since they come while the form is open. */
export const connectionEditForm = (factsOf: () => EditFacts) =>
  z.custom<ConnectionEditValues>().superRefine((values, context) => {
    for (const { path, message } of editProblems(values, factsOf())) {
      context.addIssue({ code: 'custom', path: path.split('.'), message })
    }
  })
