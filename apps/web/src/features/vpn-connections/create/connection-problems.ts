import {
  connectionBatchProblems,
  customerGatewayCreate,
  customerGatewayCreateProblems,
  gatewayIps,
  gatewayRefuses,
  vpnConnectionCreate,
  type VpnGateway,
} from '@vpn-console/api-client'
import { certificateTextProblem } from '../../../ui/pem.ts'
import { fieldProblem, firstByPath, type FieldProblem } from '../fields/request-paths.ts'
import { customerGatewayOf, gatewayOf, peerOf, type ConnectionFacts } from './connection-facts.ts'
import type { ConnectionFormValues, TunnelFormValues } from './connection-form.ts'
import { toCreateBodies, toCustomerGatewayBody } from './to-create-bodies.ts'

const at = (path: string, message: string): FieldProblem => ({ path, message })

const ofTunnel = new Set<string>([
  'name',
  'psk',
  'tunnel_local_address',
  'tunnel_peer_address',
] satisfies (keyof TunnelFormValues)[])

type PathValues = Pick<ConnectionFormValues, 'extent' | 'isSameKey'>

/** The form's path for one of a batch (`1.psk`): each tunnel has its own fields, the rest is shared by both. */
export const createPath = (batchPath: string, { extent, isSameKey }: PathValues): string => {
  const [index = '0', head = '', ...rest] = batchPath.split('.')
  if (head === 'name' && extent === 'single') return 'name'
  if (head === 'psk' && isSameKey) return 'tunnels.0.psk'
  if (ofTunnel.has(head)) return ['tunnels', index, head, ...rest].join('.')
  if (head === 'vgw_ip' || head === 'ha_role') return extent === 'pair' ? 'extent' : 'vgw_ip'
  return [head, ...rest].join('.')
}

const gmCertificateProblems = (values: ConnectionFormValues, facts: ConnectionFacts, gateway: VpnGateway) => {
  const problems: FieldProblem[] = []
  if (!gateway.certificate_id) {
    problems.push(at('vgw_id', `${gateway.name} is a GM gateway and has no certificates yet: upload them first.`))
  }
  const existing = customerGatewayOf(facts, values)
  if (existing && !existing.ca_certificate) {
    problems.push(at('cgw_id', `${existing.name} has no CA certificate, which a GM gateway needs.`))
  }
  if (values.customerGateway === 'new' && values.newCustomerGateway.ca_certificate.trim() === '') {
    const message = 'Give the CA certificate of the customer device: a GM gateway needs it.'
    problems.push(at('newCustomerGateway.ca_certificate', message))
  }
  return problems
}

/** Why no connection can be made on a gateway, in one sentence; undefined where one can. */
export const gatewayReason = (gateway: VpnGateway): string | undefined => {
  const refusal = gatewayRefuses('createConnection', gateway)
  if (refusal !== undefined || gatewayIps(gateway).some(Boolean)) return refusal
  return `${gateway.name} has no address to connect to.`
}

const gatewayProblems = (values: ConnectionFormValues, facts: ConnectionFacts): FieldProblem[] => {
  if (values.vgw_id === '') return [at('vgw_id', 'Choose a VPN gateway.')]
  const gateway = gatewayOf(facts, values)
  if (!gateway) return [at('vgw_id', 'There is no VPN gateway with this id.')]
  const refusal = gatewayReason(gateway)
  if (refusal !== undefined) return [at('vgw_id', refusal)]
  if (gatewayIps(gateway).filter(Boolean).length === 1 && values.extent === 'pair') {
    return [at('extent', `${gateway.name} has one address only: choose a single tunnel.`)]
  }
  return gateway.flavor === 'GM' ? gmCertificateProblems(values, facts, gateway) : []
}

