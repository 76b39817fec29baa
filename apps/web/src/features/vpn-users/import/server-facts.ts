import { collect, markerPages, type VpnServer, type VpnUser } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { call } from '../../../api/client.ts'
import { p2cGatewayList, serverList, vpnUserGroupList, vpnUserList } from '../../../api/p2c-lists.ts'
import type { ServerFacts } from './precheck.ts'

const pageSize = 200

/** All users straight from the cloud: a look-up after a lost answer must not get one that was asked for earlier. */
export const usersNow = (cloudId: string, serverId: string): Promise<VpnUser[]> => {
  const params = { vpn_server_id: serverId }
  const pages = markerPages(pageSize, (query) => call(cloudId, 'listVpnUsers', { params, query }))
  return collect(pages, (page) => page.users)
}

const authenticationWords: Readonly<Record<string, string>> = {
  CERT: 'certificates',
  IAM: 'accounts of the cloud',
  FEDERATED: 'an identity provider',
}

/** Why a server takes no users with passwords; undefined where it does. */
export const noUsersReason = ({ client_auth_type }: VpnServer): string | undefined => {
  if (client_auth_type === undefined || client_auth_type === 'LOCAL_PASSWORD') return undefined
  const by = authenticationWords[client_auth_type] ?? client_auth_type
  return `This server knows its clients by ${by}. Users with passwords are for servers that authenticate by user name and password.`
}

/** What the checks need of the live server. A person who may see nothing but the server gets by with less. */
export const useServerFacts = (cloudId: string, serverId: string) => {
  const servers = useQuery(serverList(cloudId))
  const gateways = useQuery(p2cGatewayList(cloudId))
  const users = useQuery(vpnUserList(cloudId, serverId))
  const groups = useQuery(vpnUserGroupList(cloudId, serverId))
  const server = servers.data?.find(({ id }) => id === serverId)
  const gateway = gateways.data?.find(({ id }) => id === server?.p2c_vgw_id)
  const clientCidr = server?.client_cidr
  const connections = gateway?.max_connection_number

  const facts = useMemo<ServerFacts | undefined>(
    () =>
      users.data && groups.data
        ? { clientCidr, connections, users: users.data, groups: new Set(groups.data.map(({ name }) => name)) }
        : undefined,
    [users.data, groups.data, clientCidr, connections],
  )
  const [refetchUsers, refetchGroups] = [users.refetch, groups.refetch]
  const refresh = useCallback(() => Promise.all([refetchUsers(), refetchGroups()]), [refetchUsers, refetchGroups])
  const isSettling = servers.isPending || gateways.isPending
  return {
    facts: isSettling ? undefined : facts,
    error: users.error ?? groups.error,
    server,
    gateway,
    defaultGroup: groups.data?.find(({ type }) => type === 'Default')?.name ?? 'default',
    refresh,
  }
}
