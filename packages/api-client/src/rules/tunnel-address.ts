import { problem, type Problem } from './problem.ts'

export type TunnelAddresses = { tunnel_local_address: string; tunnel_peer_address: string }

/** The four parts of `169.254.x.y/30`, undefined for any other text. */
const parse = (text: string): { third: number; fourth: number } | undefined => {
  const found = /^169\.254\.(\d{1,3})\.(\d{1,3})\/30$/.exec(text)
  const [third, fourth] = [Number(found?.[1]), Number(found?.[2])]
  return found && third <= 255 && fourth <= 255 ? { third, fourth } : undefined
}

const addressProblem = (text: string, path: string): Problem | undefined => {
  const rule = 'conn.tunnel.range'
  const parsed = parse(text)
  if (!parsed)
    return problem(rule, path, 'Enter an address of 169.254.0.0/16 with its mask, for example 169.254.56.225/30.')
  if (parsed.third === 195) return problem(rule, path, 'Addresses of 169.254.195.0/24 are the cloud’s own.')
  const host = parsed.fourth % 4
  if (host === 1 || host === 2) return undefined
  const first = parsed.fourth - host + 1
  return problem(rule, path, `This is no host of its /30: use 169.254.${parsed.third}.${first} or .${first + 1}.`)
}

/** What is wrong with the two ends of a tunnel; both left out is fine, then the service chooses. */
export const tunnelProblems = (addresses: Partial<TunnelAddresses>): Problem[] => {
  const { tunnel_local_address: local, tunnel_peer_address: peer } = addresses
  if (local === undefined && peer === undefined) return []
  if (local === undefined || peer === undefined) {
    const path = local === undefined ? 'tunnel_local_address' : 'tunnel_peer_address'
    return [problem('conn.tunnel.pair', path, 'Give both tunnel addresses or none.')]
  }
  const problems = [addressProblem(local, 'tunnel_local_address'), addressProblem(peer, 'tunnel_peer_address')].filter(
    (found) => found !== undefined,
  )
  if (problems.length > 0) return problems
  const [a, b] = [parse(local), parse(peer)]
  const sameBlock = a && b && a.third === b.third && Math.floor(a.fourth / 4) === Math.floor(b.fourth / 4)
  if (!sameBlock) return [problem('conn.tunnel.pair', 'tunnel_peer_address', 'Both ends lie in the same /30.')]
  return local === peer ? [problem('conn.tunnel.pair', 'tunnel_peer_address', 'The two ends differ.')] : []
}

const blockCount = 254 * 64

/** A free /30 with the gateway on its first host; `used` are tunnel addresses of either end, `seed` says where to begin. */
export const suggestTunnelAddresses = (used: readonly string[], seed = 0): TunnelAddresses => {
  const taken = new Set(
    used.map(parse).flatMap((found) => (found ? [found.third * 64 + Math.floor(found.fourth / 4)] : [])),
  )
  for (let step = 0; step < blockCount; step++) {
    const block = 64 + ((Math.abs(Math.trunc(seed)) + step) % blockCount)
    const third = Math.floor(block / 64)
    if (third === 195 || taken.has(block)) continue
    const network = (block % 64) * 4
    return {
      tunnel_local_address: `169.254.${third}.${network + 1}/30`,
      tunnel_peer_address: `169.254.${third}.${network + 2}/30`,
    }
  }
  throw new RangeError('Every tunnel block is in use.')
}
