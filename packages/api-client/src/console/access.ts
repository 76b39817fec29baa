import { allows } from './permissions.ts'
import type { CloudGrants } from './session.ts'

/**
 * Whether an action may be offered on a cloud: granted everywhere on it, in one of its enterprise projects, or on the
 * server a page is about (without one, on any). The backend then looks at the thing itself.
 */
export const mayOffer = (grants: CloudGrants, action: string | null, serverId?: string): boolean => {
  if (action === null || allows(grants.actions, action)) return true
  if (Object.values(grants.projects).some((patterns) => allows(patterns, action))) return true
  const servers = serverId === undefined ? Object.values(grants.servers) : [grants.servers[serverId] ?? []]
  return servers.some((patterns) => allows(patterns, action))
}

/** Whether somebody sees nothing of a cloud but single VPN servers. */
export const seesServersOnly = ({ actions, projects }: CloudGrants): boolean =>
  actions.length === 0 && Object.keys(projects).length === 0
