/** Where a grant holds: on every cloud, on one, in one enterprise project of it, on one VPN server, or for one VPN user. */
export const grantScopes = ['all', 'account', 'enterprise-project', 'server', 'vpn-user'] as const
export type GrantScope = (typeof grantScopes)[number]
