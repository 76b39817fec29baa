import {
  ApiError,
  mostClientCas,
  serverRefuses,
  type ClientCaCertificate,
  type VpnServer,
} from '@vpn-console/api-client'

/** What each refusal means for whoever holds the file. */
const refusals: Record<string, string> = {
  'VPN.0070': 'The service does not take a CA with a key of this kind. RSA with 2048 bits or more is the safe choice.',
  'VPN.0071': 'The service does not take a CA that is signed in this way. SHA-256 with RSA is the safe choice.',
  'VPN.0072': 'This CA has expired: no client could connect by it.',
  'VPN.0073': 'This CA is not valid yet. Import it once its time has begun.',
  'VPN.0074': 'This is not the text of one certificate. Copy it from its BEGIN line to its END line, and nothing else.',
  'VPN.0075': 'The certificate is damaged: its text cannot be read. Copy it whole, without changing its lines.',
  'VPN.0076':
    'This is no CA: it may not issue certificates. Give the certificate of the CA that issues those of the clients.',
  'VPN.0077': 'The server already has this CA.',
  'VPN.1111': `A server takes ${mostClientCas} client CAs. Delete one that no client needs any more.`,
}

/** Why the cloud does not take a CA, in words for people; undefined where its own words are the best there are. */
export const caRefusal = (error: unknown): string | undefined =>
  error instanceof ApiError ? refusals[error.code] : undefined

type OfServer = Pick<VpnServer, 'client_auth_type' | 'client_ca_certificates' | 'status'>

export const casOf = ({ client_ca_certificates }: OfServer): readonly ClientCaCertificate[] =>
  client_ca_certificates ?? []

/** Why no CA can be added now, or undefined. */
export const importRefusal = (server: OfServer): string | undefined =>
  serverRefuses(server) ?? (casOf(server).length >= mostClientCas ? refusals['VPN.1111'] : undefined)

/** Why a CA cannot be deleted now, or undefined. */
export const deleteRefusal = (server: OfServer, { name }: Pick<ClientCaCertificate, 'name'>): string | undefined => {
  const refused = serverRefuses(server)
  if (refused !== undefined) return refused
  return server.client_auth_type === 'CERT' && casOf(server).length === 1
    ? `${name} is the only client CA, and a server with certificate authentication needs one. Replace it, or import another first.`
    : undefined
}

/** Whom a deletion locks out, in words. */
export const lockedOut = (
  server: OfServer,
  { name, subject }: Pick<ClientCaCertificate, 'name' | 'subject'>,
): string => {
  if (server.client_auth_type !== 'CERT') {
    return `People sign in to this server without certificates, so that nobody is locked out. ${name} is gone for good.`
  }
  const issuer = subject === undefined ? name : `${name} (${subject})`
  return `Every client whose certificate was issued by ${issuer} is locked out: it is refused when it connects the next time. Which clients these are the cloud does not tell.`
}

const isSame = (a: ClientCaFacts, b: ClientCaFacts) =>
  a.serial_number !== undefined &&
  a.serial_number === b.serial_number &&
  a.issuer === b.issuer &&
  a.subject === b.subject

export type ClientCaFacts = Pick<ClientCaCertificate, 'serial_number' | 'issuer' | 'subject'>

/** The CA of a list that is the same certificate, as far as the cloud tells. */
export const sameCa = <T extends ClientCaFacts>(facts: ClientCaFacts, others: readonly T[]): T | undefined =>
  others.find((other) => isSame(facts, other))

/** Whether the CA is not there any more: another tab, or another person, was faster. */
export const isGone = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'VPN.1115' || error.status === 404)
