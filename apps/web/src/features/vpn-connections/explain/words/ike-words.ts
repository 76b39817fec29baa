import type { ReasonWords } from '../reason-words.ts'

const dh: ReasonWords = {
  plain: 'The two ends use different Diffie-Hellman groups in IKE.',
  cause:
    'The DH group of phase 1 was set on one end only, or the device names its groups otherwise: group 14 is “MODP 2048”, group 19 “ECP 256”.',
  fix: 'Set the DH group that the customer device has, or give the device this one.',
  peer: 'The DH group (or key exchange group) of its phase 1 proposal. Offer one only.',
}

const brokenPacket: ReasonWords = {
  plain: 'An IKE packet arrived that could not be read.',
  cause:
    'With IKEv1 a pre-shared key that differs looks like this, as the packet is decrypted to nonsense. Otherwise the packet was cut on its way or the device’s software is at fault.',
  fix: 'Set the pre-shared key anew on both ends. If it stays, look at the way between them.',
  peer: 'Its pre-shared key, the MTU of its outside interface, and its software version.',
}

const staleCookie: ReasonWords = {
  plain: 'A packet arrived that belongs to a negotiation the gateway does not know.',
  cause: 'One end restarted and the other still speaks of the negotiation before. It passes by itself.',
  fix: 'Wait for a minute. If it goes on, reset the connection.',
  peer: 'Whether it restarted. Clearing its IKE security association starts afresh.',
}

const mode: ReasonWords = {
  plain: 'The ends begin phase 1 in different modes.',
  cause: 'With IKEv1 one end has main mode and the other aggressive mode.',
  fix: 'Set the negotiation mode that the customer device has. Main mode is the better choice unless its address changes.',
  peer: 'Its exchange mode of phase 1, main or aggressive. With IKEv2 there is none.',
}

const smAlgorithms: ReasonWords = {
  plain: 'An SM algorithm is offered together with IKEv2.',
  cause:
    'The SM algorithms belong to IKEv1 and to gateways of the specification GM. This end or the other offers them with IKEv2.',
  fix: 'On a gateway that is not GM use AES and SHA2. A GM gateway negotiates with IKEv1.',
  peer: 'Its proposals: no SM2, SM3 or SM4 unless the gateway is GM.',
}

const oneItem = (plain: string, field: string, peerField: string): ReasonWords => ({
  plain,
  cause: `Everything else of phase 1 agrees; only the ${field} was set differently on one end.`,
  fix: `Set the ${field} that the customer device has.`,
  peer: `The ${peerField} of its phase 1 proposal. Offer one value only: with several, gateway and device may choose differently.`,
})

