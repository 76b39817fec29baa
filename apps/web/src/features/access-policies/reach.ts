import {
  blockVersion,
  policyCoverage,
  type VpnAccessPolicy,
  type VpnServer,
  type VpnUser,
  type VpnUserGroup,
} from '@vpn-console/api-client'
import { readWanted, type NotWanted, type Wanted } from '../../ui/wanted-address.ts'

/** Reads what was typed; policies know IPv4 only. */
export const readReach = (typed: string): Wanted | NotWanted | undefined => {
  const read = readWanted(typed)
  if (!read || 'problem' in read || blockVersion(read.block) === 'ipv4') return read
  return { problem: `${read.text} is IPv6. Access policies have IPv4 destinations only, such as 10.1.2.3.` }
}

export type Coverage = 'all' | 'part'

export type ReachingGroup = {
  id: string
  name: string
  /** What all its policies together let it reach. */
  coverage: Coverage
  policies: readonly VpnAccessPolicy[]
  /** Undefined where users may not be listed. */
  users: readonly VpnUser[] | undefined
  userCount: number | undefined
}

export type Reach = { policies: readonly VpnAccessPolicy[]; groups: readonly ReachingGroup[] }

type Known = {
  policies: readonly VpnAccessPolicy[]
  groups: readonly VpnUserGroup[] | undefined
  users: readonly VpnUser[] | undefined
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, undefined, { numeric: true })

/** Who may reach a block: the policies that name it, their groups, and the users of these. */
export const findReach = (block: string, { policies, groups, users }: Known): Reach => {
  const reaching = policies.filter((policy) => policyCoverage(policy, block) !== 'none')
  const byGroup = new Map<string, VpnAccessPolicy[]>()
  for (const policy of reaching) {
    const id = policy.user_group_id ?? ''
    byGroup.set(id, [...(byGroup.get(id) ?? []), policy])
  }
  const found = [...byGroup].map(([id, some]): ReachingGroup => {
    const group = groups?.find((one) => one.id === id)
    const members = users?.filter(({ user_group_id }) => user_group_id === id)
    const blocks = some.flatMap(({ dest_ip_cidrs = [] }) => dest_ip_cidrs)
    return {
      id,
      name: group?.name ?? some[0]?.user_group_name ?? id,
      // A group with any of these policies reaches some of it.
      coverage: policyCoverage({ dest_ip_cidrs: blocks }, block) === 'all' ? 'all' : 'part',
      policies: some.toSorted(byName),
      users: members?.toSorted((a, b) => byName({ name: a.name ?? a.id }, { name: b.name ?? b.id })),
      userCount: members?.length ?? group?.user_number,
    }
  })
  return { policies: reaching, groups: found.toSorted(byName) }
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

/** The answer in a sentence. */
export const reachWords = ({ text }: Pick<Wanted, 'text'>, { policies, groups }: Reach): string => {
  if (policies.length === 0) return `No access policy lets anybody reach ${text}.`
  const counts = groups.map(({ userCount }) => userCount)
  const known = counts.every((number) => number !== undefined)
  const users = counts.reduce<number>((sum, number = 0) => sum + number, 0)
  const who = `${count(groups.length, 'group', 'groups')} by ${count(policies.length, 'policy', 'policies')}`
  const partly = groups.every(({ coverage }) => coverage === 'part') ? `a part of ${text}` : text
  if (!known) return `The users of ${who} may reach ${partly}.`
  if (users === 0) return `Nobody may reach ${partly} now: ${who} could, but without users.`
  return `${count(users, 'user', 'users')} of ${who} may reach ${partly}.`
}

/** What stands in the way although a policy allows it: clients are given routes to the local subnets only. */
export const routeWarning = (
  { text, block }: Pick<Wanted, 'text' | 'block'>,
  { local_subnets: subnets = [] }: Pick<VpnServer, 'local_subnets'>,
): string | undefined => {
  const coverage = policyCoverage({ dest_ip_cidrs: subnets }, block)
  if (subnets.length === 0 || coverage === 'all') return undefined
  const what = coverage === 'none' ? `${text} is in none` : `Only a part of ${text} is in one`
  return `${what} of the server’s local subnets, so that clients have no route to ${coverage === 'none' ? 'it' : 'the rest'}.`
}
