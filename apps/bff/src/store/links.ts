import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Tuning } from '../tuning.ts'
import type { Vault } from '../vault.ts'
import { sameToken } from './sessions.ts'
import type { Tables } from './tables.ts'

export type LinkRow = Selectable<Tables['links']>
type LinkTuning = Pick<Tuning, 'invitationMs' | 'resetMs'>
type Signer = Pick<Vault, 'sign'>

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
const signature = (vault: Signer, text: string) => vault.sign('link', text)

const newToken = (vault: Signer, id: string) => {
  const text = `${id}.${randomBytes(32).toString('base64url')}`
  return `${text}.${signature(vault, text)}`
}

/** The link's id, where the token is one that this console made. */
const idIn = (vault: Signer, token: string): string | undefined => {
  const [id = '', random = '', signed = '', ...more] = token.split('.')
  const isOurs = sameToken(signed, signature(vault, `${id}.${random}`))
  return isOurs && more.length === 0 ? id : undefined
}

/** Links that let somebody set his password once: what is in the table opens nothing. */
export const createLinks = (db: Kysely<Tables>, tuning: LinkTuning, now: () => number) => {
  const open = (trx: Kysely<Tables>) =>
    trx.updateTable('links').where('used_at', 'is', null).where('revoked_at', 'is', null)

  const revokeAllOf = async (personId: string, trx: Kysely<Tables> = db) => {
    await open(trx).set({ revoked_at: now() }).where('person_id', '=', personId).execute()
  }

  /** The link of a token that can still be used. Takes the same way for every other. */
  const find = async (vault: Signer, token: string): Promise<LinkRow | undefined> => {
    const id = idIn(vault, token)
    const found = await db
      .selectFrom('links')
      .selectAll()
      .where('id', '=', id ?? '')
      .executeTakeFirst()
    if (!found || !sameToken(hashOf(token), found.token_hash)) return undefined
    const isOpen = found.used_at === null && found.revoked_at === null && found.expires_at > now()
    return isOpen ? found : undefined
  }

  return {
    /** Makes a link in place of those that the person has; its token is kept nowhere. */
    make: async (
      vault: Signer,
      given: { purpose: LinkRow['purpose']; personId: string; by: string },
    ): Promise<{ id: string; token: string; expiresAt: number }> => {
      const id = randomUUID()
      const token = newToken(vault, id)
      const expiresAt = now() + (given.purpose === 'invitation' ? tuning.invitationMs : tuning.resetMs)
      await db.transaction().execute(async (trx) => {
        await revokeAllOf(given.personId, trx)
        await trx
          .insertInto('links')
          .values({
            id,
            token_hash: hashOf(token),
            purpose: given.purpose,
            person_id: given.personId,
            created_at: now(),
            created_by: given.by,
            expires_at: expiresAt,
            used_at: null,
            revoked_at: null,
          })
          .execute()
      })
      return { id, token, expiresAt }
    },
    find,
    /** Takes the one use of a link; false where somebody else was faster. */
    use: async (id: string): Promise<boolean> => {
      const at = now()
      const { numUpdatedRows } = await open(db)
        .set({ used_at: at })
        .where('id', '=', id)
        .where('expires_at', '>', at)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    revoke: async (personId: string, id: string): Promise<boolean> => {
      const { numUpdatedRows } = await open(db)
        .set({ revoked_at: now() })
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    revokeAllOf: (personId: string) => revokeAllOf(personId),
    /** Newest first. */
    of: (personId: string): Promise<LinkRow[]> =>
      db.selectFrom('links').selectAll().where('person_id', '=', personId).orderBy('created_at', 'desc').execute(),
  }
}
export type Links = ReturnType<typeof createLinks>
