import type { P2cVpnGateway, VpnServer } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { parseTime } from '../../ui/time-words.ts'
import type { CertificateEntry } from './certificate-entries.ts'

type Gateways = readonly Pick<P2cVpnGateway, 'id' | 'name'>[]

/** A server has no name: it is known by its gateway's. */
const ownerName = ({ id, p2c_vgw_id }: VpnServer, gateways: Gateways) =>
  `Server of ${gateways.find((gateway) => gateway.id === p2c_vgw_id)?.name ?? p2c_vgw_id ?? id}`

/** The CAs whose clients a server lets in: one that has ended locks all of its clients out. */
const clientCaEntries = (cloudId: string, server: VpnServer, gateways: Gateways): CertificateEntry[] => {
  const to = `${paths.vpnServer({ cloudId, serverId: server.id })}?tab=client-cas`
  return (server.client_ca_certificates ?? []).map((ca) => ({
    id: `${server.id} ${ca.id}`,
    name: ca.name,
    kind: 'Client CA',
    owner: { name: ownerName(server, gateways), to },
    replace: { to, by: 'importClientCa' },
    subject: ca.subject,
    issuer: ca.issuer,
    serial: ca.serial_number,
    algorithm: ca.signature_algorithm,
    begins: undefined,
    ends: parseTime(ca.expiration_time),
    raw: ca,
  }))
}

/** What a server shows to its clients: when it has ended, nobody connects. */
const serverCertificateEntries = (cloudId: string, server: VpnServer, gateways: Gateways): CertificateEntry[] => {
  const { server_certificate: certificate } = server
  if (!certificate) return []
  return [
    {
      id: `${server.id} ${certificate.id}`,
      name: certificate.name,
      kind: 'Server',
      owner: { name: ownerName(server, gateways), to: paths.vpnServer({ cloudId, serverId: server.id }) },
      replace: { to: paths.vpnServerEdit({ cloudId, serverId: server.id }), by: 'updateVpnServer' },
      subject: certificate.subject,
      issuer: certificate.issuer,
      serial: certificate.serial_number,
      algorithm: certificate.signature_algorithm,
      begins: undefined,
      ends: parseTime(certificate.expiration_time),
      raw: certificate,
    },
  ]
}

/** The certificates that remote access stands on. */
export const p2cEntries = (cloudId: string, servers: readonly VpnServer[], gateways: Gateways): CertificateEntry[] =>
  servers.flatMap((server) => [
    ...serverCertificateEntries(cloudId, server, gateways),
    ...clientCaEntries(cloudId, server, gateways),
  ])

/** The ids under which the certificate service knows those that servers use: they are in the list by their servers. */
export const usedByServers = (servers: readonly VpnServer[]): ReadonlySet<string> =>
  new Set(
    servers.flatMap(({ server_certificate: certificate }) =>
      certificate && certificate.source !== 'SERVICE_SIGN' ? [certificate.id] : [],
    ),
  )
