import { sql, type Kysely, type Migration } from 'kysely'

export type AuditChainTables = {
  audit: {
    /** When its end was written down. */
    ended_at: number | null
    /** How often it happened: a refused read that comes again within a minute is counted. */
    times: number
    /** The thing as it was before and after, redacted. */
    before_state: string | null
    after_state: string | null
  }
  /** One line for each time an entry of the audit was written, each bound to the one before it. */
  audit_journal: {
    seq: number
    entry_id: string
    kind: 'adopted' | 'written' | 'completed' | 'counted'
    at: number
    /** Of all columns of the entry, as they were written. */
    digest: string
    /** Under the audit's key: of this line and of the hash before it. */
    hash: string
  }
  /** One row: where the journal begins and ends. */
  audit_head: {
    id: number
    /** The audit's key; empty until the first start. */
    sealed_key: string
    began_at: number
    /** The oldest line that is left, and the hash of the one before it. */
    first_seq: number
    anchor: string
    /** The newest line. */
    seq: number
    hash: string
    /** How many entries the retention removed. */
    pruned: number
    retention_days: number
    /** Under the audit's key: of the columns above, from `began_at` on. */
    mac: string
  }
}

const indexed = ['operation', 'person_id', 'cloud_id', 'outcome', 'resource_id'] as const

/** The journal that lets alterations of the audit be noticed, and what makes the audit quick to search. */
export const auditChain: Migration = {
  up: async (db: Kysely<unknown>) => {
    const audit = () => db.schema.alterTable('audit')
    await audit().addColumn('ended_at', 'bigint').execute()
    await audit()
      .addColumn('times', 'integer', (column) => column.notNull().defaultTo(1))
      .execute()
    await audit().addColumn('before_state', 'text').execute()
    await audit().addColumn('after_state', 'text').execute()
    await db.schema.dropIndex('audit_by_time').execute()
    await db.schema.createIndex('audit_by_time').on('audit').columns(['at', 'id']).execute()
    for (const column of indexed) {
      await db.schema.createIndex(`audit_by_${column}`).on('audit').columns([column, 'at', 'id']).execute()
    }
    await db.schema
      .createIndex('audit_by_person_name')
      .on('audit')
      .expression(sql`lower(person_name), at, id`)
      .execute()
    await db.schema
      .createTable('audit_journal')
      .addColumn('seq', 'bigint', (column) => column.primaryKey())
      .addColumn('entry_id', 'varchar(36)', (column) => column.notNull())
      .addColumn('kind', 'varchar(16)', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('digest', 'varchar(43)', (column) => column.notNull())
      .addColumn('hash', 'varchar(43)', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('audit_journal_by_entry').on('audit_journal').columns(['entry_id', 'seq']).execute()
    await db.schema
      .createTable('audit_head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('sealed_key', 'varchar(500)', (column) => column.notNull())
      .addColumn('began_at', 'bigint', (column) => column.notNull())
      .addColumn('first_seq', 'bigint', (column) => column.notNull())
      .addColumn('anchor', 'varchar(43)', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('hash', 'varchar(43)', (column) => column.notNull())
      .addColumn('pruned', 'bigint', (column) => column.notNull())
      .addColumn('retention_days', 'integer', (column) => column.notNull())
      .addColumn('mac', 'varchar(43)', (column) => column.notNull())
      .execute()
    const empty = { began_at: 0, first_seq: 1, anchor: '', seq: 0, hash: '', pruned: 0, retention_days: 0, mac: '' }
    // As the table above has it.
    await (db as Kysely<AuditChainTables>)
      .insertInto('audit_head')
      .values({ id: 1, sealed_key: '', ...empty })
      .execute()
  },
}
