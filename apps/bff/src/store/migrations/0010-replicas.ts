import type { Kysely, Migration } from 'kysely'

export type ReplicaTables = {
  /** The consoles at work on this database. Who is not in it has gone, or was given up for dead. */
  replicas: {
    id: string
    seen_at: number
  }
  /** Changes that wait for their turn, or have it: the first of each key. */
  write_turns: {
    ticket: string
    /** The order in which they came, over all replicas. */
    seq: number
    key: string
    replica: string
    created_at: number
  }
  /** One row: the newest ticket. Its lock makes tickets visible in the order of their numbers. */
  write_turn_head: {
    id: number
    seq: number
  }
  /** Which replica does a piece of work that one is enough for. */
  leases: {
    name: string
    replica: string
    until: number
  }
}

export const replicas: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('replicas')
      .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('write_turns')
      .addColumn('ticket', 'varchar(36)', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('key', 'varchar(43)', (column) => column.notNull())
      .addColumn('replica', 'varchar(36)', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('write_turns_by_key').on('write_turns').columns(['key', 'seq']).unique().execute()
    await db.schema
      .createTable('write_turn_head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .execute()
    // As the table above has it.
    await (db as Kysely<ReplicaTables>).insertInto('write_turn_head').values({ id: 1, seq: 0 }).execute()
    await db.schema
      .createTable('leases')
      .addColumn('name', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('replica', 'varchar(36)', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute()
  },
}
