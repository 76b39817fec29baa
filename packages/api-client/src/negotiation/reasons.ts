import { negotiationReasons } from './negotiation-reasons.ts'
import { teardownReasons } from './teardown-reasons.ts'

/** Why a negotiation failed or a tunnel went down, as the connection log names it. */
export type Reason = {
  /** As the manufacturer spells it. */
  name: string
  /** Other spellings of the same. */
  aliases?: readonly string[]
  /** The ReasonCode that the devices of the family write. */
  code?: number
  kind: 'negotiation' | 'teardown'
  /** `normal` needs nobody, `look` is worth a look when it repeats, `bad` keeps the tunnel down. */
  weight: 'normal' | 'look' | 'bad'
  /** What it tells about: the IKE or IPsec negotiation, the way between the ends, a limit, or the peer alone. */
  layer: 'ike' | 'ipsec' | 'path' | 'limit' | 'peer'
  /** Dotted paths of the connection's settings that may mend it, the likeliest first. */
  fields: readonly string[]
}

/** Every documented reason, of negotiations that failed and of tunnels that were taken down. */
export const reasons: readonly Reason[] = [...negotiationReasons, ...teardownReasons]

/** A reason as it is compared: case, spaces and punctuation do not count, and "confict" is "conflict". */
export const reasonKey = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '')
    .replaceAll('confict', 'conflict')

const byKey = new Map(
  reasons.flatMap((reason) => [reason.name, ...(reason.aliases ?? [])].map((name) => [reasonKey(name), reason])),
)

/** The documented reason that a text of the log names; undefined where none is known by it. */
export const findReason = (text: string): Reason | undefined => byKey.get(reasonKey(text))
