import { sql, type Kysely } from 'kysely'
import { SealBroken, type Vault } from '../vault.ts'
import { sealedColumns, type SealedColumn } from './sealed-columns.ts'
import type { Tables } from './tables.ts'

/** Why nothing was sealed anew, in words for whoever asked for it. */
export class ResealRefused extends Error {}

export type Resealed = {
  /** How many texts. */
  sealed: number
  /** Those that were altered, so that they open with no key: they are left as they are. */
  broken: string[]
}

type Row = { key: string | number; text: string }
const textTypes = /char|text/i

const rowsOf = async (db: Kysely<Tables>, { table, column, key }: SealedColumn): Promise<Row[]> => {
  const query = sql<Row>`select ${sql.ref(key)} as key, ${sql.ref(column)} as text from ${sql.table(table)}
    where ${sql.ref(column)} is not null and ${sql.ref(column)} <> ''`
  return (await query.execute(db)).rows
}

/** Columns, of any table, that hold a text sealed by this vault. */
export const columnsSealedBy = async (db: Kysely<Tables>, vault: Vault): Promise<string[]> => {
  const found: string[] = []
  for (const table of await db.introspection.getTables()) {
    for (const { name } of table.columns.filter((column) => textTypes.test(column.dataType))) {
      const pattern = `v1.${vault.id}.%`
      const query = sql<{ found: number }>`select 1 as found from ${sql.table(table.name)}
        where ${sql.ref(name)} like ${pattern} limit 1`
      if ((await query.execute(db)).rows.length > 0) found.push(`${table.name}.${name}`)
    }
  }
  return found
}

/**
 * Seals everything anew with another master key, in one transaction: all of it, or none. It refuses where some column
 * would be left with the old key.
 */
export const reseal = (db: Kysely<Tables>, old: Vault, next: Vault): Promise<Resealed> =>
  db.transaction().execute(async (trx) => {
    const done: Resealed = { sealed: 0, broken: [] }
    const unopened = new Set<string>()

    const resealRow = async (place: SealedColumn, { key, text }: Row) => {
      const context = place.context(String(key))
      if (text.split('.')[1] !== old.id) throw new ResealRefused(foreignKey)
      try {
        const sealed = next.seal(old.open(text, context), context)
        await sql`update ${sql.table(place.table)} set ${sql.ref(place.column)} = ${sealed}
          where ${sql.ref(place.key)} = ${key}`.execute(trx)
        done.sealed++
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error
        done.broken.push(context)
        unopened.add(`${place.table}.${place.column}`)
      }
    }

    for (const place of sealedColumns) for (const row of await rowsOf(trx, place)) await resealRow(place, row)
    const forgotten = (await columnsSealedBy(trx, old)).filter((column) => !unopened.has(column))
    if (forgotten.length > 0) {
      throw new ResealRefused(`${forgotten.join(', ')} would be left with the old key: this is a fault of the console.`)
    }
    return done
  })

const foreignKey =
  'The database holds secrets that were sealed with another master key than the one in use. Nothing was changed.'
