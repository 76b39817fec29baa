import type { ReasonWords } from '../reason-words.ts'

/** Reasons that are about how much there may be. */
export const limitWords: Readonly<Record<string, ReasonWords>> = {
  'first packet limited': {
    plain: 'The gateway slowed down: too many negotiations began at once.',
    cause: 'A failing device tries again and again, so that new attempts are held back.',
    fix: 'Mend the failure that stands in the other lines, then wait a few minutes.',
    peer: 'How often it tries. Let it pause between attempts.',
  },
  'route limit': {
    plain: 'More routes came than the gateway takes.',
    cause:
      'The peer announces too many networks by BGP, or too many peer subnets are named. The specification of the gateway sets the limit: 100, 200 or 300 by BGP.',
    fix: 'Summarise the networks, or choose a larger specification of the gateway.',
    peer: 'What it announces: aggregate the networks, and filter what the cloud does not need.',
  },
  'ipsec tunnel number reaches limitation': {
    plain: 'The gateway has no room for another tunnel.',
    cause:
      'In policy mode each source takes a tunnel to each destination, so the number grows by multiplication. A gateway address carries a few hundred at most.',
    fix: 'Merge networks in the policy rules, or use static mode, which takes one tunnel.',
    peer: 'Its traffic selectors, which have to be merged in the same way.',
  },
  'dynamic peers number reaches limitation': {
    plain: 'The gateway has no room for another peer without a fixed address.',
    cause: 'More devices negotiate by the policy template than it takes, or old ones linger.',
    fix: 'Delete connections that are not needed, or spread them over two gateways.',
    peer: 'Whether devices that are out of use still negotiate.',
  },
  'license or specification limited': {
    plain: 'The gateway’s specification does not allow it.',
    cause: 'A limit of the specification is reached, or something was asked for that it does not include.',
    fix: 'Look at the gateway’s specification and its number of connections. If there is room, open a ticket with the raw line.',
    peer: 'Nothing.',
  },
}
