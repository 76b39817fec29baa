import { ApiError, type P2cVpnGateway } from '@vpn-console/api-client'

const upgradeWords: Record<string, string> = {
  ready: 'Newer version ready',
  'expiring soon': 'Version near its end',
  unready: 'Up to date',
}

/** What the cloud says of a newer version, in a few words; nothing where it says nothing. */
export const upgradeText = ({ upgrade_info }: Pick<P2cVpnGateway, 'upgrade_info'>): string =>
  upgrade_info === undefined ? '' : (upgradeWords[upgrade_info] ?? upgrade_info)

/** `3 of 10`: clients that are connected, of those the gateway takes. */
export const clientsOnline = (gateway: P2cVpnGateway): string => {
  const { current_connection_number: now = 0, max_connection_number: most } = gateway
  return most === undefined ? String(now) : `${now} of ${most}`
}

/** How many more clients can connect; nothing where the gateway does not say. */
export const freeClients = (gateway: P2cVpnGateway): string => {
  const { current_connection_number: now = 0, max_connection_number: most } = gateway
  if (most === undefined) return ''
  const free = Math.max(0, most - now)
  return free === 0 ? 'Nobody else can connect until somebody leaves' : `${free} more can connect`
}

const authenticationWords: Record<string, string> = {
  LOCAL_PASSWORD: 'Password',
  CERT: 'Certificate',
  FEDERATED: 'Identity provider',
  IAM: 'IAM',
}

/** How people prove who they are at a server. */
export const signInWords = (type: string | undefined): string =>
  type === undefined ? '–' : (authenticationWords[type] ?? type)

/** Why there is no list of gateways, and what to do about it. */
export const unavailableWords = (error: unknown): { title: string; message: string } => {
  const isDenied = error instanceof ApiError && error.status === 403
  if (isDenied) {
    const { message } = error
    const step = error.code.startsWith('CONSOLE.')
      ? 'Ask an administrator of the console for the missing permission.'
      : 'Either this region does not offer it, or the cloud account lacks the permission to list it.'
    return { title: 'Point-to-Cloud gateways cannot be listed', message: `${message} ${step}` }
  }
  return {
    title: 'This region offers no Point-to-Cloud VPN',
    message:
      'Its cloud does not know the calls for it. Site-to-Cloud VPN works as usual; for remote access choose a cloud in another region.',
  }
}
