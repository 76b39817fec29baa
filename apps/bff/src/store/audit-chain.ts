import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import { createSlots } from '../forward/slots.ts'
import { SealBroken, type Vault } from '../vault.ts'
import { digestOf, type AuditRow } from './audit-row.ts'
import { DatabaseUnusable } from './database-error.ts'
import type { Tables } from './tables.ts'

export type Head = Selectable<Tables['audit_head']>
export type Line = Selectable<Tables['audit_journal']>
type Trx = Transaction<Tables>

/** What the audit's key is sealed for. */
export const auditKeyContext = 'audit_head/1'

const adoptedAtOnce = 200

/** The audit's key at work: what only who has it can make. */
export const createSeals = (key: Buffer) => {
  const hmac = (parts: readonly (string | number)[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
  const macOf = (head: Head) => {
    const { began_at, first_seq, anchor, seq, hash, pruned, retention_days } = head
    return hmac(['head', began_at, first_seq, anchor, seq, hash, pruned, retention_days])
  }
  return {
    hashOf: ({ seq, entry_id, kind, at, digest }: Omit<Line, 'hash'>, previous: string) =>
      hmac(['line', seq, entry_id, kind, at, digest, previous]),
    macOf,
    isGenuine: (head: Head) => {
      const [given, expected] = [Buffer.from(head.mac), Buffer.from(macOf(head))]
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}
export type Seals = ReturnType<typeof createSeals>

/** Takes the lock that all writers of the audit take, in either database, and reads where the journal ends. */
const lockHead = async (trx: Trx): Promise<Head> => {
  await trx
    .updateTable('audit_head')
    .set({ seq: sql`seq` })
    .where('id', '=', 1)
    .execute()
  return trx.selectFrom('audit_head').selectAll().where('id', '=', 1).executeTakeFirstOrThrow()
}

const saveHead = async (trx: Trx, head: Head): Promise<void> => {
  const { id, ...values } = head
  await trx.updateTable('audit_head').set(values).where('id', '=', id).execute()
}

/** Adds a line for each row; gives the head that they make. */
const extend = async (
  trx: Trx,
  seals: Seals,
  head: Head,
  kind: Line['kind'],
  written: readonly [AuditRow, number][],
) => {
  let { seq, hash } = head
  const lines = written.map(([row, at]): Line => {
    const line = { seq: ++seq, entry_id: row.id, kind, at, digest: digestOf(row) }
    hash = seals.hashOf(line, hash)
    return { ...line, hash }
  })
  if (lines.length > 0) await trx.insertInto('audit_journal').values(lines).execute()
  return { ...head, seq, hash }
}

/** The first start of the journal: entries that are there already are taken into it as they stand. */
const begin = async (trx: Trx, seals: Seals, head: Head, at: number): Promise<Head> => {
  let grown: Head = { ...head, began_at: at }
  let last: AuditRow | undefined
  for (;;) {
    const after = last
    const rows = await trx
      .selectFrom('audit')
      .selectAll()
      .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, id) > (${after?.at}, ${after?.id})`))
      .orderBy('at')
      .orderBy('id')
      .limit(adoptedAtOnce)
      .execute()
    grown = await extend(
      trx,
      seals,
      grown,
      'adopted',
      rows.map((row) => [row, row.at]),
    )
    last = rows.at(-1)
    if (rows.length < adoptedAtOnce) return grown
  }
}

const openKey = (vault: Vault, sealed: string): Buffer => {
  try {
    return Buffer.from(vault.open(sealed, auditKeyContext), 'base64')
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    throw new DatabaseUnusable(
      "The secrets of the console's database were sealed with another master key: start it with that one, by CONSOLE_MASTER_KEY or the file master.key in its folder.",
      { cause: error },
    )
  }
}

/** The journal beside the audit: its key, and the one way to write to either of them. */
export const openAuditChain = async (db: Kysely<Tables>, vault: Vault, now: () => number) => {
  // One at a time: who waits for the lock in the database holds a connection that others need.
  const turn = createSlots(1)

  const inTurn = async <T>(work: (trx: Trx, head: Head) => Promise<T>): Promise<T> => {
    const release = await turn.take()
    try {
      return await db.transaction().execute(async (trx) => work(trx, await lockHead(trx)))
    } finally {
      release()
    }
  }

  const seals = await inTurn(async (trx, head): Promise<Seals> => {
    if (head.sealed_key !== '') return createSeals(openKey(vault, head.sealed_key))
    const key = randomBytes(32)
    const made = createSeals(key)
    const begun = await begin(trx, made, head, now())
    const sealedKey = vault.seal(key.toString('base64'), auditKeyContext)
    await saveHead(trx, { ...begun, sealed_key: sealedKey, mac: made.macOf(begun) })
    return made
  })

  /** A head that somebody altered is not made good by what comes after it: it stays without a seal. */
  const sealed = (before: Head, after: Head): Head => ({
    ...after,
    mac: seals.isGenuine(before) ? seals.macOf(after) : '',
  })

  return {
    seals,
    /** Changes rows of the audit, and writes a line for each of those that the change gives back. */
    write: (kind: Line['kind'], change: (trx: Trx) => Promise<readonly AuditRow[]>): Promise<void> =>
      inTurn(async (trx, head) => {
        const at = now()
        const rows = await change(trx)
        if (rows.length === 0) return
        await saveHead(
          trx,
          sealed(
            head,
            await extend(
              trx,
              seals,
              head,
              kind,
              rows.map((row) => [row, at]),
            ),
          ),
        )
      }),
    /** Changes the head itself; undefined leaves it as it is. */
    rewrite: (change: (trx: Trx, head: Head) => Promise<Head | undefined>): Promise<Head | undefined> =>
      inTurn(async (trx, head) => {
        const after = await change(trx, head)
        if (after) await saveHead(trx, sealed(head, after))
        return after
      }),
    head: (): Promise<Head> => db.selectFrom('audit_head').selectAll().where('id', '=', 1).executeTakeFirstOrThrow(),
  }
}
export type AuditChain = Awaited<ReturnType<typeof openAuditChain>>
