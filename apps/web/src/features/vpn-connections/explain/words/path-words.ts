import type { ReasonWords } from '../reason-words.ts'

const fragments: ReasonWords = {
  plain: 'Pieces of a large packet did not all arrive.',
  cause:
    'The packets of the negotiation are larger than the way between the ends takes, and a firewall drops the pieces. Long chains of certificates do that.',
  fix: 'Nothing here. In the tunnel keep the MSS of TCP under 1399 bytes.',
  peer: 'A smaller MTU on its outside interface, IKE fragmentation switched on, and firewalls that let UDP fragments through.',
}

/** Reasons that lie on the way between the ends. */
export const pathWords: Readonly<Record<string, ReasonWords>> = {
  'max transmit reached': {
    plain: 'The customer device does not answer.',
    cause: 'It is switched off or unreachable, its address is another, or a firewall drops UDP ports 500 and 4500.',
    fix: 'Check that the customer gateway has the device’s public address. Otherwise it is for the other side.',
    peer: 'Whether it runs and is reachable, whether UDP 500 and 4500 and protocol ESP may come in, and whether its peer is this gateway’s address.',
  },
  'local address mismatch': {
    plain: 'The negotiation went to another address of the gateway than this connection’s.',
    cause: 'The customer device talks to the gateway’s other address: each of the two has its own connection.',
    fix: 'Nothing here, unless the connection was made on the wrong address: then create another.',
    peer: 'The remote address of this tunnel: it must be the gateway address of this very connection.',
  },
  'nat detection fail': {
    plain: 'The ends could not find out whether there is NAT between them.',
    cause: 'NAT traversal is off on the customer device, or UDP port 4500 is closed.',
    fix: 'Nothing: the gateway always takes NAT traversal.',
    peer: 'NAT traversal switched on, and UDP ports 500 and 4500 open in both directions.',
  },
  'fragment packet limit': fragments,
  'fragment packet reassemble timeout': fragments,
}
