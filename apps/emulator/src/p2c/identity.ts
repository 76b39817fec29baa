import type { X509Certificate } from '@peculiar/x509'
import type { ServerCertificate } from '@vpn-console/api-client'
import { endText, nameText, readCertificate, serialNumber, signatureAlgorithm } from '../certificates.ts'
import type { Project } from '../project-state.ts'
import { createAuthority } from './certificate-authority.ts'
import type { Server, ServerIdentity } from './state.ts'

// Servers share their keys: making some for each would be felt, and nobody depends on their being different.
const keyNames = { authority: 'authorities of servers', server: 'servers' } as const

const serviceCa = 'C=CN,O=example,CN=VPN service CA'

const ofCertificateService = (project: Project, id: string): ServerIdentity => {
  const known = project.p2c.identities.get(id)
  if (known) return known
  const { domain = 'vpn.example.com', expire_time = '' } =
    project.neighbours.certificates.find((one) => one.id === id) ?? {}
  const authority = createAuthority(`C=CN,O=example,CN=CA of ${domain}`, project.clock.now(), keyNames.authority)
  const credentials = authority.issue('server', `C=CN,O=example,CN=${domain}`, domain, {
    to: Date.parse(expire_time),
    keys: keyNames.server,
  })
  const identity = { authority, credentials }
  project.p2c.identities.set(id, identity)
  return identity
}

/** What a server shows of itself: a certificate of the certificate service, or one that the VPN service signed. */
export const identityOf = (project: Project, server: Server): ServerIdentity => {
  if (server.certificate_id !== undefined) return ofCertificateService(project, server.certificate_id)
  if (server.ownIdentity) return server.ownIdentity
  const authority = createAuthority(serviceCa, project.clock.now(), keyNames.authority)
  const domain = `${server.id}.vpn.example.com`
  const credentials = authority.issue('server', `C=CN,O=example,CN=${domain}`, domain, { keys: keyNames.server })
  server.ownIdentity = { authority, credentials }
  return server.ownIdentity
}

/** The facts of a certificate that answers tell. */
export const certificateFacts = (certificate: X509Certificate) => ({
  issuer: nameText(certificate.issuer),
  subject: nameText(certificate.subject),
  serial_number: serialNumber(certificate),
  expiration_time: endText(certificate.notAfter),
  signature_algorithm: signatureAlgorithm(certificate),
})

export const shownServerCertificate = (project: Project, server: Server): ServerCertificate => {
  const { certificate_id } = server
  const { credentials } = identityOf(project, server)
  const facts = certificateFacts(readCertificate(credentials.certificate, 'server certificate'))
  const name = project.neighbours.certificates.find(({ id }) => id === certificate_id)?.name ?? 'service-signed'
  return certificate_id === undefined
    ? { id: `self-${server.id}`, name, ...facts, source: 'SERVICE_SIGN' }
    : { id: certificate_id, name, ...facts, source: 'CCM' }
}
