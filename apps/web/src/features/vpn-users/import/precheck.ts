import { mostP2cConnections, mostUserGroups, vpnUserProblems } from '@vpn-console/api-client'
import type { UserField } from './columns.ts'
import type { UserRow } from './rows.ts'

/** What to do with groups that are not there yet. */
export type GroupChoice = 'correct' | 'create' | 'default'

/** What the live server says. */
export type ServerFacts = {
  clientCidr: string | undefined
  users: readonly { name: string; static_ip?: string | undefined }[]
  groups: ReadonlySet<string>
  /** Connections of the gateway; undefined where it cannot be read. */
  connections: number | undefined
}

export type RowProblem = { field: UserField | 'room'; kind: string; words: string }

export type CheckedRow = { row: UserRow; problems: readonly RowProblem[]; isFit: boolean }

const noPassword = 'There is no password. Type one, or have passwords generated.'
const plainGroup = /^[A-Za-z0-9_-]{1,64}$/

const fields: Readonly<Record<string, UserField>> = {
  name: 'name',
  password: 'password',
  static_ip: 'staticIp',
  user_group_name: 'group',
  description: 'description',
}

const kinds: Readonly<Record<UserField, string>> = {
  name: 'Name not allowed',
  password: 'Password not allowed',
  group: 'Group does not exist',
  staticIp: 'Static IP not possible',
  description: 'Description not allowed',
}

export const problemKinds = {
  doubleName: 'Name twice in the sheet',
  takenName: 'User exists already',
  doubleIp: 'Static IP twice in the sheet',
  noPassword: 'No password',
  groupName: 'Group cannot be created',
  room: 'No connection left',
} as const

/** The address as the service is to get it: empty stands for none. */
export const staticIpOf = ({ staticIp }: Pick<UserRow, 'staticIp'>): string | undefined =>
  staticIp === '' || staticIp.toLowerCase() === 'disable' ? undefined : staticIp

/** How many users the gateway still takes. */
export const seatsLeft = ({ connections, users }: Pick<ServerFacts, 'connections' | 'users'>): number =>
  Math.max(0, Math.min(connections ?? mostP2cConnections, mostP2cConnections) - users.length)

type Seen = { names: Map<string, number>; ips: Map<string, number>; seats: number; newGroups: Set<string> }

const groupProblems = (row: UserRow, facts: ServerFacts, seen: Seen, choice: GroupChoice): RowProblem[] => {
  const { group } = row
  if (group === '' || facts.groups.has(group) || choice === 'default') return []
  if (choice === 'correct') return [{ field: 'group', kind: kinds.group, words: `There is no group ${group}.` }]
  const wrong = (words: string): RowProblem[] => [{ field: 'group', kind: problemKinds.groupName, words }]
  if (!plainGroup.test(group))
    return wrong(`A group cannot be called ${group}: use 1 to 64 letters, digits, underscores or hyphens.`)
  const isRoom = seen.newGroups.has(group) || facts.groups.size + seen.newGroups.size < mostUserGroups
  if (!isRoom) return wrong(`A server has at most ${mostUserGroups} groups: ${group} is one too many.`)
  seen.newGroups.add(group)
  return []
}

const doubles = (row: UserRow, seen: Seen): RowProblem[] => {
  const problems: RowProblem[] = []
  const note = (map: Map<string, number>, key: string | undefined, field: UserField, kind: string, what: string) => {
    if (key === undefined || key === '') return
    const first = map.get(key)
    if (first === undefined) map.set(key, row.line)
    else problems.push({ field, kind, words: `${what} ${key} is in row ${first} as well.` })
  }
  note(seen.names, row.name, 'name', problemKinds.doubleName, 'The name')
  note(seen.ips, staticIpOf(row), 'staticIp', problemKinds.doubleIp, 'The static IP')
  return problems
}

type Around = Parameters<typeof vpnUserProblems>[1]

const ruleProblems = (row: UserRow, around: Around): RowProblem[] => {
  const user = { name: row.name, password: row.password, description: row.description, static_ip: staticIpOf(row) }
  return vpnUserProblems(user, around).flatMap(({ path, message, code }): RowProblem[] => {
    const field = fields[path] ?? 'name'
    if (field === 'password' && row.password === '') {
      return [{ field, kind: problemKinds.noPassword, words: noPassword }]
    }
    return [{ field, kind: code === 'VPN.1302' ? problemKinds.takenName : kinds[field], words: message }]
  })
}

/**
 * Checks row by row against the documented rules and the live server, one result at a time so that a page can rest in
 * between. Earlier rows come first: a name, an address or a connection belongs to the first that asks for it.
 */
export function* checkRows(
  rows: readonly UserRow[],
  facts: ServerFacts,
  groupChoice: GroupChoice,
): Generator<CheckedRow, void, void> {
  const around: Around = {
    client_cidr: facts.clientCidr,
    names: new Set(facts.users.map(({ name }) => name)),
    staticIps: new Set(facts.users.flatMap(({ static_ip }) => (static_ip === undefined ? [] : [static_ip]))),
  }
  const seats = seatsLeft(facts)
  const seen: Seen = { names: new Map(), ips: new Map(), seats, newGroups: new Set() }
  for (const row of rows) {
    if (row.isSkipped) {
      yield { row, problems: [], isFit: false }
      continue
    }
    const problems = [
      ...doubles(row, seen),
      ...ruleProblems(row, around),
      ...groupProblems(row, facts, seen, groupChoice),
    ]
    if (problems.length === 0) {
      if (seen.seats > 0) seen.seats -= 1
      else problems.push({ field: 'room', kind: problemKinds.room, words: roomWords(facts) })
    }
    yield { row, problems, isFit: problems.length === 0 }
  }
}

const roomWords = ({ connections, users }: ServerFacts) => {
  const most = Math.min(connections ?? mostP2cConnections, mostP2cConnections)
  return `The gateway takes ${most} users; with the ${users.length} there are and the rows above it is full.`
}

/** Groups that have to be created before the users who fit. */
export const missingGroups = (checked: readonly CheckedRow[], groups: ReadonlySet<string>): string[] => [
  ...new Set(
    checked.flatMap(({ row, isFit }) => (isFit && row.group !== '' && !groups.has(row.group) ? [row.group] : [])),
  ),
]
