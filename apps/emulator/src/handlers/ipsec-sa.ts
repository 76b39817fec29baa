import type { Output } from '@vpn-console/api-client'
import { timeText, type Connection, type Project } from '../project-state.ts'
import { notFound } from '../refusal.ts'
import { bitsPerPacket, trafficOf } from '../traffic.ts'
import { currentPhase } from '../tunnel.ts'
import type { Handlers } from './handler.ts'

type SaInfo = Output<'listConnectionIpsecSa'>['sa_infos'][number]

const packetsIn = (bytes: number) => Math.floor((bytes * 8) / bitsPerPacket)

const saInfos = (project: Project, connection: Connection): SaInfo[] => {
  const phase = currentPhase(connection.tunnel)
  if (!phase?.up || connection.life === 'FREEZED') return []
  const now = project.clock.now()
  const { sas, bytesOf } = trafficOf(project, connection)
  return sas.map((sa) => {
    const traffic_sent = bytesOf(sa, phase.at, now, 'send')
    const traffic_recv = bytesOf(sa, phase.at, now, 'recv')
    return {
      id: sa.id,
      source_ip_cidr: sa.pair.source,
      dest_ip_cidr: sa.pair.destination,
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
