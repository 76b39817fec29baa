import type { VpnServerCreate } from '@vpn-console/api-client'

export type AuthType = 'LOCAL_PASSWORD' | 'CERT' | 'IAM' | 'FEDERATED'
export type Port = '443' | '1194'
export type Encryption = 'AES-128-GCM' | 'AES-256-GCM'

/** What the wizard shows, field by field; texts as they were typed. */
export type ServerFormValues = {
  gatewayId: string
  clientCidr: string
  /** Blocks picked from the VPC's subnets. */
  localSubnets: string[]
  /** Further blocks, one per line. */
  otherSubnets: string
  /** Routes of the VPC, typed by people who may not list them. */
  typedRoutes: string
  authType: AuthType
  idpName: string
  certificateSource: 'SERVICE_SIGN' | 'CCM'
  certificateId: string
  cas: { name: string; content: string }[]
  port: Port
  encryption: Encryption
  isCompressed: boolean
  dns1: string
  dns2: string
}

export const emptyServer: ServerFormValues = {
  gatewayId: '',
  clientCidr: '',
  localSubnets: [],
  otherSubnets: '',
  typedRoutes: '',
  authType: 'LOCAL_PASSWORD',
  idpName: '',
  certificateSource: 'SERVICE_SIGN',
  certificateId: '',
  cas: [{ name: '', content: '' }],
  port: '443',
  encryption: 'AES-128-GCM',
  isCompressed: false,
  dns1: '',
  dns2: '',
}

/** Blocks from a text with one per line; commas and spaces part them too, since people paste. */
export const blocksOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

type Subnets = Pick<ServerFormValues, 'localSubnets' | 'otherSubnets'>

/** All local subnets of the form, each once. */
export const allLocalSubnets = ({ localSubnets, otherSubnets }: Subnets): string[] => [
  ...new Set([...localSubnets, ...blocksOf(otherSubnets)]),
]

/** DNS servers as typed, without empty ones. */
export const dnsServersOf = ({ dns1, dns2 }: Pick<ServerFormValues, 'dns1' | 'dns2'>): string[] =>
  [dns1.trim(), dns2.trim()].filter(Boolean)

/** The CAs that were filled in, with their places in the form. */
export const filledCas = ({ authType, cas }: Pick<ServerFormValues, 'authType' | 'cas'>) =>
  authType === 'CERT'
    ? cas.flatMap(({ name, content }, index) =>
        content.trim() === '' ? [] : [{ index, name: name.trim(), content: content.trim() }],
      )
    : []

/** The part of the request that says how people sign in. */
const signIn = (values: ServerFormValues) => {
  const cas = filledCas(values)
  return {
    client_auth_type: values.authType,
    ...(values.authType === 'FEDERATED' && values.idpName.trim() !== '' && { idp_name: values.idpName.trim() }),
    ...(cas.length > 0 && {
      client_ca_certificates: cas.map(({ name, content }) => ({ ...(name !== '' && { name }), content })),
    }),
  }
}

export const toCreateBody = (values: ServerFormValues): { vpn_server: VpnServerCreate } => {
  const dns = dnsServersOf(values)
  return {
    vpn_server: {
      tunnel_protocol: 'SSL',
      client_cidr: values.clientCidr.trim(),
      local_subnets: allLocalSubnets(values),
      ...signIn(values),
      server_certificate:
        values.certificateSource === 'CCM'
          ? { source: 'CCM', id: values.certificateId.trim() }
          : { source: 'SERVICE_SIGN' },
      ssl_options: {
        protocol: 'TCP',
        port: values.port === '1194' ? 1194 : 443,
        encryption_algorithm: values.encryption,
        is_compressed: values.isCompressed,
      },
      ...(dns.length > 0 && { dns_servers: dns }),
    },
  }
}
