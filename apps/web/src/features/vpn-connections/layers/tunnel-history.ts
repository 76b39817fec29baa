import { findReason, type NegotiationLine } from '@vpn-console/api-client'

/** Since when something is as it is; `isAtLeast`: what is known begins later. */
export type LayerSince = { at: number; isAtLeast: boolean }

/** What the log of a connection says of it now. */
export type TunnelHistory = {
  /** How the newest event that counts left the tunnel. */
  standing: 'established' | 'failed' | 'deleted'
  line: NegotiationLine
  since: LayerSince
  /** Why it went down in the first place, where the attempts after it fail for another reason. */
  began: string | undefined
}

/** The cloud has no more lines than this, so what is older is not known. */
const mostLines = 200

// A newer tunnel or key took the place of the old one: nothing went down.
const replacements = new Set([
  'phase1 sa replace',
  'phase2 sa replace',
  'kick old sa with same flow',
  'cpu table updated',
  'hash gene adjusted',
  'receive backup delete info',
  'eap delete old sa',
])

const isReplacement = ({ kind, reason }: NegotiationLine) =>
  kind === 'deleted' && reason !== undefined && replacements.has(findReason(reason)?.name ?? '')

/** Reads the log backwards as far as nothing changed; lines newest first. Undefined where it says nothing. */
export const tunnelHistory = (lines: readonly NegotiationLine[]): TunnelHistory | undefined => {
  const telling = lines.filter((line) => line.kind !== 'other' && !isReplacement(line))
  const [newest] = telling
  if (!newest || newest.kind === 'other') return undefined
  const isUp = newest.kind === 'established'
  const end = telling.findIndex(({ kind }) => (kind === 'established') !== isUp)
  const run = end === -1 ? telling : telling.slice(0, end)
  const first = run.at(-1) ?? newest
  const began = first.kind === 'deleted' && first.reason !== newest.reason ? first.reason : undefined
  return {
    standing: newest.kind,
    line: newest,
    since: { at: first.time, isAtLeast: end === -1 && lines.length >= mostLines },
    began,
  }
}
