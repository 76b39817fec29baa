import { allows, builtInRoles, type CloudGrants } from '@vpn-console/api-client'
import type { GrantRow, Grants } from '../store/grants.ts'

/** A VPN user that a signed-in person may look after as himself. */
export type VpnUserLink = { cloudId: string; serverId: string; vpnUserId: string }

/** What somebody may do, from all his grants. */
export type Access = {
  /** Ids of the roles that he has anywhere. */
  roles: readonly string[]
  /** Patterns that hold for the console itself: of the grants that hold everywhere. */
  actions: readonly string[]
  /** Whether he may do something with the console itself, such as `console:people:list`. */
  mayConsole: (action: string) => boolean
  /** What he may do on a cloud; undefined where he has nothing to do with it. */
  onCloud: (cloudId: string) => CloudGrants | undefined
  vpnUsers: readonly VpnUserLink[]
}

type Given = GrantRow & { actions: readonly string[] }

const byScopeId = (given: readonly Given[], type: GrantRow['scope_type']): Record<string, string[]> => {
  const ids = [...new Set(given.filter((grant) => grant.scope_type === type).map(({ scope_id: id }) => id))]
  return Object.fromEntries(
    ids.map((id) => [
      id,
      given.flatMap((grant) => (grant.scope_type === type && grant.scope_id === id ? grant.actions : [])),
    ]),
  )
}

const onCloud = (given: readonly Given[], cloudId: string): CloudGrants | undefined => {
  const everywhere = given.filter(({ scope_type: type }) => type === 'all')
  const here = given.filter(({ cloud_id: id }) => id === cloudId)
  const whole = [...everywhere, ...here.filter(({ scope_type: type }) => type === 'account')]
  const grants = {
    actions: [...new Set(whole.flatMap(({ actions }) => actions))],
    projects: byScopeId(here, 'enterprise-project'),
    servers: byScopeId(here, 'server'),
  }
  const has = grants.actions.length + Object.keys(grants.projects).length + Object.keys(grants.servers).length
  return has > 0 ? grants : undefined
}

const toAccess = (given: readonly Given[]): Access => {
  const actions = [...new Set(given.flatMap((grant) => (grant.scope_type === 'all' ? grant.actions : [])))]
  const known = new Map<string, CloudGrants | undefined>()
  return {
    roles: [...new Set(given.map(({ role }) => role))],
    actions,
    mayConsole: (action) => allows(actions, action),
    onCloud: (cloudId) => {
      if (!known.has(cloudId)) known.set(cloudId, onCloud(given, cloudId))
      return known.get(cloudId)
    },
    vpnUsers: given.flatMap(({ scope_type: type, cloud_id: cloudId, scope_id: serverId, vpn_user_id: vpnUserId }) =>
      type === 'vpn-user' ? [{ cloudId, serverId, vpnUserId }] : [],
    ),
  }
}

const mostKept = 500

/** Reads what somebody may do, anew with each request: what was taken from him is gone at once. */
export const createAccess = (grants: Grants) => {
  const builtIn = new Map<string, readonly string[]>(builtInRoles.map(({ id, actions }) => [id, actions]))
  // The same grants make the same answers, which are asked for with every request.
  const kept = new Map<string, Access>()

  return async (personId: string, groups: readonly string[]): Promise<Access> => {
    const rows = await grants.of(personId, groups)
    const made = [...new Set(rows.map(({ role }) => role).filter((role) => !builtIn.has(role)))]
    const own = new Map((await grants.roleOf(made)).map(({ id, actions }) => [id, actions]))
    const given = rows.map((row) => ({ ...row, actions: builtIn.get(row.role) ?? own.get(row.role) ?? [] }))
    const key = JSON.stringify(given)
    const found = kept.get(key)
    if (found) return found
    if (kept.size >= mostKept) kept.clear()
    const access = toAccess(given)
    kept.set(key, access)
    return access
  }
}
