import { networkOf } from '@vpn-console/api-client'
import type { Project } from '../project-state.ts'
import { identityOf } from './identity.ts'
import type { AuthType, Server } from './state.ts'

export type OsType = 'Windows' | 'Linux' | 'macOS' | 'Android' | 'iOS'

/** Older versions of the client stop at this option, newer ones need it. */
const withoutOffload = [
  '# Data channel offload is not supported. Remove this line for OpenVPN 2.5 and older.',
  'disable-dco',
]

const byOs: Record<OsType, (server: Server) => string[]> = {
  Windows: ({ dns_servers }) => [...withoutOffload, ...(dns_servers.length > 0 ? ['block-outside-dns'] : [])],
  Linux: ({ dns_servers }) => [
    ...withoutOffload,
    ...(dns_servers.length > 0
      ? [
          '# To take over the DNS servers, let a script of your distribution do it, for example:',
          '#up /etc/openvpn/update-resolv-conf',
          '#down /etc/openvpn/update-resolv-conf',
        ]
      : []),
  ],
  macOS: () => withoutOffload,
  // The apps do without.
  Android: () => [],
  iOS: () => [],
}

const byAuthentication: Record<AuthType, string[]> = {
  LOCAL_PASSWORD: ['auth-user-pass'],
  IAM: ['auth-user-pass'],
  FEDERATED: ['auth-user-pass', 'auth-retry interact'],
  CERT: ['# Add the certificate and the private key of the client:', '#<cert>', '#</cert>', '#<key>', '#</key>'],
}

const block = (name: string, content: string) => [`<${name}>`, content.trim(), `</${name}>`]

const checksumOf = ({ encryption_algorithm }: Server['ssl']) =>
  encryption_algorithm === 'AES-256-GCM' ? 'SHA384' : 'SHA256'

/** The profile that a client of this system imports: an OpenVPN configuration with the CA of the server in it. */
export const clientProfile = (project: Project, server: Server, address: string, os: OsType): string => {
  const { port, encryption_algorithm, is_compressed } = server.ssl
  const lines = [
    `# VPN of ${networkOf(server.client_cidr)}, for ${os}`,
    'client',
    'dev tun',
    'proto tcp',
    `remote ${address} ${port}`,
    'resolv-retry infinite',
    'nobind',
    'persist-key',
    'persist-tun',
    'remote-cert-tls server',
    `data-ciphers ${encryption_algorithm}`,
    `auth ${checksumOf(server.ssl)}`,
    ...(is_compressed ? ['compress lz4-v2', 'allow-compression yes'] : []),
    'verb 3',
    'reneg-sec 0',
    ...byOs[os](server),
    ...byAuthentication[server.client_auth_type],
    ...block('ca', identityOf(project, server).authority.certificate),
  ]
  return `${lines.join('\n')}\n`
}
