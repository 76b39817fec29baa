import { problem, type Problem } from '../rules/problem.ts'
import { grantScopes, type GrantScope } from './grant-scopes.ts'
import { allows } from './permissions.ts'
import type { Role } from './roles.ts'
import type { CloudGrants } from './session.ts'

/** Where a grant holds. */
export type GrantPlace = {
  type: GrantScope
  cloudId?: string | undefined
  /** Id of the enterprise project or of the VPN server. */
  scopeId?: string | undefined
  vpnUserId?: string | undefined
}

/** All actions there are: of the cloud, those of them that single VPN servers are asked for, and the console's own. */
export type KnownActions = {
  cloud: readonly string[]
  server: readonly string[]
  console: readonly string[]
}

type GrantedRole = Pick<Role, 'id' | 'name' | 'actions'>

/** Actions of the console itself hold only for the whole of it. */
export const isConsoleAction = (action: string): boolean => action.startsWith('console:')

const coversAny = ({ actions }: GrantedRole, known: readonly string[]) =>
  known.some((action) => allows(actions, action))

/** Why a role cannot be given for a kind of scope, in one sentence; undefined where it can. */
export const scopeRefusal = (role: GrantedRole, scope: GrantScope, known: KnownActions): string | undefined => {
  if (role.id === 'vpn-user' || scope === 'vpn-user') {
    if (role.id === 'vpn-user' && scope === 'vpn-user') return undefined
    return role.id === 'vpn-user'
      ? `${role.name} is given for one VPN user: the one whom the person may look after as himself.`
      : `Only the role VPN user is given for a VPN user.`
  }
  if (role.id === 'administrator' && scope !== 'all') return `${role.name} is given for everything or not at all.`
  // On a whole cloud he would see more than users: what asks for no action is open to everybody there.
  if (role.id === 'user-manager' && scope !== 'server') {
    return `${role.name} is given for single VPN servers: he sees nothing else of a cloud.`
  }
  if (scope === 'all') return undefined
  if (!coversAny(role, known.cloud)) return `${role.name} is about the console itself, which has no parts.`
  if (scope === 'server' && !coversAny(role, known.server)) {
    return `${role.name} may do nothing that is about a VPN server.`
  }
  return undefined
}

/** The kinds of scope that a role can be given for. */
export const scopesOf = (role: GrantedRole, known: KnownActions): GrantScope[] =>
  grantScopes.filter((scope) => scopeRefusal(role, scope, known) === undefined)

const parts = {
  all: [],
  account: ['cloudId'],
  'enterprise-project': ['cloudId', 'scopeId'],
  server: ['cloudId', 'scopeId'],
  'vpn-user': ['cloudId', 'scopeId', 'vpnUserId'],
} as const satisfies Record<GrantScope, readonly (keyof GrantPlace)[]>

const partWords = (scope: GrantScope, part: 'cloudId' | 'scopeId' | 'vpnUserId'): string => {
  if (part === 'cloudId') return 'Choose a cloud.'
  if (part === 'vpnUserId') return 'Choose a VPN user.'
  return scope === 'enterprise-project' ? 'Choose an enterprise project.' : 'Choose a VPN server.'
}

/** What is wrong with giving a role for a scope. Paths are those of the scope. */
export const grantProblems = (role: GrantedRole, place: GrantPlace, known: KnownActions): Problem[] => {
  const refusal = scopeRefusal(role, place.type, known)
  if (refusal !== undefined) return [problem('grant-scope', 'type', refusal)]
  const wanted: readonly string[] = parts[place.type]
  return (['cloudId', 'scopeId', 'vpnUserId'] as const).flatMap((part) => {
    const isGiven = place[part] !== undefined && place[part] !== ''
    if (isGiven === wanted.includes(part)) return []
    const message = isGiven ? 'This scope has no such part.' : partWords(place.type, part)
    return [problem('grant-scope', part, message)]
  })
}

type Holder = { actions: readonly string[]; onCloud: (cloudId: string) => CloudGrants | undefined }

/** The patterns that somebody has himself for all of a place. */
export const heldAt = ({ actions, onCloud }: Holder, { type, cloudId = '', scopeId = '' }: GrantPlace): string[] => {
  const grants = type === 'all' ? undefined : onCloud(cloudId)
  // On a cloud, what holds for the console itself does not count.
  if (!grants) return type === 'all' ? [...actions] : []
  const ofProject = type === 'enterprise-project' ? (grants.projects[scopeId] ?? []) : []
  const ofServer = type === 'server' || type === 'vpn-user' ? (grants.servers[scopeId] ?? []) : []
  return [...grants.actions, ...ofProject, ...ofServer]
}

/** To be a VPN user is to have his password: it takes who may set that. */
const toBeVpnUser = ['vpn:p2cVpnUser:resetPassword']

/**
 * What of a role somebody lacks himself, so that he can neither give it nor take it. A pattern is had where one of his
 * own covers all that it stands for, also what it will stand for later.
 */
export const lackedToGrant = (role: GrantedRole, held: readonly string[]): string[] => {
  const needed = role.id === 'vpn-user' ? toBeVpnUser : role.actions
  // A star in a pattern is matched by a star alone, so that covering its text is covering its meaning.
  return needed.filter((pattern) => !allows(held, pattern))
}

const patternText = /^[A-Za-z0-9*-]{1,64}(?::[A-Za-z0-9*-]{1,64}){0,2}$/

/** Whether a text can be a pattern at all. */
export const isPattern = (text: string): boolean => patternText.test(text)

/** How many patterns a role may have. */
export const mostPatterns = 200

/** The actions that patterns cover. */
export const coveredBy = (patterns: readonly string[], known: readonly string[]): string[] =>
  known.filter((action) => allows(patterns, action))

/** What is wrong with the patterns of a role: each must be one, be there once, and stand for something. */
export const patternProblems = (patterns: readonly string[], known: KnownActions): Problem[] => {
  if (patterns.length === 0) return [problem('role-actions', 'actions', 'Choose at least one action.')]
  if (patterns.length > mostPatterns) {
    return [problem('role-actions', 'actions', `Use at most ${mostPatterns} patterns; a * stands for any text.`)]
  }
  const all = [...known.cloud, ...known.console]
  return patterns.flatMap((pattern, index) => {
    const wrong = (message: string) => [problem('role-actions', `actions.${index}`, message)]
    if (!isPattern(pattern)) {
      return wrong(`${pattern} is no action: write service:resource:verb, such as vpn:vpnConnections:*.`)
    }
    if (patterns.indexOf(pattern) < index) return wrong(`${pattern} is there twice.`)
    return coveredBy([pattern], all).length === 0 ? wrong(`${pattern} covers no action that there is.`) : []
  })
}
