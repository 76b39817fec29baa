import { blockContains, blockHolds, blocksOverlap, blockVersion } from './cidr.ts'
import { reservedBlocks } from './p2c-client-cidr.ts'
import { problem, type Problem } from './problem.ts'

/** Most groups and access policies of a server. */
export const mostUserGroups = 50
export const mostAccessPolicies = 100
const mostDestinations = 10

/** What is wrong with the blocks that an access policy lets a group reach. */
export const destinationProblems = (blocks: readonly string[]): Problem[] => {
  const path = 'dest_ip_cidrs'
  if (blocks.length === 0) return [problem('policy.cidrs', path, 'Give at least one block.')]
  const problems: Problem[] = []
  if (blocks.length > mostDestinations) {
    problems.push(problem('policy.cidrs', path, `Give at most ${mostDestinations} blocks.`, 'VPN.1402'))
  }
  const seen = new Set<string>()
  blocks.forEach((block, index) => {
    const at = `${path}.${index}`
    if (blockVersion(block) !== 'ipv4') {
      const message = 'Enter an IPv4 block, for example 192.168.0.0/24.'
      problems.push(problem('policy.cidrs', at, message, 'VPN.1403', block))
      return
    }
    if (seen.has(block)) problems.push(problem('policy.cidrs', at, `${block} is there twice.`, 'VPN.1404', block))
    seen.add(block)
    const reserved = reservedBlocks.find((other) => blockContains(other, block))
    if (reserved) problems.push(problem('policy.cidrs', at, `${reserved} is reserved.`, 'VPN.1405', block))
  })
  return problems
}

/** Whether a policy lets its group reach an address. */
export const policyReaches = (
  { dest_ip_cidrs = [] }: { dest_ip_cidrs?: readonly string[] | undefined },
  address: string,
): boolean => dest_ip_cidrs.some((block) => blockHolds(block, address))

const sizeOf = (block: string) => 2 ** (32 - Number(block.split('/')[1]))

/** How much of a block a policy lets its group reach: `all` also where several destinations share it among them. */
export const policyCoverage = (
  { dest_ip_cidrs = [] }: { dest_ip_cidrs?: readonly string[] | undefined },
  block: string,
): 'all' | 'part' | 'none' => {
  if (blockVersion(block) !== 'ipv4') return 'none'
  const within = dest_ip_cidrs.filter((one) => blocksOverlap(one, block))
  if (within.some((one) => blockContains(one, block))) return 'all'
  // Of two blocks that share an address one holds the other: without those held by another nothing counts twice.
  const parts = within.filter(
    (one, index) =>
      !within.some(
        (other, at) => at !== index && blockContains(other, one) && (at < index || !blockContains(one, other)),
      ),
  )
  const reached = parts.reduce((sum, one) => sum + sizeOf(one), 0)
  return reached === sizeOf(block) ? 'all' : reached > 0 ? 'part' : 'none'
}
