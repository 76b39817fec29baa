import { createHash, randomBytes } from 'node:crypto'
import { sameToken } from '../store/sessions.ts'
import type { Vault } from '../vault.ts'

const form = /^([\w-]{1,36})\.([\w-]{43})\.([\w-]{43})$/

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * The tokens of invitations: `<id>.<random>.<signature>`. The signature lets a made-up one go without a look into the
 * database; the random part, of which only a hash is kept, lets nobody make one who has the database and the key.
 */
export const createInvitationTokens = (vault: Pick<Vault, 'sign'>) => {
  const signed = (text: string) => vault.sign('vpn-invitation', text)
  return {
    make: (id: string): { token: string; hash: string } => {
      const text = `${id}.${randomBytes(32).toString('base64url')}`
      const token = `${text}.${signed(text)}`
      return { token, hash: hashOf(token) }
    },
    /** Whose token it is, where it is one of ours. */
    read: (token: string): { id: string; isOf: (hash: string) => boolean } | undefined => {
      const [, id = '', random = '', signature = ''] = form.exec(token) ?? []
      if (id === '' || !sameToken(signature, signed(`${id}.${random}`))) return undefined
      return { id, isOf: (hash) => sameToken(hashOf(token), hash) }
    },
  }
}
export type InvitationTokens = ReturnType<typeof createInvitationTokens>
