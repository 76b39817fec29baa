import { allows, isConsoleAction, scopesOf, type ShownRole } from '@vpn-console/api-client'
import { consoleOperations, operations } from 'virtual:operations'
import { knownActions } from '../../api/known-actions.ts'

/** One operation as roles see it. */
export type RoleRow = {
  name: string
  /** What it is about, in words. */
  resource: string
  /** Undefined where it asks for none. */
  action: string | undefined
  isRead: boolean
}

/** The first that a path matches says what an operation is about: inner things before those they lie in. */
const byPath: readonly (readonly [RegExp, string])[] = [
  [/resource_type/, 'Tags'],
  [/\/quotas/, 'Quotas'],
  [/client-ca-certificates/, 'Client CA certificates'],
  [/\/vpn-servers\/\{vpn_server_id\}\/users/, 'VPN users'],
  [/\/vpn-servers\/\{vpn_server_id\}\/groups/, 'VPN user groups'],
  [/access-policies/, 'Access policies'],
  [/\/vpn-servers/, 'VPN servers'],
  [/\/p2c-vpn-gateways/, 'Point-to-Cloud gateways'],
  [/connection-monitors/, 'Connection monitors'],
  [/\/vpn-connection|peer-configuration/, 'Connections'],
  [/\/customer-gateways/, 'Customer gateways'],
  [/\/vpn-gateway/, 'VPN gateways'],
]
const byService: Readonly<Record<string, string>> = {
  vpc: 'VPCs and subnets',
  eip: 'EIPs',
  er: 'Enterprise routers',
  scm: 'Certificate service',
  lts: 'Log service',
  ces: 'Metrics',
  iam: 'IAM',
  eps: 'Enterprise projects',
}
const byArea: Readonly<Record<string, string>> = {
  cloudAccounts: 'Console: cloud accounts',
  people: 'Console: people',
  roles: 'Console: roles',
  grants: 'Console: grants',
  signOn: 'Console: sign-on',
  audit: 'Console: audit',
  selfService: 'Console: self-service',
}

export const resourceOf = ({ service, path }: { service: string; path: string }): string =>
  byService[service] ?? byPath.find(([pattern]) => pattern.test(path))?.[1] ?? service

const cloudRows: RoleRow[] = Object.entries(operations).map(([name, row]) => ({
  name,
  resource: resourceOf(row),
  action: row.action ?? undefined,
  isRead: row.method === 'GET' || row.reads === true,
}))

const consoleRows: RoleRow[] = Object.entries(consoleOperations).flatMap(([name, { action, method }]) => {
  if (action === undefined) return []
  const area = action.split(':')[1] ?? ''
  return [{ name, resource: byArea[area] ?? `Console: ${area}`, action, isRead: method === 'GET' }]
})

const inOrder = [
  ...byPath.map(([, words]) => words).toReversed(),
  ...Object.values(byService),
  ...Object.values(byArea),
]
const placeOf = ({ resource }: RoleRow) => {
  const place = inOrder.indexOf(resource)
  return place < 0 ? inOrder.length : place
}

/** Every operation of the catalogue, and those of the console itself that ask for an action; by what they are about. */
export const roleRows: readonly RoleRow[] = [...cloudRows, ...consoleRows].toSorted((a, b) => placeOf(a) - placeOf(b))

export const resources: readonly string[] = [...new Set(roleRows.map(({ resource }) => resource))]

export type Answer = { isAllowed: boolean; why: string }

/** The pattern that covers an action; one that names it comes before one that stands for more. */
export const coveringPattern = (patterns: readonly string[], action: string): string | undefined =>
  patterns.includes(action) ? action : patterns.find((pattern) => pattern.includes('*') && allows([pattern], action))

type Patterns = Pick<ShownRole, 'actions'> & Partial<Pick<ShownRole, 'id' | 'name'>>

const seesClouds = ({ actions }: Patterns) =>
  roleRows.some(({ action }) => action !== undefined && !isConsoleAction(action) && coveringPattern(actions, action))

/** Whether it is only ever given for parts so small that what belongs to the whole cloud is not there. */
const isForServers = ({ id = '', name = '', actions }: Patterns) =>
  !scopesOf({ id, name, actions }, knownActions).some((scope) => scope === 'all' || scope === 'account')

const withoutAction = (role: Patterns): Answer => {
  if (!seesClouds(role)) return { isAllowed: false, why: 'The role sees no cloud.' }
  if (isForServers(role)) return { isAllowed: false, why: 'It is about no VPN server, for which the role is given.' }
  return { isAllowed: true, why: 'It asks for no action: who may do anything on a cloud may do this.' }
}

/** What a role says of each operation, and why. */
export const answersOf = (role: Patterns): ReadonlyMap<string, Answer> => {
  const open = withoutAction(role)
  return new Map(
    roleRows.map(({ name, action }) => {
      if (action === undefined) return [name, open]
      const pattern = coveringPattern(role.actions, action)
      if (pattern === undefined) return [name, { isAllowed: false, why: `It lacks ${action}.` }]
      return [
        name,
        { isAllowed: true, why: pattern === action ? `By ${action}.` : `By ${pattern}, which covers ${action}.` },
      ]
    }),
  )
}

export type RoleCount = { clouds: number; console: number }

const isOfConsole = ({ action }: RoleRow) => action !== undefined && isConsoleAction(action)

export const allRows: RoleCount = {
  clouds: roleRows.filter((row) => !isOfConsole(row)).length,
  console: roleRows.filter(isOfConsole).length,
}

/** How many operations a role may do, on clouds and at the console itself. */
export const countOf = (role: Patterns): RoleCount => {
  const answers = answersOf(role)
  const allowed = roleRows.filter(({ name }) => answers.get(name)?.isAllowed)
  const ofConsole = allowed.filter(isOfConsole).length
  return { clouds: allowed.length - ofConsole, console: ofConsole }
}

const times = (count: number) => `${count} ${count === 1 ? 'operation' : 'operations'}`

/** `37 operations on clouds, 2 of the console`. */
export const countWords = ({ clouds, console: own }: RoleCount): string => {
  if (clouds === 0 && own === 0) return 'Nothing'
  if (clouds === 0) return `${times(own)} of the console`
  return own === 0 ? `${times(clouds)} on clouds` : `${times(clouds)} on clouds, ${own} of the console`
}

/** What a role may do, summed up; a VPN user needs no action for what is his own. */
export const mayWords = (role: Pick<ShownRole, 'id' | 'name' | 'actions'>): string =>
  role.id === 'vpn-user' ? 'Look after himself' : countWords(countOf(role))
