import { findReason } from '@vpn-console/api-client'
import { lineTime } from '../../../ui/log/time-text.ts'
import { statusWords } from '../../../ui/status-words.ts'
import { reasonWords, unknownWords } from '../explain/reason-words.ts'
import { whyUnknown, type Layer, type LayerFacts, type SaInfo } from './layers.ts'
import type { TunnelHistory } from './tunnel-history.ts'

const ikeTitle = { id: 'ike', title: 'IKE (phase 1)' } as const
const ipsecTitle = { id: 'ipsec', title: 'IPsec (phase 2)' } as const

const plainWords = (reason: string): string => {
  const known = findReason(reason)
  return ((known && reasonWords[known.name]) ?? unknownWords).plain
}

const causeOf = ({ line: { reason }, began }: TunnelHistory): Pick<Layer, 'cause' | 'reason'> => {
  if (reason === undefined) return { cause: 'The log names no reason.' }
  const start = began === undefined ? '' : ` It began with “${began}”.`
  return { reason, cause: `${plainWords(reason)}${start}` }
}

const lineEvidence = ({ line }: TunnelHistory) => `Log line of ${lineTime(line)}: ${line.event}.`

/** Whether what fails is phase 2, for which phase 1 had to be agreed. */
const isAfterIke = ({ standing, line }: TunnelHistory) =>
  standing === 'failed' && line.reason !== undefined && findReason(line.reason)?.layer === 'ipsec'

/** Without a word in the log there is only the status. */
const byStatus = (facts: LayerFacts, title: Pick<Layer, 'id' | 'title'>): Layer => {
  const { connection, log } = facts
  const { words } = statusWords('connection', connection.status)
  const unread = log.state === 'known' ? 'The log has no line of it.' : `The log tells nothing: ${whyUnknown(log)}`
  if (connection.status === 'ACTIVE') {
    return { ...title, state: 'up', words: 'Up', evidence: `Status of the connection: ${words}. ${unread}` }
  }
  if (connection.status === 'DOWN' && log.state === 'known') {
    return {
      ...title,
      state: 'down',
      words: 'Not negotiated yet',
      evidence: `The log is empty, and the status is ${words}.`,
      cause: 'Neither end has begun.',
    }
  }
  return { ...title, state: 'unknown', words: 'Not known', evidence: `Status of the connection: ${words}. ${unread}` }
}

const ikeLayer = (facts: LayerFacts, history: TunnelHistory | undefined): Layer => {
  const isActive = facts.connection.status === 'ACTIVE'
  if (!history) return byStatus(facts, ikeTitle)
  const { since } = history
  const evidence = lineEvidence(history)
  if (history.standing === 'established') return { ...ikeTitle, state: 'up', words: 'Up', since, evidence }
  if (isActive) {
    return {
      ...ikeTitle,
      state: 'attention',
      words: history.standing === 'failed' ? 'Up, but a negotiation failed' : 'Up, but a teardown was logged',
      evidence: `${evidence} The status still is Connected.`,
      ...causeOf(history),
    }
  }
  if (isAfterIke(history)) {
    return {
      ...ikeTitle,
      state: 'up',
      words: 'Up',
      evidence: `${evidence} Phase 2 is negotiated only where phase 1 is agreed.`,
    }
  }
  const { reason } = history.line
  if (history.standing === 'failed' && (reason === undefined || !findReason(reason))) {
    return {
      ...ikeTitle,
      state: 'unknown',
      words: 'Not known',
      evidence: `${evidence} Its reason is not documented, so it does not tell which phase failed.`,
      ...causeOf(history),
    }
  }
  return { ...ikeTitle, state: 'down', words: 'Down', since, evidence, ...causeOf(history) }
}

const count = (all: readonly SaInfo[]) => `${all.length} ${all.length === 1 ? 'child SA' : 'child SAs'}`

/** Sent, and nothing came back through any of them. */
const isOneWay = (all: readonly SaInfo[]) =>
  all.some(({ packets_sent = 0 }) => packets_sent > 0) && all.every(({ packets_recv = 0 }) => packets_recv === 0)

const ipsecLayer = (facts: LayerFacts, history: TunnelHistory | undefined, ike: Layer): Layer => {
  const { connection, sa } = facts
  const isActive = connection.status === 'ACTIVE'
  const since = history?.standing === 'established' ? { since: history.since } : {}
  if (sa.state === 'known' && sa.value.length > 0) {
    const evidence = `ipsec-sa lists ${count(sa.value)}.`
    if (!isOneWay(sa.value)) return { ...ipsecTitle, state: 'up', words: 'Up', ...since, evidence }
    return {
      ...ipsecTitle,
      state: 'attention',
      words: 'Up, but nothing comes back',
      ...since,
      evidence: `${evidence} Packets were sent and none received.`,
      cause: 'The far side drops what it gets, or sends its answers another way.',
    }
  }
  if (history && isAfterIke(history) && !isActive) {
    return {
      ...ipsecTitle,
      state: 'down',
      words: 'Down',
      since: history.since,
      evidence: lineEvidence(history),
      ...causeOf(history),
    }
  }
  if (ike.state === 'down') {
    return {
      ...ipsecTitle,
      state: 'waiting',
      words: 'Waits for IKE',
      evidence: 'Phase 2 begins when phase 1 is agreed.',
    }
  }
  const unlisted = sa.state === 'known' ? 'ipsec-sa lists none.' : `ipsec-sa tells nothing: ${whyUnknown(sa)}`
  if (sa.state === 'known') {
    return {
      ...ipsecTitle,
      state: isActive ? 'attention' : 'down',
      words: isActive ? 'Up by its status, but without an SA' : 'Down',
      evidence: `${unlisted} Status of the connection: ${statusWords('connection', connection.status).words}.`,
      cause: isActive ? 'The list may lag behind by a minute.' : 'There is no child SA to carry traffic.',
    }
  }
  if (!history)
    return { ...byStatus(facts, ipsecTitle), evidence: `${byStatus(facts, ipsecTitle).evidence} ${unlisted}` }
  if (history.standing === 'established') {
    // Not connected although negotiated: BGP or NQA, which decide on the status, are not well.
    const isExplained = isActive || connection.style === 'BGP' || connection.enable_nqa === true
    const evidence = `${lineEvidence(history)} ${unlisted}`
    if (isExplained) return { ...ipsecTitle, state: 'up', words: 'Up', ...since, evidence }
    return {
      ...ipsecTitle,
      state: 'unknown',
      words: 'Not known',
      evidence: `${evidence} The log says established, the status not connected.`,
    }
  }
  if (isActive) {
    return { ...ipsecTitle, state: 'up', words: 'Up', evidence: `Status of the connection: Connected. ${unlisted}` }
  }
  return { ...ipsecTitle, state: 'unknown', words: 'Not known', evidence: `${lineEvidence(history)} ${unlisted}` }
}

/** Phase 1 and phase 2, from the log first: the status alone cannot tell one from the other. */
export const negotiationLayers = (
  facts: LayerFacts,
  history: TunnelHistory | undefined,
): [ike: Layer, ipsec: Layer] => {
  const ike = ikeLayer(facts, history)
  return [ike, ipsecLayer(facts, history, ike)]
}
