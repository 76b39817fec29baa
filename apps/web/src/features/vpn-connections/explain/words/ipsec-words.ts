import type { ReasonWords } from '../reason-words.ts'

/** Reasons of phase 2: IKE stands, but the ends do not agree on what goes through the tunnel and how. */
export const ipsecWords: Readonly<Record<string, ReasonWords>> = {
  'phase2 proposal or pfs mismatch': {
    plain: 'IKE agrees, but the IPsec proposals or PFS do not.',
    cause:
      'Most often PFS: devices tend to have it off, or take another group than in phase 1. Otherwise encryption, authentication or the networks of phase 2.',
    fix: 'Set PFS and the IPsec algorithms that the customer device has. In policy mode compare the networks too.',
    peer: 'Its phase 2 (IPsec) proposal and its PFS group. With an AES-GCM algorithm some devices want no authentication algorithm beside it.',
  },
  'encapsulation mode mismatch': {
    plain: 'One end wants transport mode, the other tunnel mode.',
    cause: 'The customer device is set to transport mode, as for GRE or L2TP over IPsec.',
    fix: 'Nothing: a connection always uses tunnel mode.',
    peer: 'The mode of its IPsec proposal: tunnel.',
  },
  'flow mismatch': {
    plain: 'The two ends want to protect different traffic.',
    cause: 'The networks are not mirror images: a prefix is missing, longer or shorter on one end.',
    fix: 'Each source here must be a destination there and the other way round, with the same prefix lengths.',
    peer: 'Its traffic selectors (crypto ACL, local and remote networks): the exact mirror of the subnet pairs of this connection. In static or BGP mode they are 0.0.0.0/0 on both sides.',
  },
  'flow or peer mismatch': {
    plain: 'The traffic to protect, or the peer it belongs to, is not the expected one.',
    cause: 'The networks are not mirror images, or the device negotiates from an address of another customer gateway.',
    fix: 'Compare the networks first, then the customer gateway’s address with the peer address in the line.',
    peer: 'Its traffic selectors, and the address that it negotiates from.',
  },
  'flow confict': {
    plain: 'The traffic of this tunnel is claimed by another one already.',
    cause: 'Two policy connections of the gateway have overlapping sources and destinations.',
    fix: 'Make the policy rules of the gateway’s connections distinct, or use static mode.',
    peer: 'Whether it has a second tunnel for the same networks.',
  },
  'ikev2 not support sm in ipsec proposal': {
    plain: 'The IPsec proposal has an SM algorithm, which IKEv2 does not take.',
    cause: 'SM3 or SM4 was chosen for phase 2 on a connection that uses IKEv2.',
    fix: 'Use AES and SHA2 in the IPsec policy.',
    peer: 'Its phase 2 proposal: AES and SHA2.',
  },
  'netmask mismatch': {
    plain: 'The networks of the two ends have different masks.',
    cause: 'One end names a larger network than the other, for example a /16 that holds the other’s /24.',
    fix: 'Use exactly the same prefixes on both ends.',
    peer: 'The prefix lengths, or wildcard masks, of its traffic selectors.',
  },
}
