import type { VpnServer, VpnServerCreate, VpnServerUpdate } from '../schemas/vpn-servers.ts'
import { clientCidrProblems, localSubnetProblems, type ClientSurroundings } from './p2c-client-cidr.ts'
import { problem, type Problem } from './problem.ts'
import { isSettling, statusReason } from './status.ts'

/** What the rules of a server need to know of its gateway and its VPC. */
export type ServerSurroundings = Omit<ClientSurroundings, 'local_subnets'>

/** Most client CAs of a server. */
export const mostClientCas = 10

const idpProblems = (type: string | undefined, idp: string | undefined): Problem[] => {
  const path = 'idp_name'
  if (type === 'FEDERATED') {
    return idp ? [] : [problem('server.idp', path, 'Choose the identity provider that people sign in with.')]
  }
  return idp ? [problem('server.idp', path, 'Only federated authentication has an identity provider.')] : []
}

const certificateProblems = ({ server_certificate, ssl_options }: VpnServerCreate): Problem[] => {
  const problems: Problem[] = []
  const { id, source } = server_certificate ?? {}
  if (!server_certificate) {
    const message = 'Choose a server certificate.'
    problems.push(problem('server.cert.required', 'server_certificate', message, 'VPN.1100'))
  } else if (source === 'SERVICE_SIGN' && id !== undefined) {
    const message = 'A certificate that the service signs has no id.'
    problems.push(problem('server.cert.source', 'server_certificate.id', message, 'VPN.1112', id))
  } else if (source !== 'SERVICE_SIGN' && !id) {
    const message = 'Choose one of the certificates of the certificate service.'
    problems.push(problem('server.cert.source', 'server_certificate.id', message, 'VPN.1112', ''))
  }
  if (!ssl_options) problems.push(problem('server.cert.required', 'ssl_options', 'Give the SSL options.'))
  return problems
}

const caProblems = ({ client_auth_type, client_ca_certificates: cas = [] }: VpnServerCreate): Problem[] => {
  const path = 'client_ca_certificates'
  if (cas.length > mostClientCas) {
    return [problem('server.ca.required', path, `Give at most ${mostClientCas} client CAs.`, 'VPN.1111')]
  }
  return client_auth_type === 'CERT' && cas.length === 0
    ? [problem('server.ca.required', path, 'Certificate authentication needs at least one client CA.', 'VPN.1101')]
    : []
}

/** What is wrong with a server that is to be created on a gateway. */
export const vpnServerCreateProblems = (server: VpnServerCreate, around: ServerSurroundings): Problem[] => [
  ...localSubnetProblems(server.local_subnets),
  ...clientCidrProblems(server.client_cidr, { ...around, local_subnets: server.local_subnets }),
  ...certificateProblems(server),
  ...caProblems(server),
  ...idpProblems(server.client_auth_type, server.idp_name),
]

type KeptServer = Pick<VpnServer, 'client_cidr' | 'local_subnets' | 'client_auth_type' | 'idp_name'> & {
  client_ca_certificates?: readonly unknown[] | undefined
}

/** What is wrong with a change of a server. What stands in the way of another authentication is for the cloud to say. */
export const vpnServerUpdateProblems = (
  update: VpnServerUpdate,
  server: KeptServer,
  around: ServerSurroundings,
): Problem[] => {
  const { client_cidr = server.client_cidr ?? '', local_subnets = server.local_subnets ?? [] } = update
  const { client_auth_type = server.client_auth_type } = update
  const problems: Problem[] = []
  if (update.local_subnets) problems.push(...localSubnetProblems(local_subnets))
  if (update.client_cidr !== undefined || update.local_subnets) {
    problems.push(...clientCidrProblems(client_cidr, { ...around, local_subnets }))
  }
  if (client_auth_type === 'CERT' && (server.client_ca_certificates ?? []).length === 0) {
    const message = 'Import a client CA first.'
    problems.push(problem('server.ca.required', 'client_auth_type', message, 'VPN.1101'))
  }
  const kept = client_auth_type === 'FEDERATED' ? server.idp_name : undefined
  return [...problems, ...idpProblems(client_auth_type, update.idp_name ?? kept)]
}

/** Why a server takes no change now, or undefined. */
export const serverRefuses = (server: Pick<VpnServer, 'status'>): string | undefined =>
  isSettling(server.status) || server.status === 'FROZEN' || server.status === 'FAULT'
    ? statusReason('The server', server.status)
    : undefined
