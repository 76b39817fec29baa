import type { VpnGateway } from '@vpn-console/api-client'

const networkWords: Record<string, string> = { public: 'Public', private: 'Private' }
const haModeWords: Record<string, string> = { 'active-active': 'Active-active', 'active-standby': 'Active-standby' }

export const networkTypeWords = ({ network_type }: VpnGateway): string => networkWords[network_type] ?? network_type

export const haModeText = ({ ha_mode }: VpnGateway): string => (ha_mode ? (haModeWords[ha_mode] ?? ha_mode) : '')

/** The two addresses that tunnels end at; a gateway that is being built has none yet. */
export const gatewayAddresses = (gateway: VpnGateway): string[] =>
  [
    gateway.eip1?.ip_address ?? gateway.access_private_ip_1,
    gateway.eip2?.ip_address ?? gateway.access_private_ip_2,
  ].filter((address) => address !== undefined)

const upgradeWords: Record<string, string> = {
  ready: 'Newer version ready',
  'expiring soon': 'Version near its end',
  unready: 'Up to date',
}

/** What the cloud says of a newer version, in a few words; nothing where it says nothing. */
export const upgradeText = ({ upgrade_info }: VpnGateway): string =>
  upgrade_info === undefined ? '' : (upgradeWords[upgrade_info] ?? upgrade_info)

/** `4 of 200`: connections there are, of those the gateway takes. */
export const connectionsUsed = ({ used_connection_number = 0, connection_number }: VpnGateway): string =>
  connection_number === undefined ? String(used_connection_number) : `${used_connection_number} of ${connection_number}`
