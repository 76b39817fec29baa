import type { VpnServer, VpnServerCreate, VpnServerUpdate } from '@vpn-console/api-client'
import { timeText, type Project } from '../project-state.ts'
import { refusal } from '../refusal.ts'
import { defaultDestinations } from '../vpc-routes.ts'
import { makeClientCa, shownClientCa } from './client-cas.ts'
import { shownServerCertificate } from './identity.ts'
import { addDefaults } from './people.ts'
import { endSessions } from './sessions.ts'
import { emptyPeople, peopleOf, type ClientCa, type P2cGateway, type Server } from './state.ts'

const createMs = 30_000
const updateMs = 10_000

/** What the rules of a server have to know of where it stands. */
export const surroundingsOf = (project: Project, gateway: P2cGateway) => ({
  max_connection_number: gateway.max_connection_number,
  routes: defaultDestinations(project, gateway.vpc_id),
})

/** A certificate of the certificate service that a server may have. */
const checkCertificate = (project: Project, id: string | undefined) => {
  if (id === undefined) return
  const found = project.neighbours.certificates.find((one) => one.id === id)
  if (!found) throw refusal('VPN.1112', id)
  if (found.status === 'EXPIRED' || !found.deploy_support) throw refusal('VPN.1110', id)
}

const caMap = (project: Project, uploads: VpnServerCreate['client_ca_certificates'] = []) => {
  const cas = new Map<string, ClientCa>()
  for (const upload of uploads) {
    const ca = makeClientCa(project, upload, cas.values())
    ca.created_at = project.stamp(ca.created_at)
    cas.set(ca.id, ca)
  }
  return cas
}

/** Puts a server on a gateway, PENDING_CREATE; the request has been checked against the rules. */
export const addServer = (
  project: Project,
  gateway: P2cGateway,
  body: VpnServerCreate,
  given: { id?: string; at: number },
): Server => {
  const { ssl_options: ssl = {}, server_certificate } = body
  const certificate_id = server_certificate?.source === 'SERVICE_SIGN' ? undefined : server_certificate?.id
  checkCertificate(project, certificate_id)
  const clientCas = caMap(project, body.client_ca_certificates)
  const at = project.stamp(given.at)
  const server: Server = {
    id: given.id ?? project.random.uuid(),
    p2c_vgw_id: gateway.id,
    client_cidr: body.client_cidr,
    local_subnets: body.local_subnets,
    client_auth_type: body.client_auth_type ?? 'LOCAL_PASSWORD',
    certificate_id,
    clientCas,
    ssl: {
      port: ssl.port ?? 443,
      encryption_algorithm: ssl.encryption_algorithm ?? 'AES-128-GCM',
      is_compressed: ssl.is_compressed ?? false,
    },
    dns_servers: body.dns_servers ?? [],
    idp_name: body.idp_name,
    status: 'PENDING_CREATE',
    ownIdentity: undefined,
    people: emptyPeople(),
    populate: undefined,
    sessions: [],
    past: [],
    created_at: at,
    updated_at: at,
  }
  project.p2c.servers.set(server.id, server)
  addDefaults(project, server, at)
  return server
}

const later = (project: Project, server: Server, ms: number) => {
  const { status } = server
  project.schedule.add(project.clock.now() + project.clock.takes(ms), () => {
    // Somebody may have given it another state meanwhile.
    if (server.status === status) server.status = 'ACTIVE'
  })
}

export const buildServerLater = (project: Project, server: Server): void => later(project, server, createMs)

const leavingCodes: readonly [code: string, isThere: (server: Server) => boolean][] = [
  ['VPN.1122', (server) => peopleOf(server).users.size > 0],
  ['VPN.1123', (server) => [...peopleOf(server).groups.values()].some(({ type }) => type === 'Custom')],
  ['VPN.1124', (server) => [...peopleOf(server).policies.values()].some(({ type }) => type === 'Custom')],
  ['VPN.1125', ({ clientCas }) => clientCas.size > 0],
]

/** Refuses while something is on the server that has to be deleted first. */
export const checkEmpty = (server: Server, codes: readonly string[] = leavingCodes.map(([code]) => code)): void => {
  for (const [code, isThere] of leavingCodes) if (codes.includes(code) && isThere(server)) throw refusal(code)
}

const checkLeaving = (server: Server, update: VpnServerUpdate) => {
  const { client_auth_type: type = server.client_auth_type } = update
  if (type === server.client_auth_type) return
  // Client CAs may stay: the last one cannot be deleted while people sign in with certificates.
  if (server.client_auth_type === 'LOCAL_PASSWORD') checkEmpty(server, ['VPN.1122', 'VPN.1123', 'VPN.1124'])
}

/** Makes a change that the rules allow: PENDING_UPDATE until it has been carried out. Clients have to connect anew. */
export const updateServer = (project: Project, server: Server, update: VpnServerUpdate): void => {
  const { server_certificate, ssl_options, client_auth_type, idp_name, ...plain } = update
  checkCertificate(project, server_certificate?.id)
  checkLeaving(server, update)
  const now = project.clock.now()
  Object.assign(server, plain)
  if (server_certificate) server.certificate_id = server_certificate.id
  if (ssl_options) {
    server.ssl.port = ssl_options.port ?? server.ssl.port
    server.ssl.encryption_algorithm = ssl_options.encryption_algorithm ?? server.ssl.encryption_algorithm
  }
  if (client_auth_type && client_auth_type !== server.client_auth_type) {
    server.client_auth_type = client_auth_type
    // The group and the policy of everybody go with those who sign in by name.
    server.people = emptyPeople()
  }
  if (client_auth_type && client_auth_type !== 'FEDERATED') server.idp_name = undefined
  if (idp_name !== undefined) server.idp_name = idp_name
  addDefaults(project, server, now)
  server.updated_at = now
  server.status = 'PENDING_UPDATE'
  endSessions(project, server, now)
  later(project, server, updateMs)
}

/** A server as an answer shows it. */
export const shownServer = (project: Project, server: Server): VpnServer => {
  const { id, p2c_vgw_id, client_cidr, local_subnets, client_auth_type, clientCas, ssl, idp_name, dns_servers } = server
  return {
    id,
    p2c_vgw_id,
    client_cidr,
    local_subnets,
    client_auth_type,
    tunnel_protocol: 'SSL',
    server_certificate: shownServerCertificate(project, server),
    client_ca_certificates: [...clientCas.values()].map(shownClientCa),
    ssl_options: {
      protocol: 'TCP',
      port: ssl.port,
      encryption_algorithm: ssl.encryption_algorithm,
      authentication_algorithm: ssl.encryption_algorithm === 'AES-256-GCM' ? 'SHA384' : 'SHA256',
      is_compressed: ssl.is_compressed,
    },
    dns_servers,
    ...(idp_name === undefined ? {} : { idp_name }),
    status: server.status,
    created_at: timeText(server.created_at),
    updated_at: timeText(server.updated_at),
  }
}
