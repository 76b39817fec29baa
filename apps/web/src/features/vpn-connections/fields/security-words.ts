import {
  authenticationAlgorithms,
  dhGroups,
  encryptionAlgorithms,
  pfsGroups,
  weaknesses,
  type SecurityPolicies,
} from '@vpn-console/api-client'
import type { Choice } from '../../../ui/form/SelectField.tsx'

const words: Record<string, string> = {
  v1: 'IKEv1',
  v2: 'IKEv2',
  main: 'Main',
  aggressive: 'Aggressive',
  disable: 'Off',
  sm3: 'SM3',
  sm4: 'SM4',
  ip: 'IP address',
  fqdn: 'Name (FQDN)',
}

/** An algorithm or group as people write it: `AES-256-GCM-16`, `SHA2-384`, `Group 20`. */
export const securityWords = (value: string): string => {
  const group = /^group(\d+)$/.exec(value)
  return words[value] ?? (group ? `Group ${group[1]}` : value.toUpperCase())
}

const choices = <T extends string>(values: readonly T[], policiesOf: (value: T) => SecurityPolicies): Choice[] =>
  values.map((value) => ({
    value,
    label: securityWords(value),
    ...(weaknesses(policiesOf(value)).length > 0 && { tags: ['weak'] }),
  }))

// The SM algorithms belong to GM gateways, where there is nothing to choose.
const authentications = authenticationAlgorithms.filter((value) => value !== 'sm3')
const encryptions = encryptionAlgorithms.filter((value) => value !== 'sm4')

export const authenticationChoices = choices(authentications, (value) => ({
  ikepolicy: { authentication_algorithm: value },
}))
export const encryptionChoices = choices(encryptions, (value) => ({ ikepolicy: { encryption_algorithm: value } }))
export const dhGroupChoices = choices(dhGroups, (value) => ({ ikepolicy: { dh_group: value } }))
export const pfsChoices = choices(pfsGroups, (value) => ({ ipsecpolicy: { pfs: value } }))

/** A number of seconds beside what people call it: `86400 s (1 day)`. */
export const secondsWords = (text: string): string => {
  if (text.trim() === '') return '–'
  const seconds = Number(text)
  const units: [seconds: number, unit: string][] = [
    [86_400, 'day'],
    [3_600, 'hour'],
    [60, 'minute'],
  ]
  const whole = units.find(([size]) => seconds >= size && seconds % size === 0)
  if (!whole) return `${text} s`
  const count = seconds / whole[0]
  return `${text} s (${count} ${whole[1]}${count === 1 ? '' : 's'})`
}
