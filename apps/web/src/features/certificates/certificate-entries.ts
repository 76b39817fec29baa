import type { CustomerGateway, Output, VpnGateway } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { parseTime } from '../../ui/time-words.ts'

export type CertificateKind =
  | 'Gateway, signature'
  | 'Gateway, encryption'
  | 'Gateway, chain'
  | 'Customer gateway CA'
  | 'Client CA'
  | 'Server'

/** One certificate, whatever it is for and whoever told of it. */
export type CertificateEntry = {
  id: string
  name: string
  kind: CertificateKind
  /** Where it is at work; undefined where nothing of ours is known to use it. */
  owner: { name: string; to: string } | undefined
  /** Where another one is put in its place. */
  replace: { to: string; by: 'updateVgwCertificate' | 'updateCgw' | 'importClientCa' | 'updateVpnServer' } | undefined
  subject: string | undefined
  issuer: string | undefined
  serial: string | undefined
  algorithm: string | undefined
  /** Undefined where the cloud does not tell, or tells what could not be read. */
  begins: number | undefined
  ends: number | undefined
  /** Everything the cloud told of it. */
  raw: unknown
}

type GatewayCertificate = Output<'showVpnGatewayCertificate'>['certificate']
type ServerCertificate = Output<'listCertificates'>['certificates'][number]

export type OfGateway = { gatewayId: string; certificate: GatewayCertificate }

/** A GM gateway has one for signatures, one for encryption, and the chain above them; each ends at its own time. */
export const gatewayEntries = (
  cloudId: string,
  { gatewayId, certificate }: OfGateway,
  gateways: readonly Pick<VpnGateway, 'id' | 'name'>[],
): CertificateEntry[] => {
  const gatewayName = gateways.find(({ id }) => id === gatewayId)?.name ?? gatewayId
  const to = `${paths.vpnGateway({ cloudId, gatewayId })}?tab=certificate`
  const shared = {
    owner: { name: gatewayName, to },
    replace: { to, by: 'updateVgwCertificate' as const },
    algorithm: certificate.signature_algorithm,
    begins: undefined,
    raw: certificate,
  }
  const chainSubject = certificate.certificate_chain_subject
  return [
    {
      ...shared,
      id: `${certificate.id} signature`,
      name: certificate.name,
      kind: 'Gateway, signature',
      subject: certificate.certificate_subject,
      issuer: certificate.issuer,
      serial: certificate.certificate_serial_number,
      ends: parseTime(certificate.certificate_expire_time),
    },
    {
      ...shared,
      id: `${certificate.id} encryption`,
      name: certificate.name,
      kind: 'Gateway, encryption',
      subject: certificate.enc_certificate_subject,
      // The cloud tells the issuer of the signature certificate only.
      issuer: undefined,
      serial: certificate.enc_certificate_serial_number,
      ends: parseTime(certificate.enc_certificate_expire_time),
    },
    {
      ...shared,
      id: `${certificate.id} chain`,
      name: certificate.name,
      kind: 'Gateway, chain',
      subject: chainSubject,
      issuer: undefined,
      serial: certificate.certificate_chain_serial_number,
      ends: parseTime(certificate.certificate_chain_expire_time),
    },
  ]
}

/** The CA certificates that customer gateways are checked with. */
export const customerGatewayEntries = (
  cloudId: string,
  customerGateways: readonly CustomerGateway[],
): CertificateEntry[] =>
  customerGateways.flatMap(({ id, name, ca_certificate: ca }) =>
    ca
      ? [
          {
            id: ca.id ?? `${id} ca`,
            name: `CA of ${name}`,
            kind: 'Customer gateway CA' as const,
            owner: { name, to: paths.customerGateway({ cloudId, customerGatewayId: id }) },
            replace:
              ca.is_updatable === false
                ? undefined
                : { to: paths.customerGatewayEdit({ cloudId, customerGatewayId: id }), by: 'updateCgw' as const },
            subject: ca.subject,
            issuer: ca.issuer,
            serial: ca.serial_number,
            algorithm: ca.signature_algorithm,
            begins: undefined,
            ends: parseTime(ca.expire_time),
            raw: ca,
          },
        ]
      : [],
  )

/** Server certificates of the certificate service that no VPN server uses. */
export const serverEntries = (certificates: readonly ServerCertificate[]): CertificateEntry[] =>
  certificates.map((certificate) => ({
    id: certificate.id,
    name: certificate.name ?? certificate.id,
    kind: 'Server',
    owner: undefined,
    replace: undefined,
    subject: certificate.domain ?? undefined,
    issuer: certificate.brand ?? undefined,
    serial: undefined,
    algorithm: certificate.signature_algorithm ?? undefined,
    begins: undefined,
    ends: parseTime(certificate.expire_time ?? undefined),
    raw: certificate,
  }))
