import type { GrantTables } from './migrations/0004-grants.ts'
import type { CloudAccountTables } from './migrations/0005-cloud-accounts.ts'
import type { PeopleTables } from './migrations/0006-people.ts'
import type { SignOnTables } from './migrations/0007-sign-on.ts'
import type { AuditChainTables } from './migrations/0008-audit-chain.ts'
import type { SelfServiceTables } from './migrations/0009-self-service.ts'
import type { ReplicaTables } from './migrations/0010-replicas.ts'
import type { SecondFactorTables } from './migrations/0011-second-factor.ts'

/** The console's own tables. Times are milliseconds since 1970; types are those that SQLite and PostgreSQL share. */
export type Tables = FirstTables &
  GrantTables &
  CloudAccountTables &
  PeopleTables &
  SignOnTables &
  AuditChainTables &
  SelfServiceTables &
  ReplicaTables &
  SecondFactorTables

/** As the first versions made them; later migrations add columns to some, and say so in their own types. */
type FirstTables = {
  people: {
    id: string
    name: string
    /** The name in small letters: nobody can sign up as a look-alike of somebody else. */
    name_key: string
    password_hash: string
    disabled_at: number | null
    created_at: number
  }
  sessions: {
    /** SHA-256 of the id in the cookie: who reads the table cannot take over a session. */
    id_hash: string
    person_id: string
    created_at: number
    last_seen_at: number
  }
  audit: {
    id: string
    at: number
    person_id: string | null
    person_name: string
    ip: string
    operation: string
    cloud_id: string | null
    resource_id: string | null
    outcome: string
    status: number | null
    code: string | null
    /** The cloud's id of the call. */
    request_id: string | null
    /** Our own id of the request. */
    console_request_id: string
    /** The redacted body. */
    body: string | null
  }
  log_lines: {
    /** Made from the line itself, so that the same line is kept once however often it is seen. */
    id: string
    cloud_id: string
    connection_id: string
    at: number
    /** The reason as the line names it, in small letters. */
    reason: string | null
    raw_message: string
  }
  client_sessions: {
    id: string
    cloud_id: string
    gateway_id: string
    /** The cloud's id of the session while it lasts. */
    connection_id: string
    user_name: string
    client_ip: string
    virtual_ip: string
    established_at: number
    last_seen_at: number
    /** When it was first missed: it ended between `last_seen_at` and this. */
    ended_at: number | null
    inbound_packets: number
    outbound_packets: number
    inbound_bytes: number
    outbound_bytes: number
  }
  doctor_reports: {
    id: string
    cloud_id: string
    connection_id: string
    created_at: number
    person_name: string
    report: string
  }
}
