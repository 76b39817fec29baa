/** When a change of a setting of an existing connection acts. */
export type Effect = 'never' | 'at once' | 'interrupting' | 'with the change' | 'at negotiation' | 'after a reset'

const fixed = new Set(['vgw_id', 'vgw_ip', 'style', 'enable_nqa', 'ha_role'])
const harmless = new Set(['name', 'tags'])

/** What the cloud's manual says of each setting, by its dotted path; what it says nothing of acts with the change. */
export const effectOn = (path: string, ikeVersion: string): Effect => {
  if (fixed.has(path)) return 'never'
  if (harmless.has(path)) return 'at once'
  if (path === 'ikepolicy.ike_version') return 'interrupting'
  // An id and its type act together.
  const isHeldBack = path === 'psk' || /^ikepolicy\.(?:local|peer)_id(?:_type)?$/.test(path)
  if (isHeldBack && ikeVersion === 'v2') return 'after a reset'
  return isHeldBack || path.startsWith('ikepolicy.') || path.startsWith('ipsecpolicy.')
    ? 'at negotiation'
    : 'with the change'
}

const existing: Record<Effect, string> = {
  never: 'Fixed since it was created.',
  'at once': 'Acts at once, and interrupts nothing.',
  interrupting: 'Acts at once: the tunnel is interrupted for a moment.',
  'with the change': 'Acts when the cloud has made the change; traffic may be interrupted for a moment.',
  'at negotiation': 'Acts at the next negotiation; a reset brings it about at once.',
  'after a reset': 'Acts once the connection is established anew: reset it.',
}

const later: Record<Effect, string> = {
  never: 'Fixed once created.',
  'at once': 'Can be changed later at any time.',
  interrupting: 'Can be changed later, with a moment’s interruption.',
  'with the change': 'Can be changed later; traffic may be interrupted for a moment.',
  'at negotiation': 'Can be changed later; that acts at the next negotiation.',
  'after a reset': 'Can be changed later; that acts after a reset.',
}

const ofKey: Partial<Record<Effect, string>> = {
  'at negotiation': `${existing['at negotiation']} Change it on the customer device too.`,
  'after a reset':
    'With IKE v2 a new key acts only once the connection is reset. Change it on the customer device too.',
}

/** When a change of a setting acts, to stand beside its field. */
export const effectWords = (path: string, ikeVersion: string): string => {
  const effect = effectOn(path, ikeVersion)
  return (path === 'psk' ? ofKey[effect] : undefined) ?? existing[effect]
}

/** What becomes of a choice later, to stand beside the field of what is being created. */
export const laterWords = (path: string, ikeVersion = 'v2'): string => later[effectOn(path, ikeVersion)]
