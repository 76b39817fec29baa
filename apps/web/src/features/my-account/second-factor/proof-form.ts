import * as z from 'zod'

/** What somebody proves himself with before his second factor is changed. */
export type ProofValues = { password: string; code: string }

export const emptyProof: ProofValues = { password: '', code: '' }

const password = z.string().min(1, 'Enter your password.').max(256, 'Use at most 256 characters.')

/** Six digits of the authenticator, in one piece or in two. */
const authenticatorCode = z
  .string()
  .regex(/^\s*\d{3}\s?\d{3}\s*$/, 'Enter the six digits that the authenticator shows.')

export const passwordProof = z.object({ password, code: z.string() })
export const codeProof = z.object({ password: z.string(), code: authenticatorCode })
/** Both; in the place of the code also a recovery code. */
export const fullProof = z.object({
  password,
  code: z
    .string()
    .trim()
    .min(6, 'Enter the six digits that the authenticator shows, or a recovery code.')
    .max(32, 'Enter the six digits that the authenticator shows, or a recovery code.'),
})

/** A secret in groups of four, as it is typed off. */
export const inGroups = (secret: string): string => secret.replaceAll(/.{4}(?=.)/g, '$& ')

/** The recovery codes as a file that says what they are. */
export const codesFile = (userName: string, codes: readonly string[]): string =>
  [`Recovery codes of ${userName} for the VPN Console. Each works once.`, '', ...codes, ''].join('\n')