/** Reasons of phase 1: the ends do not agree on how to speak, or who they are. */
export const ikeWords: Readonly<Record<string, ReasonWords>> = {
  'phase1 proposal mismatch': {
    plain: 'The two ends have no IKE proposal in common.',
    cause: 'Encryption, authentication or DH group of phase 1 differ, or the IKE version does.',
    fix: 'Compare the fields below with the customer device and make them equal.',
    peer: 'Its phase 1 (IKE) proposal, with one algorithm for each purpose: several at once may make the gateway choose none.',
  },
  'phase1 proposal encryption algorithm mismatch': oneItem(
    'The two ends encrypt phase 1 with different algorithms.',
    'IKE encryption algorithm',
    'encryption algorithm with its key length',
  ),
  'phase1 proposal authentication algorithm mismatch': oneItem(
    'The two ends use different hash algorithms in phase 1.',
    'IKE authentication algorithm',
    'hash or authentication algorithm',
  ),
  'phase1 proposal integrity algorithm mismatch': oneItem(
    'The two ends check the integrity of phase 1 with different algorithms.',
    'IKE authentication algorithm',
    'integrity algorithm',
  ),
  'phase1 proposal authentication method mismatch': {
    plain: 'The two ends want to prove who they are in different ways.',
    cause:
      'The customer device is set to certificates or EAP while this connection has a pre-shared key, or the other way round.',
    fix: 'A connection of a GM gateway takes certificates, every other one a pre-shared key. Set the key anew if you are in doubt.',
    peer: 'Its authentication method: pre-shared key, in both directions.',
  },
  'phase1 proposal dh mismatch': dh,
  'responder dh mismatch': dh,
  'initiator dh mismatch': dh,
  'version mismatch': {
    plain: 'One end speaks IKEv1 and the other IKEv2.',
    cause: 'The IKE version was changed or preset on one end only. Many devices begin with IKEv1.',
    fix: 'Set the IKE version that the customer device has. IKEv2 is the better choice where both can do it.',
    peer: 'The IKE version of its tunnel. Some devices have a profile for each version.',
  },
  'unsupported version': {
    plain: 'The customer device asks for an IKE version that the gateway does not know.',
    cause: 'The first packet names neither version 1 nor 2, or something other than IKE talks to this port.',
    fix: 'Set IKEv1 or IKEv2 here and the same on the customer device.',
    peer: 'Its IKE version, and whether UDP ports 500 and 4500 are used by IKE alone.',
  },
  'peer address mismatch': {
    plain: 'The negotiation comes from an address that is not the customer gateway’s.',
    cause: 'The customer device goes out by another address than expected: by another line, or through NAT.',
    fix: 'Compare the peer address in the line with the customer gateway. Choose a customer gateway with that address: an existing one cannot get another.',
    peer: 'The source address of its tunnel, and NAT between it and the internet.',
  },
  'config ID mismatch': {
    plain: 'The customer device calls itself something that no connection of this gateway expects.',
    cause:
      'Local and peer ID are not mirror images: one is an address where the other is a name, or the values differ. Behind NAT a device often sends its private address.',
    fix: 'Peer ID here must be what the device sends as its own, in type and in value.',
    peer: 'Its local ID: the address that the customer gateway has, or the name that is set here as peer ID. Its remote ID must be the local ID here.',
  },
  'construct local ID fail': {
    plain: 'The gateway could not make its own ID.',
    cause: 'The local ID has the type name but no valid name, or does not fit its type.',
    fix: 'Set type and value of the local ID: the gateway’s address, or a name such as vpn.paris.example.',
    peer: 'Nothing. Afterwards its remote ID must be the local ID here.',
  },
  'authentication fail': {
    plain: 'One end could not prove who it is.',
    cause: 'The pre-shared keys differ: a blank at the end or a letter mistyped is enough. Less often the IDs differ.',
    fix: 'Set a new pre-shared key on both ends. With IKEv2 reset the connection afterwards, or the old key stays in use.',
    peer: 'Its pre-shared key, without quotation marks or blanks that are not part of it, and its local and remote ID.',
  },
  'rekey no find old sa': {
    plain: 'Keys were to be replaced, but the old ones were gone already.',
    cause: 'The lifetimes are so close that both ends replace at the same moment, or one end forgot the tunnel.',
    fix: 'It passes by itself as a rule. If it repeats, make the lifetimes differ a little, with the longer one here, and reset the connection.',
    peer: 'Its lifetimes of phase 1 and 2, and lifetimes by volume: switch those off.',
  },
  'rekey fail': {
    plain: 'The keys could not be replaced.',
    cause:
      'The ends agree at the first negotiation but not at the next: PFS or lifetimes differ, or the device refuses to be asked.',
    fix: 'Compare lifetimes and PFS of both ends. Reset the connection if it stays down.',
    peer: 'Its lifetimes and PFS, and whether it lets the other end begin a negotiation.',
  },
  'invalid cookie': staleCookie,
  'cookie mismatch': staleCookie,
  'invalid length': brokenPacket,
  'malformed payload': brokenPacket,
  'malformed message': brokenPacket,
  'short packet': brokenPacket,
  'exchange mode mismatch': mode,
  'unknown exchange type': mode,
  'proposal mismatch or use sm in ikev2': smAlgorithms,
  'form cert payload fail': {
    plain: 'The gateway could not send its certificate.',
    cause: 'A GM gateway without a complete set of certificates, or with one that cannot be used.',
    fix: 'Look at the certificates of the VPN gateway: signing and encryption certificate with their keys, and the whole chain.',
    peer: 'Nothing for the moment.',
  },
  'no valid local cert': {
    plain: 'The gateway has no valid certificate of its own.',
    cause: 'None was uploaded, or the one there has expired.',
    fix: 'Upload a valid certificate on the certificate tab of the VPN gateway.',
    peer: 'Nothing. Afterwards it must trust the issuer of the new certificate.',
  },
  'role mismatch': {
    plain: 'Both ends took the same part in the negotiation.',
    cause: 'Both began at once, or the device only answers where it should begin.',
    fix: 'Reset the connection. If it repeats, let only one end begin.',
    peer: 'Whether it is set to begin, to answer, or to do both.',
  },
}
