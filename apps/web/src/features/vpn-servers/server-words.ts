import { ApiError, type P2cVpnGateway, type ScmCertificate, type VpnServer } from '@vpn-console/api-client'
import { parseTime } from '../../ui/time-words.ts'

/** A server has no name of its own: it goes by its gateway's, which has one server only. */
export const serverName = (
  { id, client_cidr }: Pick<VpnServer, 'id' | 'client_cidr'>,
  gateway: Pick<P2cVpnGateway, 'name'> | undefined,
): string => gateway?.name ?? client_cidr ?? id

const signIns: Record<string, string> = {
  LOCAL_PASSWORD: 'Password',
  CERT: 'Certificate',
  IAM: 'IAM',
  FEDERATED: 'Identity provider',
}

/** How people sign in, in words; a way that was never seen as it is. */
export const signInWords = (type: string | undefined): string => signIns[type ?? ''] ?? type ?? ''

/** Whether a server keeps users, and so groups and access policies: elsewhere the service refuses them. */
export const hasUsers = ({ client_auth_type }: Pick<VpnServer, 'client_auth_type'>): boolean =>
  client_auth_type === undefined || client_auth_type === 'LOCAL_PASSWORD'

export const certificateSourceWords = (source: string | undefined): string =>
  source === 'SERVICE_SIGN' ? 'Signed by the service' : 'From the certificate service'

/** Why there is no list of servers, and what to do about it. */
export const noServersWords = (error: unknown): { title: string; message: string } => {
  if (error instanceof ApiError && error.status === 403) {
    const step = error.code.startsWith('CONSOLE.')
      ? 'Ask an administrator of the console for the missing permission.'
      : 'Either this region does not offer it, or the cloud account lacks the permission to list it.'
    return { title: 'VPN servers cannot be listed', message: `${error.message} ${step}` }
  }
  return {
    title: 'This region offers no Point-to-Cloud VPN',
    message: 'Its cloud does not know the calls for it. For remote access choose a cloud in another region.',
  }
}

/** Why a certificate of the certificate service is none for a server, or undefined. */
export const scmRefusal = (
  { status, deploy_support, expire_time }: ScmCertificate,
  now: number,
): string | undefined => {
  const end = parseTime(expire_time ?? undefined)
  if (status === 'EXPIRED' || (end !== undefined && end <= now)) return 'It has expired.'
  if (status !== undefined && status !== 'ISSUED' && status !== 'UPLOAD') return 'It has not been issued.'
  return deploy_support === false ? 'The certificate service does not let it be used for other services.' : undefined
}
