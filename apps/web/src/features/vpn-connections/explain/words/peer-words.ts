import type { ReasonWords } from '../reason-words.ts'

const remoteAccess =
  'The device negotiates as a remote-access client, which signs in as a person. A connection between sites has no such step.'

const signIn: ReasonWords = {
  plain: 'The customer device failed to sign in as a user.',
  cause: remoteAccess,
  fix: 'Nothing: connections take no user names.',
  peer: 'A site-to-site tunnel with a pre-shared key, without EAP or XAUTH.',
}

const signInTime: ReasonWords = {
  ...signIn,
  plain: 'The sign-in of the customer device as a user took too long.',
}

const dropped: ReasonWords = {
  plain: 'The customer device sent a part of a message that the gateway does not understand.',
  cause: 'It uses extensions of its maker that are not part of the standard.',
  fix: 'Nothing.',
  peer: 'Extensions of its maker in the IKE settings: switch them off. A newer software may help.',
}

const trouble = (plain: string, cause: string): ReasonWords => ({
  plain,
  cause,
  fix: 'Reset the connection. If it stays, open a ticket with the raw line.',
  peer: 'Its own log at the same moment.',
})

const peerCertificate = (plain: string, cause: string): ReasonWords => ({
  plain,
  cause,
  fix: 'Nothing on the connection. Where the issuer changed too, give the customer gateway the new CA certificate.',
  peer: 'Its certificate: install one that is valid, from an issuer that the customer gateway knows.',
})

/** Reasons that only the other side can mend. */
export const peerWords: Readonly<Record<string, ReasonWords>> = {
  'ip assigned fail': {
    plain: 'The customer device asked for an address and got none.',
    cause: remoteAccess,
    fix: 'Nothing: a connection between sites hands out no addresses.',
    peer: 'A site-to-site tunnel, without mode configuration.',
  },
  'critical drop': dropped,
  'uncritical drop': dropped,
  'no policy applied on interface': {
    plain: 'An end has no IPsec policy on the interface that the negotiation came to.',
    cause: 'On the customer device the policy is defined but not bound to its outside interface.',
    fix: 'Nothing. If the device is right, open a ticket with the raw line.',
    peer: 'The IPsec policy bound to the interface that faces the internet.',
  },
  'peer cert is expired': peerCertificate(
    'The customer device showed a certificate that has expired.',
    'It was not renewed in time, or the device’s clock is wrong.',
  ),
  'peer cert is revoked by CRL': peerCertificate(
    'The customer device showed a certificate that its issuer has revoked.',
    'The issuer put it on its list of revoked certificates.',
  ),
  'eap authentication fail': signIn,
  'eap authentication timeout': signInTime,
  'xauth authentication fail': signIn,
  'xauth authentication timeout': signInTime,
  'in disconnect state': trouble(
    'The tunnel was just being taken down.',
    'A negotiation began while the one before was being ended. It passes by itself as a rule.',
  ),
  "none of user's interface is selected": trouble(
    'The gateway found no interface for this peer.',
    'This happens while a gateway is changed or restarted.',
  ),
}
