/** What the service negotiates, strongest first; the values are the cloud's own words. */
export const authenticationAlgorithms = ['sha2-512', 'sha2-384', 'sha2-256', 'sha1', 'md5', 'sm3'] as const
export const encryptionAlgorithms = [
  'aes-256-gcm-16',
  'aes-128-gcm-16',
  'aes-256',
  'aes-192',
  'aes-128',
  '3des',
  'sm4',
] as const
export const dhGroups = [
  'group1',
  'group2',
  'group5',
  'group14',
  'group15',
  'group16',
  'group19',
  'group20',
  'group21',
] as const
export const pfsGroups = [...dhGroups, 'disable'] as const

/** What the policy template of a NonFixedIP gateway takes. */
export const templateAuthenticationAlgorithms = ['sha2-512', 'sha2-384', 'sha2-256'] as const
export const templateEncryptionAlgorithms = [
  'aes-256-gcm-16',
  'aes-128-gcm-16',
  'aes-256',
  'aes-192',
  'aes-128',
] as const
export const templateGroups = ['group14', 'group15', 'group16', 'group19', 'group20', 'group21', 'disable'] as const

/** Values the API reference itself calls weak: allowed, and warned about. */
export const weakAuthentication = ['sha1', 'md5'] as const
export const weakEncryption = ['3des', 'aes-128', 'aes-192', 'aes-256'] as const
export const weakDhGroups = ['group1', 'group2', 'group5', 'group14'] as const

/** Gateway specifications that can be ordered. */
export const flavors = [
  'Basic',
  'Professional1',
  'Professional2',
  'GM',
  'Professional1-NonFixedIP',
  'Professional2-NonFixedIP',
] as const
/** Those that an answer may name: the two last are of an older generation and cannot be ordered. */
export const knownFlavors = [...flavors, 'v300', 'v1g'] as const

export type Flavor = (typeof flavors)[number]
