import type { P2cVpnGateway, VpnServer, VpnResourceTag } from '@vpn-console/api-client'
import type { GatewayJob, Upgradable } from '../gateway-upgrades.ts'
import type { Authority, Credentials } from './certificate-authority.ts'

/** A Point-to-Cloud gateway as the service keeps it. */
export type P2cGateway = Upgradable & {
  name: string
  vpc_id: string
  connect_subnet: string
  availability_zone_ids: string[]
  /** EIP id; undefined after it was unbound. */
  eip: string | undefined
  max_connection_number: number
  enterprise_project_id: string
  tags: VpnResourceTag[]
  order_id: string | undefined
  frozen_effect: NonNullable<P2cVpnGateway['frozen_effect']>
  version: string
  isBuilt: boolean
  logConfig: { log_group_id: string; log_stream_id: string } | undefined
  created_at: number
  applied_at: number
  updated_at: number
}

export type ClientCa = {
  id: string
  name: string
  issuer: string
  subject: string
  serial_number: string
  expiration_time: string
  signature_algorithm: string
  /** Tells whether the same certificate is there already. */
  fingerprint: string
  created_at: number
  updated_at: number
}

/** Only what is left of a password after it was hashed is kept. */
export type PasswordHash = { salt: Buffer; hash: Buffer }

export type User = {
  id: string
  name: string
  description: string
  user_group_id: string | undefined
  static_ip: string
  /** The present one first, then those before it; none where nobody ever set one. */
  passwords: PasswordHash[]
  /** Wrong tries in a row: the fifth locks the user. */
  wrongTries: number
  created_at: number
  updated_at: number
}

export type UserGroup = {
  id: string
  name: string
  description: string
  type: 'Default' | 'Custom'
  created_at: number
  updated_at: number
}

export type AccessPolicy = {
  id: string
  name: string
  description: string
  type: 'Default' | 'Custom'
  user_group_id: string
  dest_ip_cidrs: string[]
  created_at: number
  updated_at: number
}

/** A client that is online, or was. */
export type Session = {
  id: string
  user_name: string
  virtual_ip: string
  client_ip: string
  from: number
  /** Undefined while it lasts. */
  until: number | undefined
}

export type AuthType = 'CERT' | 'LOCAL_PASSWORD' | 'IAM' | 'FEDERATED'

/** What a server shows of itself to clients; made when somebody first looks. */
export type ServerIdentity = { authority: Authority; credentials: Credentials }

export type Server = {
  id: string
  p2c_vgw_id: string
  client_cidr: string
  local_subnets: string[]
  client_auth_type: AuthType
  /** Of the certificate service; undefined where the service signs one. */
  certificate_id: string | undefined
  clientCas: Map<string, ClientCa>
  ssl: { port: number; encryption_algorithm: 'AES-128-GCM' | 'AES-256-GCM'; is_compressed: boolean }
  dns_servers: string[]
  idp_name: string | undefined
  status: VpnServer['status']
  /** Of a server whose certificate the service signed. */
  ownIdentity: ServerIdentity | undefined
  people: People
  /** Those of an estate are made when somebody first looks. */
  populate: ((people: People) => void) | undefined
  /** Who is online, then who was, newest first. */
  sessions: Session[]
  past: Session[]
  created_at: number
  updated_at: number
}

export type People = { users: Map<string, User>; groups: Map<string, UserGroup>; policies: Map<string, AccessPolicy> }

export const emptyPeople = (): People => ({ users: new Map(), groups: new Map(), policies: new Map() })

/** Users, groups and policies of a server. */
export const peopleOf = (server: Server): People => {
  const { populate } = server
  if (populate) {
    server.populate = undefined
    populate(server.people)
  }
  return server.people
}

/** An answer that was given to a call with an `X-Client-Token`. */
export type TokenAnswer = { body: string; answer: object | undefined }

/** Everything of Point-to-Cloud in a project. */
export type P2cState = {
  gateways: Map<string, P2cGateway>
  jobs: Map<string, GatewayJob>
  servers: Map<string, Server>
  /** Of certificates of the certificate service, by their ids. */
  identities: Map<string, ServerIdentity>
  tokens: Map<string, TokenAnswer>
}

export const emptyP2c = (): P2cState => ({
  gateways: new Map(),
  jobs: new Map(),
  servers: new Map(),
  identities: new Map(),
  tokens: new Map(),
})

/** The one server of a gateway. */
export const serverOf = ({ servers }: P2cState, gatewayId: string): Server | undefined => {
  for (const server of servers.values()) if (server.p2c_vgw_id === gatewayId) return server
  return undefined
}
