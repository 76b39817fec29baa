import { networkOf } from '@vpn-console/api-client'
import { bgpSpanWords, bgpStateWords } from '../bgp-words.ts'
import { policyRulesOf } from '../connection-words.ts'
import { peerSubnetsOf } from '../../../ui/connection-words.ts'
import { whyUnknown, type Layer, type LayerFacts } from './layers.ts'

const bgpTitle = { id: 'bgp', title: 'BGP' } as const
const nqaTitle = { id: 'nqa', title: 'NQA' } as const
const routesTitle = { id: 'routes', title: 'Routes' } as const

/** Whether a layer stands well enough for the one above it. */
const carries = ({ state }: Layer) => state === 'up' || state === 'attention'

/** The BGP session inside the tunnel. */
export const bgpLayer = ({ connection }: LayerFacts, ipsec: Layer): Layer => {
  const peer = connection.bgp_peer
  if (!peer?.state) {
    return {
      ...bgpTitle,
      state: 'unknown',
      words: 'Not known',
      evidence: 'The cloud tells nothing of the BGP session.',
    }
  }
  const { words, kind } = bgpStateWords(peer.state)
  const lasted = peer.state_duration === undefined ? '' : ` for ${bgpSpanWords(peer.state_duration)}`
  const evidence = `bgp_peer of the connection: ${peer.state}${lasted}.`
  if (kind === 'success') return { ...bgpTitle, state: 'up', words: `${words}${lasted}`, evidence }
  if (ipsec.state === 'down' || ipsec.state === 'waiting') {
    return { ...bgpTitle, state: 'waiting', words: 'Waits for IPsec', evidence }
  }
  const isDown = kind === 'error' && carries(ipsec)
  return {
    ...bgpTitle,
    state: isDown ? 'down' : 'attention',
    words: `${words}${lasted}`,
    evidence,
    cause: 'The tunnel stands, but the two ends do not exchange routes.',
  }
}

const badLoss = 5

/** Probes through the tunnel of a static connection. */
export const nqaLayer = ({ connection, loss }: LayerFacts, ipsec: Layer): Layer => {
  if (connection.enable_nqa !== true) {
    return {
      ...nqaTitle,
      state: 'unknown',
      words: 'Not watched',
      evidence: 'NQA is off, so nobody measures whether traffic crosses. It is chosen when a connection is created.',
    }
  }
  if (ipsec.state === 'down' || ipsec.state === 'waiting') {
    return { ...nqaTitle, state: 'waiting', words: 'Waits for IPsec', evidence: 'Probes go through the tunnel.' }
  }
  if (loss.state !== 'known') return { ...nqaTitle, state: 'unknown', words: 'Not known', evidence: whyUnknown(loss) }
  if (loss.value === undefined) {
    return { ...nqaTitle, state: 'unknown', words: 'Not known', evidence: 'Nothing was measured in the last minutes.' }
  }
  const evidence = `Metric tunnel_packet_loss_rate: ${loss.value} % of the probes were lost.`
  if (loss.value >= 100) {
    const cause = 'The tunnel stands, but no probe is answered.'
    return { ...nqaTitle, state: 'down', words: 'No answer', evidence, cause }
  }
  if (loss.value <= badLoss) return { ...nqaTitle, state: 'up', words: 'Answered', evidence }
  return { ...nqaTitle, state: 'attention', words: 'Answered in part', evidence, cause: 'Packets are lost on the way.' }
}

const destinationsOf = ({ connection }: LayerFacts): string[] => {
  if (connection.style === 'BGP') return []
  const named =
    connection.style === 'POLICY'
      ? policyRulesOf(connection).flatMap(({ destination = [] }) => destination)
      : peerSubnetsOf(connection)
  return [...new Set(named.map((block) => networkOf(block) ?? block))]
}

const routeCount = (count: number) => `${count} ${count === 1 ? 'route leads' : 'routes lead'} into this tunnel`

/** Whether the gateway sends anything into the tunnel. */
export const routesLayer = (facts: LayerFacts, below: readonly Layer[]): Layer => {
  const { connection, other, routes } = facts
  if (routes.state !== 'known')
    return { ...routesTitle, state: 'unknown', words: 'Not known', evidence: whyUnknown(routes) }
  const to = (id: string) => routes.value.filter(({ nexthop_resource }) => nexthop_resource?.id === id)
  const own = to(connection.id)
  const evidence = `Route table of the gateway: ${own.length === 0 ? 'no route leads into this tunnel' : routeCount(own.length)}.`
  if (own.length > 0) {
    const there = new Set(own.map(({ destination }) => networkOf(destination) ?? destination))
    const missing = destinationsOf(facts).filter((destination) => !there.has(destination))
    if (missing.length === 0) return { ...routesTitle, state: 'up', words: `${own.length} installed`, evidence }
    return {
      ...routesTitle,
      state: 'attention',
      words: `${missing.length} missing`,
      evidence,
      cause: `No route leads to ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' and others' : ''}.`,
    }
  }
  const obstacle = below.find(({ state }) => state === 'down') ?? below.find(({ state }) => state === 'waiting')
  if (obstacle)
    return { ...routesTitle, state: 'waiting', words: `Wait for ${obstacle.title.replace(/ \(.*/, '')}`, evidence }
  if (other && to(other.id).length > 0) {
    return { ...routesTitle, state: 'standby', words: `Carried by ${other.name}`, evidence }
  }
  if (!below.slice(0, 2).every(carries)) return { ...routesTitle, state: 'unknown', words: 'Not known', evidence }
  const cause = 'The gateway knows no way into this tunnel, so nothing is sent through it.'
  return { ...routesTitle, state: 'down', words: 'None', evidence, cause }
}
