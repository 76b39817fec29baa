import { pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PasswordHash, User } from './state.ts'

// Enough for a secret that opens nothing but an emulator, and fast enough for 500 users in one call.
const rounds = 500
const remembered = 5
export const mostWrongTries = 5

const hashOf = (password: string, salt: Buffer) => pbkdf2Sync(password, salt, rounds, 32, 'sha256')

const isOf = (password: string, { salt, hash }: PasswordHash) => timingSafeEqual(hashOf(password, salt), hash)

export const hashPassword = (password: string): PasswordHash => {
  const salt = randomBytes(16)
  return { salt, hash: hashOf(password, salt) }
}

/** Whether it is the user's present password. */
export const isPassword = ({ passwords: [present] }: User, password: string): boolean =>
  present !== undefined && isOf(password, present)

/** Whether the user has it, or had it lately. */
export const wasPassword = ({ passwords }: User, password: string): boolean =>
  passwords.some((known) => isOf(password, known))

/** Gives the user a password; the last five are remembered. */
export const setPassword = (user: User, password: string): void => {
  user.passwords = [hashPassword(password), ...user.passwords].slice(0, remembered)
  user.wrongTries = 0
}
