import type { GivenGrant, GrantScope } from '@vpn-console/api-client'

export type Scope = GivenGrant['scope']

/** Names of clouds and of what is in them, by their ids; what is not known goes by its id. */
export type ScopeNames = {
  cloud: (cloudId: string) => string
  project: (cloudId: string, id: string) => string
  server: (cloudId: string, id: string) => string
  vpnUser: (cloudId: string, serverId: string, id: string) => string
}

/** Where a grant holds, in words. */
export const scopeWords = ({ type, cloudId = '', scopeId = '', vpnUserId = '' }: Scope, names: ScopeNames): string => {
  if (type === 'all') return 'Everywhere'
  const cloud = names.cloud(cloudId)
  if (type === 'account') return cloud
  if (type === 'enterprise-project') return `Enterprise project ${names.project(cloudId, scopeId)} in ${cloud}`
  const server = names.server(cloudId, scopeId)
  if (type === 'server') return `VPN server ${server} in ${cloud}`
  return `VPN user ${names.vpnUser(cloudId, scopeId, vpnUserId)} on ${server} in ${cloud}`
}

/** The kinds of scope as they are offered. */
export const scopeChoices: Readonly<Record<GrantScope, { label: string; description: string }>> = {
  all: { label: 'Everywhere', description: 'All clouds, also those added later, and the console itself' },
  account: { label: 'One cloud', description: 'All of one account, region and project' },
  'enterprise-project': { label: 'One enterprise project', description: 'What lies in it, on one cloud' },
  server: { label: 'One VPN server', description: 'Its users, groups, policies and clients, and nothing else' },
  'vpn-user': { label: 'One VPN user', description: 'The person is this VPN user and looks after himself' },
}
