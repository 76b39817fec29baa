import { allows, builtInRoles, type Cloud, type Session } from '@vpn-console/api-client'

export type RoleWords = { name: string; description: string }

/** Roles in words. Those that administrators made go by their ids: their descriptions are for who may read them. */
export const roleWords = (ids: readonly string[]): RoleWords[] =>
  ids.map((id) => {
    const known = builtInRoles.find((role) => role.id === id)
    return known ?? { name: id, description: 'A role that an administrator of this console made.' }
  })

const countWords = (count: number, one: string, many: string) => (count === 1 ? `one ${one}` : `${count} ${many}`)

/** Where on a cloud somebody may do anything. */
export const placeWords = ({ grants }: Pick<Cloud, 'grants'>): string => {
  if (grants.actions.length > 0) return 'All of it'
  const [projects, servers] = [Object.keys(grants.projects).length, Object.keys(grants.servers).length]
  const parts = [
    ...(projects > 0 ? [countWords(projects, 'enterprise project', 'enterprise projects')] : []),
    ...(servers > 0 ? [countWords(servers, 'VPN server', 'VPN servers')] : []),
  ]
  return `Only ${parts.join(' and ')}`
}

/** One line for each cloud that somebody has to do with. */
export const cloudWords = ({ clouds }: Pick<Session, 'clouds'>): string[] =>
  clouds.map((cloud) => `${cloud.name} (${cloud.region}): ${placeWords(cloud).toLowerCase()}`)

/** What somebody may do with the console itself, by his patterns that hold everywhere. */
export const consoleWords = ({ actions }: Pick<Session, 'actions'>): string => {
  if (allows(actions, '*')) return 'Everything'
  return actions.some((pattern) => pattern.startsWith('console:'))
    ? 'Parts of its administration'
    : 'Only your own account'
}
