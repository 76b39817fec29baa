import { preSharedKeyProblems, preSharedKeyStrength, type KeyStrength } from '@vpn-console/api-client'
import type { SecretCheck, SecretStrength } from '../../../ui/form/SecretField.tsx'

/** The documented rule of a pre-shared key, part by part, so that each can be ticked off while it is typed. */
export const keyChecks = (psk: string): SecretCheck[] => [
  { words: '8 to 128 characters', isMet: psk.length >= 8 && psk.length <= 128 },
  {
    words: 'Three of: upper case, lower case, digits, special characters',
    isMet: psk !== '' && preSharedKeyProblems(psk).length === 0,
  },
  {
    words: 'Only letters, digits and ~ ! @ # $ % ^ * ( ) - _ + = { } , . / : ;',
    isMet: /^[A-Za-z0-9~!@#$%^*()\-_+={},./:;]+$/.test(psk),
  },
]

const strengths: Record<KeyStrength, SecretStrength> = {
  refused: { words: 'The cloud refuses this key', type: 'error' },
  weak: { words: 'Strength: weak, easy to guess', type: 'warning' },
  good: { words: 'Strength: good', type: 'success' },
  strong: { words: 'Strength: strong', type: 'success' },
}

/** How strong a key is, in words; undefined where there is none. */
export const keyStrength = (psk: string) => {
  if (psk === '') return undefined
  const isAllowed = keyChecks(psk).every(({ isMet }) => isMet)
  return strengths[isAllowed ? preSharedKeyStrength(psk) : 'refused']
}
