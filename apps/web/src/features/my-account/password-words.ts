import { consolePasswordLength, consolePasswordProblems, consolePasswordStrength } from '@vpn-console/api-client'
import type { SecretCheck, SecretStrength } from '../../ui/form/SecretField.tsx'

const { least, most } = consolePasswordLength

/** The rules of a password, part by part, so that each can be ticked off while it is typed. */
export const passwordChecks = (password: string, userName: string): SecretCheck[] => {
  const rules = new Set(consolePasswordProblems(password, userName).map(({ rule }) => rule))
  // Nothing else is judged before the length is right.
  const isJudged = !rules.has('console.password.length')
  return [
    { words: `${least} to ${most} characters, of whatever kind`, isMet: isJudged },
    { words: 'Not built on the user name', isMet: isJudged && !rules.has('console.password.name') },
    { words: 'Not on the lists that are tried first', isMet: isJudged && !rules.has('console.password.common') },
  ]
}

const strengths: Record<ReturnType<typeof consolePasswordStrength>, SecretStrength> = {
  refused: { words: 'Cannot be used yet', type: 'error' },
  fair: { words: 'Strength: fair. A few words more make it strong.', type: 'warning' },
  good: { words: 'Strength: good', type: 'success' },
  strong: { words: 'Strength: strong', type: 'success' },
}

/** How strong a password is, in words; undefined where there is none. */
export const passwordStrength = (password: string, userName: string): SecretStrength | undefined =>
  password === '' ? undefined : strengths[consolePasswordStrength(password, userName)]
