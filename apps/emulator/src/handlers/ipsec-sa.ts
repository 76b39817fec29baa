import type { Output } from '@vpn-console/api-client'
import { bitsPerPacket, usualBytes } from '../metrics.ts'
import { timeText, type Connection, type Project } from '../project-state.ts'
import { createRandom, noise } from '../random.ts'
import { notFound } from '../refusal.ts'
import { currentPhase } from '../tunnel.ts'
import type { Handlers } from './handler.ts'

type SaInfo = Output<'listConnectionIpsecSa'>['sa_infos'][number]
type Pair = { source: string; destination: string }

const cross = (sources: readonly string[], destinations: readonly string[]): Pair[] =>
  sources.flatMap((source) => destinations.map((destination) => ({ source, destination })))

/** What the ends agreed to carry: everything where routes decide, else each source with each destination. */
const pairsOf = (project: Project, connection: Connection): Pair[] => {
  const { style, vgw_id, policy_rules, policy_rules_v6, peer_subnets = [], peer_subnets_v6 = [] } = connection
  if (style === 'POLICY') {
    return [...policy_rules, ...policy_rules_v6].flatMap(({ source = '', destination = [] }) =>
      cross([source], destination),
    )
  }
  const gateway = project.gateways.get(vgw_id)
  if (style === 'POLICY-TEMPLATE') {
    return [
      ...cross(gateway?.local_subnets ?? [], peer_subnets),
      ...cross(gateway?.local_subnets_v6 ?? [], peer_subnets_v6),
    ]
  }
  const everything = gateway?.ip_version === 'ipv6' ? '::/0' : '0.0.0.0/0'
  return [{ source: everything, destination: everything }]
}

const packetsIn = (bytes: number) => Math.floor((bytes * 8) / bitsPerPacket)

const saInfos = (project: Project, connection: Connection): SaInfo[] => {
  const phase = currentPhase(connection.tunnel)
  if (!phase?.up || connection.life === 'FREEZED') return []
  const now = project.clock.now()
  const pairs = pairsOf(project, connection).map((pair) => {
    const key = `${connection.id} ${pair.source} ${pair.destination}`
    return { ...pair, key, weight: 0.2 + noise(key) }
  })
  const all = pairs.reduce((sum, { weight }) => sum + weight, 0)
  return pairs.map(({ source, destination, key, weight }) => {
    const bytes = (direction: 'send' | 'recv') =>
      Math.floor((usualBytes(connection, phase.at, now, direction) * weight) / all)
    const [traffic_sent, traffic_recv] = [bytes('send'), bytes('recv')]
    return {
      // The same pair keeps its id for as long as the connection has it.
      id: createRandom(key).uuid(),
      source_ip_cidr: source,
      dest_ip_cidr: destination,
      packets_sent: packetsIn(traffic_sent),
      packets_recv: packetsIn(traffic_recv),
      traffic_sent,
      traffic_recv,
      collected_at: timeText(now),
    }
  })
}

export const ipsecSa = {
  listConnectionIpsecSa: ({ project, params }) => {
    const connection = project.connections.get(params.vpn_connection_id)
    if (!connection) throw notFound()
    return { sa_infos: saInfos(project, connection) }
  },
} satisfies Partial<Handlers>
