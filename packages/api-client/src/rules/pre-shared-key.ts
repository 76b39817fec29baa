import { problem, type Problem } from './problem.ts'

// The tables of create, batch and update differ by a character or two; these are in all of them.
const special = '~!@#$%^*()-_+={},/;'
const kinds = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/] as const

const kindsIn = (psk: string) => kinds.filter((kind) => kind.test(psk)).length

/** What is wrong with a pre-shared key beside its characters and length, which its schema checks. */
export const preSharedKeyProblems = (psk: string, path = 'psk'): Problem[] =>
  kindsIn(psk) >= 3
    ? []
    : [
        problem(
          'conn.psk.complexity',
          path,
          'Use at least three of: upper case, lower case, digits, special characters.',
        ),
      ]

export type KeyStrength = 'refused' | 'weak' | 'good' | 'strong'

/** How hard a key is to guess, by its length and kinds of characters: an estimate for people, not a proof. */
export const preSharedKeyStrength = (psk: string): KeyStrength => {
  if (psk.length < 8 || psk.length > 128 || kindsIn(psk) < 3) return 'refused'
  const different = new Set(psk).size
  const bits = different * 2 + psk.length * 2.5
  return bits < 60 ? 'weak' : bits < 100 ? 'good' : 'strong'
}

const alphabet = `ABCDEFGHIJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789${special.replaceAll(/[^_+=@-]/g, '')}`

/**
 * A key of 32 characters, some 190 bits, of letters, digits and `@ - _ + =`: characters that every device and every
 * shell takes. `randomBytes` gives bytes fit for keys.
 */
export const generatePreSharedKey = (randomBytes: (count: number) => Uint8Array): string => {
  const limit = 256 - (256 % alphabet.length)
  for (;;) {
    let key = ''
    while (key.length < 32) {
      for (const byte of randomBytes(64)) {
        // Bytes above the last whole multiple would make some characters likelier than others.
        if (byte < limit && key.length < 32) key += alphabet[byte % alphabet.length]
      }
    }
    if (kindsIn(key) === 4) return key
  }
}
