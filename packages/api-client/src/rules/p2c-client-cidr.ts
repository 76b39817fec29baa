import { blockContains, blocksOverlap, blockVersion, networkOf } from './cidr.ts'
import { problem, type Problem } from './problem.ts'

/** Blocks that a Point-to-Cloud server takes neither for clients nor as destinations. */
export const reservedBlocks = ['0.0.0.0/8', '127.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4'] as const
const reservedForClients = [...reservedBlocks, '169.254.0.0/16'] as const

const masks = { narrowest: 26, widest: 16 } as const

const prefixOf = (block: string): number => Number(block.split('/')[1])

const isReserved = (block: string, among: readonly string[]) => among.find((other) => blockContains(other, block))

/** Addresses of a block that hosts can have. */
export const usableAddresses = (block: string): number => Math.max(0, 2 ** (32 - prefixOf(block)) - 2)

/** How many connections a client block is large enough for: it needs more than four addresses for each. */
export const clientCapacity = (block: string): number => Math.max(0, Math.floor((usableAddresses(block) - 1) / 4))

/** The mask of the smallest client block for so many connections; undefined where no block is large enough. */
export const clientMaskFor = (connections: number): number | undefined => {
  for (let mask: number = masks.narrowest; mask >= masks.widest; mask--) {
    if (clientCapacity(`10.0.0.0/${mask}`) >= connections) return mask
  }
  return undefined
}

/** What a client block has to get along with. */
export type ClientSurroundings = {
  /** Of the gateway. */
  max_connection_number: number
  local_subnets: readonly string[]
  /** Destinations in the default route table of the gateway's VPC. */
  routes?: readonly string[]
}

/** What is wrong with the block that clients get their addresses from. */
export const clientCidrProblems = (block: string, around: ClientSurroundings): Problem[] => {
  const path = 'client_cidr'
  if (blockVersion(block) !== 'ipv4') {
    const message = 'Enter an IPv4 block, for example 172.16.0.0/21.'
    return [problem('server.cidr.format', path, message, 'VPN.1103', block)]
  }
  const problems: Problem[] = []
  const prefix = prefixOf(block)
  if (prefix < masks.widest || prefix > masks.narrowest) {
    const message = `The mask must be /${masks.widest} to /${masks.narrowest}.`
    problems.push(problem('server.client-cidr.mask', path, message, 'VPN.1107'))
  }
  const reserved = isReserved(block, reservedForClients)
  if (reserved) {
    problems.push(problem('server.client-cidr.reserved', path, `${reserved} is reserved.`, 'VPN.1104', block))
  }
  const { max_connection_number: connections, local_subnets, routes = [] } = around
  if (clientCapacity(block) < connections) {
    const message = `${connections} connections need more than ${4 * connections} addresses, and this block has ${usableAddresses(block)}.`
    problems.push(problem('server.client-cidr.size', path, message, 'VPN.1108'))
  }
  const local = local_subnets.find((other) => blocksOverlap(block, other))
  if (local !== undefined) {
    const message = `It overlaps the local subnet ${local}.`
    problems.push(problem('server.client-cidr.local', path, message, 'VPN.1119', local))
  }
  const route = routes.find((other) => blocksOverlap(block, other))
  if (route !== undefined) {
    const message = `It overlaps ${route}, which the VPC has a route to.`
    problems.push(problem('server.client-cidr.vpc', path, message, 'VPN.1109', route))
  }
  return problems
}

/** Where to look for a free block: the range that office and home networks use least comes first. */
const pools = [
  { first: 172 * 2 ** 24 + 16 * 2 ** 16, size: 2 ** 20 },
  { first: 10 * 2 ** 24, size: 2 ** 24 },
  { first: 192 * 2 ** 24 + 168 * 2 ** 16, size: 2 ** 16 },
] as const

const addressText = (number: number) => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')

type Range = { first: number; end: number }

const rangeOf = (block: string): Range[] => {
  const [address, prefix] = (networkOf(block) ?? '').split('/')
  if (address === undefined || prefix === undefined || blockVersion(block) !== 'ipv4') return []
  const first = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  return [{ first, end: first + 2 ** (32 - Number(prefix)) }]
}

/** A private client block that nothing is wrong with, the smallest that is large enough; undefined where none is free. */
export const freeClientCidr = (around: ClientSurroundings): string | undefined => {
  const mask = clientMaskFor(around.max_connection_number)
  if (mask === undefined) return undefined
  const size = 2 ** (32 - mask)
  // Block by block, but in one step past whatever is in the way.
  const step = Math.max(size, 256)
  const busy = [...around.local_subnets, ...(around.routes ?? [])].flatMap(rangeOf)
  for (const pool of pools) {
    let at: number = pool.first
    while (at < pool.first + pool.size) {
      const from = at
      const ends = busy.filter(({ first, end }) => first < from + size && end > from).map(({ end }) => end)
      if (ends.length === 0) return `${addressText(at)}/${mask}`
      at = Math.ceil(Math.max(...ends) / step) * step
    }
  }
  return undefined
}

/** What is wrong with the subnets that clients are to reach. */
export const localSubnetProblems = (subnets: readonly string[]): Problem[] => {
  const path = 'local_subnets'
  if (subnets.length === 0) {
    return [problem('server.local.count', path, 'Give at least one local subnet.', 'VPN.1118')]
  }
  const problems: Problem[] = []
  if (subnets.length > 20) {
    problems.push(problem('server.local.count', path, 'Give at most 20 local subnets.', 'VPN.1105'))
  }
  const seen = new Set<string>()
  subnets.forEach((subnet, index) => {
    const at = `${path}.${index}`
    if (blockVersion(subnet) !== 'ipv4') {
      const message = 'Enter an IPv4 block, for example 192.168.0.0/24.'
      problems.push(problem('server.cidr.format', at, message, 'VPN.1103', subnet))
      return
    }
    if (seen.has(subnet)) {
      problems.push(problem('server.local.count', at, `${subnet} is there twice.`, 'VPN.1106', subnet))
    }
    seen.add(subnet)
    const reserved = isReserved(subnet, reservedBlocks)
    if (reserved) {
      problems.push(problem('server.local.reserved', at, `${reserved} is reserved.`, 'VPN.1104', subnet))
    }
  })
  return problems
}
