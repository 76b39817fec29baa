import { createHash } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Tables } from './tables.ts'

export type SecondFactorRow = Selectable<Tables['second_factors']>

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex')

/** Sealed secrets of authenticators, and recovery codes of which only hashes are kept. */
export const createSecondFactors = (db: Kysely<Tables>, now: () => number) => ({
  find: (personId: string): Promise<SecondFactorRow | undefined> =>
    db.selectFrom('second_factors').selectAll().where('person_id', '=', personId).executeTakeFirst(),

  /** Keeps a secret that is still to be confirmed, in the place of one that never was. Whether it was kept. */
  begin: async (personId: string, sealedSecret: string): Promise<boolean> => {
    const begun = { sealed_secret: sealedSecret, last_step: 0, created_at: now() }
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('second_factors')
      .values({ person_id: personId, ...begun, confirmed_at: null })
      .onConflict((conflict) =>
        conflict.column('person_id').doUpdateSet(begun).where('second_factors.confirmed_at', 'is', null),
      )
      .executeTakeFirstOrThrow()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  },

  /** Takes the code of a half minute, once: false where that one or a later one was taken before. */
  takeStep: async (personId: string, step: number): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('second_factors')
      .set({ last_step: step })
      .where('person_id', '=', personId)
      .where('last_step', '<', step)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  confirm: async (personId: string): Promise<void> => {
    await db.updateTable('second_factors').set({ confirmed_at: now() }).where('person_id', '=', personId).execute()
  },

  /** Puts new recovery codes in the place of all that there were. */
  setRecoveryCodes: (personId: string, codes: readonly string[]): Promise<void> =>
    db.transaction().execute(async (trx) => {
      await trx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
      await trx
        .insertInto('recovery_codes')
        .values(codes.map((code) => ({ person_id: personId, code_hash: hashOf(code), used_at: null })))
        .execute()
    }),

  /** Takes a recovery code, once. */
  takeRecoveryCode: async (personId: string, code: string): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('recovery_codes')
      .set({ used_at: now() })
      .where('person_id', '=', personId)
      .where('code_hash', '=', hashOf(code))
      .where('used_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  recoveryCodesLeft: async (personId: string): Promise<number> => {
    const { left } = await db
      .selectFrom('recovery_codes')
      .select((row) => row.fn.countAll<number>().as('left'))
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow()
    return left
  },

  /** Ids of the people who have one. */
  confirmedPeople: async (): Promise<ReadonlySet<string>> => {
    const rows = await db
      .selectFrom('second_factors')
      .select('person_id')
      .where('confirmed_at', 'is not', null)
      .execute()
    return new Set(rows.map((row) => row.person_id))
  },

  /** Whether there was one. */
  remove: (personId: string): Promise<boolean> =>
    db.transaction().execute(async (trx) => {
      await trx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
      const { numDeletedRows } = await trx
        .deleteFrom('second_factors')
        .where('person_id', '=', personId)
        .executeTakeFirst()
      return numDeletedRows > 0n
    }),
})
export type SecondFactors = ReturnType<typeof createSecondFactors>
