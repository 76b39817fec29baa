import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { createSlots } from '../forward/slots.ts'

// Each hash takes 19 MB for its time; two at once keep a burst of sign-ins from becoming a burst of memory.
const slots = createSlots(2)

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  const release = await slots.take()
  try {
    return await work()
  } finally {
    release()
  }
}

/** argon2id, with the library's default cost. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password))

let dummy: Promise<string> | undefined
/** Made before the first sign-in, so that the first unknown user does not take longer than the next. */
export const prepareDummyHash = (): Promise<string> => (dummy ??= hashPassword(randomBytes(16).toString('hex')))

/**
 * Checks a password; without a hash, or with the empty one of somebody who has no password, it takes as long, so that
 * nobody learns by the clock who exists.
 */
export const passwordMatches = async (passwordHash: string | undefined, password: string): Promise<boolean> => {
  const isKnown = passwordHash !== undefined && passwordHash !== ''
  const against = isKnown ? passwordHash : await prepareDummyHash()
  const matches = await inTurn(() => verify(against, password))
  return matches && isKnown
}

// No letters or digits that are taken for one another.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of four: some 79 bits, and still fit to be read aloud. */
export const generatePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join(
    '-',
  )
