/** When a change of a field of an existing connection acts, in words to stand beside it. */
export const effectOf = (path: string, ikeVersion: string): string | undefined => {
  const atNegotiation = 'Acts at the next negotiation; a reset brings it about at once.'
  if (path === 'ikepolicy.ike_version') return 'Acts at once: the tunnel is interrupted for a moment.'
  if (path === 'psk') {
    return ikeVersion === 'v2'
      ? 'With IKE v2 a new key acts only once the connection is reset. Change it on the customer device too.'
      : `${atNegotiation} Change it on the customer device too.`
  }
  if (path === 'ikepolicy.local_id' || path === 'ikepolicy.peer_id') {
    return ikeVersion === 'v2' ? 'Acts once the connection is established anew: reset it.' : atNegotiation
  }
  return path.startsWith('ikepolicy.') || path.startsWith('ipsecpolicy.') ? atNegotiation : undefined
}
