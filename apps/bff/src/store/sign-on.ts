import { signOnSettings, type SignOnSettings } from '@vpn-console/api-client'
import type { Kysely, Selectable } from 'kysely'
import { hashOf } from './sessions.ts'
import type { Tables } from './tables.ts'

const rowId = 'sign-on'
/** How long somebody may take at the provider. */
export const attemptMs = 10 * 60_000
/** Nobody needs more ways to the provider at once; more of them would only fill the table. */
const mostAttempts = 10_000

export type StoredSignOn = { settings: SignOnSettings; sealedSecret: string | null; updatedAt: number }
export type Attempt = Selectable<Tables['sign_on_attempts']>

/** The settings of the sign-on by a provider, and the ways to it that are not back yet. */
export const createSignOn = (db: Kysely<Tables>, now: () => number) => ({
  find: async (): Promise<StoredSignOn | undefined> => {
    const row = await db.selectFrom('sign_on_settings').selectAll().where('id', '=', rowId).executeTakeFirst()
    if (!row) return undefined
    const settings = signOnSettings.parse(JSON.parse(row.settings))
    return { settings, sealedSecret: row.client_secret, updatedAt: row.updated_at }
  },

  save: async (settings: SignOnSettings, sealedSecret: string | null): Promise<void> => {
    const values = { settings: JSON.stringify(settings), client_secret: sealedSecret, updated_at: now() }
    await db
      .insertInto('sign_on_settings')
      .values({ id: rowId, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute()
  },

  /** Keeps an attempt until it comes back; false where too many are on their way. */
  begin: async (state: string, attempt: Omit<Attempt, 'state_hash' | 'created_at'>): Promise<boolean> => {
    const at = now()
    await db
      .deleteFrom('sign_on_attempts')
      .where('created_at', '<=', at - attemptMs)
      .execute()
    const { count } = await db
      .selectFrom('sign_on_attempts')
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (count >= mostAttempts) return false
    await db
      .insertInto('sign_on_attempts')
      .values({ ...attempt, state_hash: hashOf(state), created_at: at })
      .execute()
    return true
  },

  /** Takes an attempt out, so that its way back can be gone once; only for the browser that began it. */
  take: async (state: string, browser: string): Promise<Attempt | undefined> => {
    const row = await db
      .selectFrom('sign_on_attempts')
      .selectAll()
      .where('state_hash', '=', hashOf(state))
      .where('browser_hash', '=', hashOf(browser))
      .executeTakeFirst()
    if (!row) return undefined
    const { numDeletedRows } = await db
      .deleteFrom('sign_on_attempts')
      .where('state_hash', '=', row.state_hash)
      .executeTakeFirst()
    // Of two at the same moment, one has it.
    return numDeletedRows > 0n && now() < row.created_at + attemptMs ? row : undefined
  },
})
export type SignOn = ReturnType<typeof createSignOn>
