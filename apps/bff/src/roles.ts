import { allows, isRead, operation, operationNames } from '@vpn-console/api-client'

export type Role = 'administrator' | 'network-admin' | 'support'

const readActions = [
  ...new Set(operationNames.map(operation).flatMap((row) => (isRead(row) && row.action ? [row.action] : []))),
]

/** Roles are sets of IAM actions, in the cloud's own words. */
const actionsOfRole: Record<Role, readonly string[]> = {
  administrator: ['*'],
  'network-admin': ['vpn:*', 'vpc:publicIps:update', ...readActions],
  support: [...readActions, 'vpn:vpnConnections:reset', 'vpn:p2cVpnGateway:disconnectConnection'],
}

const isRole = (role: string): role is Role => Object.hasOwn(actionsOfRole, role)

export type Permissions = { actions: readonly string[]; may: (action: string | null) => boolean }

const known = new Map<string, Permissions>()

/** What a set of roles may do. Each answer is worked out once: it is asked for with every request. */
export const permissionsOf = (roles: readonly string[]): Permissions => {
  const key = roles.join(' ')
  const found = known.get(key)
  if (found) return found
  const actions = [...new Set(roles.filter(isRole).flatMap((role) => actionsOfRole[role]))]
  const answers = new Map<string | null, boolean>()
  const permissions: Permissions = {
    actions,
    may: (action) => {
      const answer = answers.get(action) ?? allows(actions, action)
      answers.set(action, answer)
      return answer
    },
  }
  known.set(key, permissions)
  return permissions
}
