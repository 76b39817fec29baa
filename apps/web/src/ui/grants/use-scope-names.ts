import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { enterpriseProjectList } from '../../api/lists.ts'
import { p2cGatewayList, serverList, vpnUserList } from '../../api/p2c-lists.ts'
import { useSession } from '../../api/session.ts'
import type { Scope, ScopeNames } from './grant-words.ts'

type Named = { key: string; name: string }

const distinct = (keys: readonly string[]) => [...new Set(keys)].toSorted()

const cloudsOf = (scopes: readonly Scope[], types: readonly Scope['type'][]) =>
  distinct(scopes.flatMap(({ type, cloudId = '' }) => (types.includes(type) ? [cloudId] : [])))

const keyOf = (...ids: string[]) => ids.join('/')

/** A server has no name of its own: it goes by its gateway's. */
const serverNames = (
  cloudId: string,
  servers: readonly { id: string; p2c_vgw_id?: string | undefined }[] = [],
  gateways: readonly { id: string; name?: string | undefined }[] = [],
): Named[] =>
  servers.map(({ id, p2c_vgw_id: gatewayId }) => ({
    key: keyOf(cloudId, id),
    name: gateways.find((gateway) => gateway.id === gatewayId)?.name ?? id,
  }))

/** The names of what grants are about, as far as the person who looks may list it. */
export const useScopeNames = (scopes: readonly Scope[]): ScopeNames => {
  const { clouds } = useSession()
  const known = (ids: string[]) => ids.filter((cloudId) => clouds.some(({ id }) => id === cloudId))
  const ofProjects = known(cloudsOf(scopes, ['enterprise-project']))
  const ofServers = known(cloudsOf(scopes, ['server', 'vpn-user']))
  const ofUsers = distinct(
    scopes.flatMap(({ type, cloudId = '', scopeId = '' }) => (type === 'vpn-user' ? [keyOf(cloudId, scopeId)] : [])),
  ).filter((key) => clouds.some(({ id }) => key.startsWith(`${id}/`)))

  const projects = useQueries({ queries: ofProjects.map((cloudId) => enterpriseProjectList(cloudId)) })
  const servers = useQueries({ queries: ofServers.map((cloudId) => serverList(cloudId)) })
  const gateways = useQueries({ queries: ofServers.map((cloudId) => p2cGatewayList(cloudId)) })
  const users = useQueries({
    queries: ofUsers.map((key) => {
      const [cloudId = '', serverId = ''] = key.split('/')
      return vpnUserList(cloudId, serverId)
    }),
  })

  const named: Named[] = [
    ...ofProjects.flatMap((cloudId, index) =>
      (projects[index]?.data ?? []).map(({ id, name }) => ({ key: keyOf(cloudId, id), name: name ?? id })),
    ),
    ...ofServers.flatMap((cloudId, index) => serverNames(cloudId, servers[index]?.data, gateways[index]?.data)),
    ...ofUsers.flatMap((key, index) =>
      (users[index]?.data ?? []).map(({ id, name }) => ({ key: keyOf(key, id), name })),
    ),
  ]
  // The lists are others with each drawing; the text is another one only where a name is.
  const text = JSON.stringify(named.map(({ key, name }) => [key, name]))
  return useMemo(() => {
    const names = new Map(JSON.parse(text) as [string, string][]) // as it was written above
    const nameOf = (...ids: string[]) => names.get(keyOf(...ids)) ?? ids.at(-1) ?? ''
    return {
      cloud: (cloudId) => clouds.find(({ id }) => id === cloudId)?.name ?? `${cloudId} (disabled or deleted)`,
      project: (cloudId, id) => (id === '0' ? 'default' : nameOf(cloudId, id)),
      server: nameOf,
      vpnUser: nameOf,
    }
  }, [clouds, text])
}
