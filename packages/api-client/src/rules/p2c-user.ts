import { blockHolds, isIpv4, networkOf } from './cidr.ts'
import { userPasswordProblems } from './p2c-password.ts'
import { problem, type Problem } from './problem.ts'

/** Most connections of one user at once. */
export const mostConnectionsOfUser = 5

const numberOf = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

const textOf = (number: number) => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')

/** The address that the server itself has in the client block: its first. */
export const clientGateway = (clientCidr: string): string | undefined => {
  const network = networkOf(clientCidr)?.split('/')[0]
  return network === undefined ? undefined : textOf(numberOf(network) + 1)
}

/** An address that a user of the server can have of his own, the lowest that is not taken. */
export const freeStaticIp = (clientCidr: string, taken: ReadonlySet<string>): string | undefined => {
  const [network = '', prefix = '32'] = (networkOf(clientCidr) ?? '').split('/')
  const start = numberOf(network)
  // Clients get blocks of four addresses; the first block is the server's.
  for (let offset = 5; offset < 2 ** (32 - Number(prefix)) - 1; offset += 4) {
    const address = textOf(start + offset)
    if (!taken.has(address)) return address
  }
  return undefined
}

/** What is wrong with the fixed address of a user; `disable` stands for none. */
export const staticIpProblems = (
  address: string | undefined,
  clientCidr: string | undefined,
  taken: ReadonlySet<string> = new Set(),
): Problem[] => {
  const found = (message: string) => [problem('user.static-ip', 'static_ip', message)]
  if (address === undefined || address === 'disable') return []
  if (!isIpv4(address)) return found('Enter an IPv4 address, or disable.')
  if (clientCidr === undefined) return []
  if (!blockHolds(clientCidr, address)) return found(`${address} is not in the client block ${clientCidr}.`)
  if (address === clientGateway(clientCidr)) return found(`${address} is the server’s own address.`)
  if (numberOf(address) % 4 !== 1) {
    return found(
      `Use the first address of a block of four, for example ${freeStaticIp(clientCidr, taken) ?? '10.0.0.5'}.`,
    )
  }
  return taken.has(address) ? found(`${address} belongs to another user.`) : []
}

/** What the rules of a user need to know of the server. */
export type UserSurroundings = {
  client_cidr?: string | undefined
  /** Names of the users that are there. */
  names?: ReadonlySet<string>
  /** Fixed addresses of the users that are there. */
  staticIps?: ReadonlySet<string>
  /** Names of the groups that are there; left out, groups are not checked. */
  groups?: ReadonlySet<string>
}

type NewUser = {
  name: string
  password: string
  description?: string | undefined
  static_ip?: string | undefined
  user_group_name?: string | undefined
}

/** What is wrong with a user who is to be created, alone or in a batch. */
export const vpnUserProblems = (user: NewUser, around: UserSurroundings): Problem[] => {
  const { name, password, description = '', static_ip, user_group_name } = user
  const problems: Problem[] = []
  if (!/^[A-Za-z0-9._-]{4,32}$/.test(name)) {
    const message = 'Use 4 to 32 letters, digits, periods, underscores or hyphens.'
    problems.push(problem('user.name', 'name', message, 'VPN.1317'))
  } else if (around.names?.has(name)) {
    problems.push(problem('user.name', 'name', `There is a user ${name} already.`, 'VPN.1302'))
  }
  problems.push(...userPasswordProblems(password, name))
  if (!/^[A-Za-z0-9_]{0,64}$/.test(description)) {
    problems.push(problem('user.description', 'description', 'Use at most 64 letters, digits or underscores.'))
  }
  problems.push(...staticIpProblems(static_ip, around.client_cidr, around.staticIps))
  if (user_group_name !== undefined && around.groups && !around.groups.has(user_group_name)) {
    const message = `There is no group ${user_group_name}.`
    problems.push(problem('user.batch.atomic', 'user_group_name', message, 'VPN.1301'))
  }
  return problems
}
