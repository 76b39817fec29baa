import { isRead, operation, operationNames } from '../catalogue/catalogue.ts'

/** A role: a set of IAM actions in the cloud's own words, and of the console's own. */
export type Role = { id: string; name: string; description: string; actions: readonly string[] }

const readActions = [
  ...new Set(operationNames.map(operation).flatMap((row) => (isRead(row) && row.action ? [row.action] : []))),
]

/** The roles that every console has. Others are made of action patterns by its administrators. */
export const builtInRoles = [
  {
    id: 'administrator',
    name: 'Administrator',
    description: 'Everything, and the settings of the console: cloud accounts, people, roles, sign-on and audit.',
    actions: ['*'],
  },
  {
    id: 'network-admin',
    name: 'Network admin',
    description: 'Every VPN operation on the clouds given to him.',
    actions: ['vpn:*', 'vpc:publicIps:update', ...readActions],
  },
  {
    id: 'support',
    name: 'Support',
    description: 'Reads everything, finds out why a tunnel is down, resets a connection and disconnects a client.',
    actions: [...readActions, 'vpn:vpnConnections:reset', 'vpn:p2cVpnGateway:disconnectConnection'],
  },
  {
    id: 'user-manager',
    name: 'User manager',
    description:
      'Users, groups, access policies and connected clients of the VPN servers given to him. He sees nothing else.',
    actions: [
      'vpn:p2cVpnGateway:listAllServers',
      'vpn:p2cVpnGateway:listServers',
      'vpn:p2cVpnUser:*',
      'vpn:p2cVpnGateway:*UserGroup',
      'vpn:p2cVpnGateway:addUsers',
      'vpn:p2cVpnGateway:removeUsers',
      'vpn:p2cVpnGateway:listUsersInGroup',
      'vpn:p2cVpnGateway:*AccessPolicy',
      'vpn:p2cVpnGateway:listAccessPolicies',
      'vpn:p2cVpnGateway:listConnections',
      'vpn:p2cVpnGateway:disconnectConnection',
    ],
  },
  {
    id: 'vpn-user',
    name: 'VPN user',
    description: 'Himself: his password, his profile and his connections.',
    actions: [],
  },
] as const satisfies readonly Role[]
export type BuiltInRole = (typeof builtInRoles)[number]['id']
