import type { Kysely } from 'kysely'
import type { Migrations } from '../store/migrate.ts'
import { migrations } from '../store/migrations/migrations.ts'
import type { Tables } from '../store/tables.ts'

/** The migrations of the version before this one. */
export const version3: Migrations = Object.fromEntries(
  Object.entries(migrations).filter(([name]) => /^000[123]-/.test(name)),
)

/** Puts a row into each table of that version. */
export const fillVersion3 = async (db: Kysely<Tables>): Promise<void> => {
  // Of that version, whose people had their roles in a column that there is no longer.
  const old = db as unknown as Kysely<Record<string, Record<string, string | number | null>>>
  const add = async (table: string, row: Record<string, string | number | null>) => {
    await old.insertInto(table).values(row).execute()
  }
  const person = { id: 'p-1', name: 'paris', name_key: 'paris', password_hash: 'hash', roles: 'support' }
  await add('people', { ...person, disabled_at: null, created_at: 1 })
  await add('sessions', { id_hash: 'h-1', person_id: 'p-1', created_at: 1, last_seen_at: 1 })
  const subject = { person_id: 'p-1', person_name: 'paris', ip: '127.0.0.1', operation: 'createVgw' }
  await add('audit', { id: 'a-1', at: 1, ...subject, outcome: 'done', status: 201, console_request_id: 'r-1' })
  const connection = { cloud_id: 'demo', connection_id: 'c-1' }
  await add('log_lines', { id: 'l-1', ...connection, at: 1, raw_message: 'first line' })
  await add('doctor_reports', { id: 'd-1', ...connection, created_at: 1, person_name: 'paris', report: '{}' })
  const counters = { inbound_packets: 1, outbound_packets: 1, inbound_bytes: 2 ** 40, outbound_bytes: 1 }
  const client = { user_name: 'lyon', client_ip: '203.0.113.9', virtual_ip: '172.16.0.6', gateway_id: 'gw-1' }
  const times = { established_at: 1, last_seen_at: 1, ended_at: null }
  await add('client_sessions', { id: 's-1', ...connection, ...client, ...times, ...counters })
}
