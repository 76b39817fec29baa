import {
  templateAuthenticationAlgorithms,
  templateEncryptionAlgorithms,
  templateGroups,
  weaknesses,
  type SecurityPolicies,
} from '@vpn-console/api-client'
import type { Choice } from '../../../ui/form/SelectField.tsx'

/** `AES-256-GCM-16`, `SHA2-384`, `Group 20`, or `Off`. */
export const algorithmWords = (value: string): string => {
  const group = /^group(\d+)$/.exec(value)
  if (group) return `Group ${group[1]}`
  return value === 'disable' ? 'Off' : value.toUpperCase() || '–'
}

/** A number of seconds beside what people call it: `86400 s (24 h)`. */
export const lifetimeWords = (text: string): string => {
  const seconds = Number(text)
  if (text.trim() === '') return '–'
  if (Number.isNaN(seconds)) return text
  if (seconds >= 3_600 && seconds % 3_600 === 0) return `${seconds} s (${seconds / 3_600} h)`
  return seconds >= 60 && seconds % 60 === 0 ? `${seconds} s (${seconds / 60} min)` : `${seconds} s`
}

const choices = <T extends string>(values: readonly T[], policiesOf: (value: T) => SecurityPolicies): Choice[] =>
  values.map((value) => ({
    value,
    label: algorithmWords(value),
    ...(weaknesses(policiesOf(value)).length > 0 && { tags: ['weak'] }),
  }))

export const encryptionChoices = choices(templateEncryptionAlgorithms, (value) => ({
  ikepolicy: { encryption_algorithm: value },
}))
export const authenticationChoices = choices(templateAuthenticationAlgorithms, (value) => ({
  ikepolicy: { authentication_algorithm: value },
}))
export const groupChoices = choices(templateGroups, (value) => ({ ipsecpolicy: { pfs: value } }))
