import { ApiError, userPasswordProblems } from '@vpn-console/api-client'
import type { SecretCheck, SecretStrength } from '../../ui/form/SecretField.tsx'

/** The documented rules of a password, part by part, so that each can be ticked off while it is typed. */
export const passwordChecks = (password: string, name: string): SecretCheck[] => {
  const problems = userPasswordProblems(password, name)
  const has = (rule: string) => problems.some((problem) => problem.rule === rule)
  const isLong = password.length >= 8 && password.length <= 32
  // The rules stop at the first kind of fault: what they did not come to is not met yet.
  const isJudged = isLong && !has('user.password.characters')
  return [
    { words: '8 to 32 letters, digits, spaces and common special characters', isMet: isJudged },
    {
      words: 'Two of: upper case, lower case, digits, special characters',
      isMet: isJudged && !has('user.password.length'),
    },
    { words: 'Not the user name, forwards or backwards', isMet: isJudged && !has('user.password.name') },
  ]
}

/** How many bits it would take to guess it, if each character were drawn by lot; repeated ones count little. */
const bitsOf = (password: string): number => {
  const kinds: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[^A-Za-z0-9]/, 33],
  ]
  const pool = kinds.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0)
  const different = new Set(password).size
  return Math.min(password.length, different * 2) * Math.log2(Math.max(pool, 1))
}

/** How strong a password is, in words; undefined where there is none. */
export const passwordStrength = (password: string, name: string): SecretStrength | undefined => {
  if (password === '') return undefined
  if (userPasswordProblems(password, name).length > 0)
    return { words: 'The cloud refuses this password', type: 'error' }
  const bits = bitsOf(password)
  if (bits < 60) return { words: 'Strength: weak, easy to guess', type: 'warning' }
  return bits < 85 ? { words: 'Strength: good', type: 'success' } : { words: 'Strength: strong', type: 'success' }
}

const refusals: Readonly<Record<string, string>> = {
  'VPN.1308': 'The cloud wants 8 to 32 characters, of at least two kinds.',
  'VPN.1309': 'The password must not be the user name, forwards or backwards.',
  'VPN.1310': 'The cloud does not take one of these characters.',
  'VPN.1311': 'This is one of the last five passwords of the user: choose another.',
  'VPN.1312': 'The old password is not right.',
  'VPN.1314': 'The cloud finds this password too easy to guess: choose another.',
}

/** What is wrong with a password by the cloud's word; undefined where its refusal is about something else. */
export const passwordRefusal = (error: unknown): string | undefined =>
  error instanceof ApiError ? refusals[error.code] : undefined

/** What a person needs to sign in, to be pasted into a message. */
export const credentialsText = (name: string, password: string, profileUrl: string): string =>
  [
    `User name: ${name}`,
    `Password: ${password}`,
    `VPN profile: tab Client configuration of the server, ${profileUrl}`,
  ].join('\n')