const newCustomerGatewayProblems = (values: ConnectionFormValues, isGm: boolean): FieldProblem[] => {
  const under = ({ path, message }: FieldProblem) => at(`newCustomerGateway.${path}`, message)
  const body = toCustomerGatewayBody(values.newCustomerGateway, isGm)
  const address =
    body.id_type === 'ip' ? 'an IPv4 address, for example 192.0.2.10' : 'a name, for example vpn.lyon.example'
  const missing = body.id_value === '' ? [at('id_value', `Enter ${address}.`)] : []
  const content = body.ca_certificate?.content
  const damage = content === undefined ? undefined : certificateTextProblem(content, 8192)
  const issues = customerGatewayCreate.safeParse(body).error?.issues ?? []
  return [
    ...missing,
    ...(damage === undefined ? [] : [at('ca_certificate', damage)]),
    ...customerGatewayCreateProblems(body),
    ...issues.map(({ path, message }) => at(path[0] === 'ca_certificate' ? 'ca_certificate' : path.join('.'), message)),
  ].map(under)
}

const customerGatewayProblems = (values: ConnectionFormValues, facts: ConnectionFacts): FieldProblem[] => {
  if (values.customerGateway === 'new') {
    return newCustomerGatewayProblems(values, gatewayOf(facts, values)?.flavor === 'GM')
  }
  return values.cgw_id === '' ? [at('cgw_id', 'Choose a customer gateway.')] : []
}

/** BGP speaks between two autonomous systems, so both numbers are needed, and differ. */
export const asnProblem = (values: ConnectionFormValues, facts: ConnectionFacts): string | undefined => {
  const gateway = gatewayOf(facts, values)
  const peer = peerOf(facts, values)
  if (!gateway || peer.name === '') return undefined
  // A customer gateway that was typed by its id may have an ASN that is not known here.
  if (values.customerGateway === 'existing' && !customerGatewayOf(facts, values)) return undefined
  if (peer.asn === undefined) {
    const remedy =
      values.customerGateway === 'new' ? 'enter it on the step Ends' : 'choose or make another customer gateway'
    return `${peer.name} has no ASN, and BGP needs one: ${remedy}.`
  }
  if (peer.asn !== gateway.bgp_asn) return undefined
  return `${gateway.name} and ${peer.name} both have the ASN ${peer.asn}. BGP needs two that differ: choose or make another customer gateway.`
}

const requestProblems = (values: ConnectionFormValues, gateway: VpnGateway): FieldProblem[] => {
  // The id of a customer gateway that is yet to be made is not known; any text of the right kind does for the checks.
  const bodies = toCreateBodies(values, gateway, values.customerGateway === 'new' ? 'new' : values.cgw_id || 'none')
  const issues = bodies.flatMap((body, index) =>
    (vpnConnectionCreate.safeParse(body).error?.issues ?? []).map(({ path, message }) => ({
      path: [index, ...path].join('.'),
      message,
    })),
  )
  return [...connectionBatchProblems(bodies, gateway), ...issues].map(({ path, message }) => {
    const [index = '0', ...rest] = path.split('.')
    const shown = fieldProblem(rest.join('.'), message, bodies[Number(index)])
    return at(createPath(`${index}.${shown.path}`, values), shown.message)
  })
}

const nameProblems = ({ extent, tunnels }: ConnectionFormValues): FieldProblem[] => {
  const isTwice =
    extent === 'pair' && tunnels[0].name.trim() !== '' && tunnels[0].name.trim() === tunnels[1].name.trim()
  return isTwice ? [at('tunnels.1.name', 'Give the two tunnels different names.')] : []
}

/** Everything wrong with the form, one sentence for each field. */
export const formProblems = (values: ConnectionFormValues, facts: ConnectionFacts): FieldProblem[] => {
  const gateway = gatewayOf(facts, values)
  const asn = values.style === 'bgp' ? asnProblem(values, facts) : undefined
  return firstByPath([
    ...gatewayProblems(values, facts),
    ...customerGatewayProblems(values, facts),
    ...(asn === undefined ? [] : [at('style', asn)]),
    ...nameProblems(values),
    ...(gateway && gatewayIps(gateway).some(Boolean) ? requestProblems(values, gateway) : []),
  ])
}
