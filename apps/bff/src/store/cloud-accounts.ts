import type { Kysely, Selectable } from 'kysely'
import type { Tables } from './tables.ts'

export type CloudAccountRow = Selectable<Tables['cloud_accounts']>

/** What can be changed of an account, its keys apart. */
export type AccountSettings = Pick<
  CloudAccountRow,
  'name' | 'project_id' | 'domain_id' | 'endpoint' | 'endpoints' | 'features'
>
/** Keys as they are kept: sealed, with who entered them. */
export type AccountKeys = Pick<CloudAccountRow, 'credentials_kind' | 'credentials' | 'credentials_by'>
export type AccountFindings = { last_check: string; has_p2c: number | null }

type NewAccount = AccountSettings & AccountKeys & AccountFindings & Pick<CloudAccountRow, 'id' | 'vendor' | 'region'>

/** Cloud accounts that were entered here. Their keys are sealed before they come, and opened elsewhere. */
export const createCloudAccounts = (db: Kysely<Tables>, now: () => number) => {
  const present = () => db.selectFrom('cloud_accounts').where('deleted_at', 'is', null)

  const find = (id: string): Promise<CloudAccountRow | undefined> =>
    present().selectAll().where('id', '=', id).executeTakeFirst()

  /** Writes where nobody was faster; the account as it is now, or undefined where somebody was, or it is gone. */
  const write = async (
    { id, revision }: Pick<CloudAccountRow, 'id' | 'revision'>,
    values: Partial<CloudAccountRow>,
  ): Promise<CloudAccountRow | undefined> => {
    const { numUpdatedRows } = await db
      .updateTable('cloud_accounts')
      .set({ ...values, updated_at: now(), revision: revision + 1 })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n ? find(id) : undefined
  }

  return {
    find,
    list: (): Promise<CloudAccountRow[]> => present().selectAll().orderBy('name').orderBy('id').execute(),
    /** What tells whether anything has changed. */
    revisions: () => present().select(['id', 'revision']).orderBy('id').execute(),
    /** Whether an id is given, or was once. */
    isTaken: async (id: string): Promise<boolean> => {
      const found = await db.selectFrom('cloud_accounts').select('id').where('id', '=', id).executeTakeFirst()
      return found !== undefined
    },
    /** Keeps a new account; undefined where its id was taken meanwhile. */
    create: async (account: NewAccount): Promise<CloudAccountRow | undefined> => {
      const at = now()
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('cloud_accounts')
        .values({
          ...account,
          credentials_at: at,
          disabled_at: null,
          deleted_at: null,
          created_at: at,
          created_by: account.credentials_by,
          updated_at: at,
          revision: 1,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n ? find(account.id) : undefined
    },
    update: (account: CloudAccountRow, settings: AccountSettings & AccountFindings) => write(account, settings),
    rotate: (account: CloudAccountRow, keys: AccountKeys & AccountFindings & Partial<AccountSettings>) =>
      write(account, { ...keys, credentials_at: now() }),
    setDisabled: (account: CloudAccountRow, disabled: boolean) =>
      write(account, { disabled_at: disabled ? now() : null }),
    /** Keeps what a test has found. Nobody has to connect anew for it, unless the cloud is another than it was. */
    keepCheck: async (account: CloudAccountRow, findings: AccountFindings): Promise<void> => {
      const revision = account.revision + (findings.has_p2c === account.has_p2c ? 0 : 1)
      await db
        .updateTable('cloud_accounts')
        .set({ ...findings, revision })
        .where('id', '=', account.id)
        .where('revision', '=', account.revision)
        .execute()
    },
    /** Destroys the keys and takes every grant on the account. Its id stays taken: links and grants name it. */
    remove: async (id: string): Promise<boolean> =>
      db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('cloud_accounts')
          .set({ credentials: null, last_check: null, endpoint: '', endpoints: '{}', deleted_at: now() })
          .where('id', '=', id)
          .where('deleted_at', 'is', null)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await trx.deleteFrom('grants').where('cloud_id', '=', id).execute()
        return true
      }),
  }
}
export type CloudAccounts = ReturnType<typeof createCloudAccounts>
