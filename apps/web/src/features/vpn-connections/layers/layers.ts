import { isSettling, type NegotiationLine, type Output, type Route, type VpnConnection } from '@vpn-console/api-client'
import { statusWords } from '../../../ui/status-words.ts'
import { negotiationLayers } from './negotiation-layers.ts'
import { bgpLayer, nqaLayer, routesLayer } from './traffic-layers.ts'
import { tunnelHistory, type LayerSince } from './tunnel-history.ts'

export type LayerId = 'ike' | 'ipsec' | 'bgp' | 'nqa' | 'routes'

/**
 * `up` needs evidence; `attention` works in part; `waiting` cannot be before the layer below; `standby` is not needed
 * now; `unknown` says why in its evidence.
 */
export type LayerState = 'up' | 'down' | 'attention' | 'waiting' | 'standby' | 'settling' | 'unknown'

export type Layer = {
  id: LayerId
  title: string
  state: LayerState
  /** The state in words. */
  words: string
  since?: LayerSince
  /** What tells it, or why nothing does. */
  evidence: string
  /** Why it is not as it should be: in words, and as the log names it. */
  cause?: string
  reason?: string
}

/** What was asked for: known, on its way, or not to be had and why. */
export type Source<T> = { state: 'known'; value: T } | { state: 'loading' } | { state: 'unknown'; why: string }

export type SaInfo = Output<'listConnectionIpsecSa'>['sa_infos'][number]

export type LayerFacts = {
  connection: VpnConnection
  /** The other tunnel of the pair. */
  other: Pick<VpnConnection, 'id' | 'name'> | undefined
  /** Newest first. */
  log: Source<readonly NegotiationLine[]>
  sa: Source<readonly SaInfo[]>
  routes: Source<readonly Route[]>
  /** Packets lost in the tunnel, in percent; undefined where nothing was measured. */
  loss: Source<number | undefined>
}

/** Why nothing can be said from a source. */
export const whyUnknown = (source: Exclude<Source<unknown>, { state: 'known' }>): string =>
  source.state === 'loading' ? 'It is being asked for.' : source.why

const thirdLayer = (facts: LayerFacts, ipsec: Layer): Layer[] => {
  if (facts.connection.style === 'BGP') return [bgpLayer(facts, ipsec)]
  return facts.connection.style === 'STATIC' ? [nqaLayer(facts, ipsec)] : []
}

/** The layers of a tunnel from below: IKE, IPsec, BGP or NQA by its mode, and the routes that lead into it. */
export const layersOf = (facts: LayerFacts): Layer[] => {
  const { connection, log } = facts
  const history = log.state === 'known' ? tunnelHistory(log.value) : undefined
  const [ike, ipsec] = negotiationLayers(facts, history)
  const layers = [ike, ipsec, ...thirdLayer(facts, ipsec)]
  const all = [...layers, routesLayer(facts, layers)]
  if (!isSettling(connection.status)) return all
  // While the cloud works on it, what was true a moment ago need not be true now.
  const { words } = statusWords('connection', connection.status)
  return all.map(({ id, title }) => ({
    id,
    title,
    state: 'settling',
    words,
    evidence: 'The cloud is working on the connection; it can be told when that is done.',
  }))
}

/** The lowest layer that fails: those above it cannot be well, so it is where to begin. */
export const failingLayer = (layers: readonly Layer[]): Layer | undefined =>
  layers.find(({ state }) => state === 'down') ?? layers.find(({ state }) => state === 'attention')
