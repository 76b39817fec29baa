import { sql } from 'kysely'
import type { Tuning } from '../tuning.ts'
import type { Vault } from '../vault.ts'
import { openAuditChain } from './audit-chain.ts'
import { createAudit } from './audit.ts'
import { createCloudAccounts } from './cloud-accounts.ts'
import { createClientSessions } from './client-sessions.ts'
import { openDatabase, type DatabasePlace } from './database.ts'
import { createDoctorReports } from './doctor-reports.ts'
import { createGrants } from './grants.ts'
import { createIdentities } from './identities.ts'
import { createLinks } from './links.ts'
import { createLockout, type LockoutTuning } from './lockout.ts'
import { createLogLines } from './log-lines.ts'
import { createLeases } from './leases.ts'
import { createPeople } from './people.ts'
import { createRateLimits } from './rate-limits.ts'
import { createLinkedReplica, type ReplicaTuning } from './replica-link.ts'
import { createOnlyReplica } from './replica.ts'
import { createRoles } from './roles.ts'
import { createSecondFactors } from './second-factors.ts'
import { createSelfService } from './self-service.ts'
import { createSessions } from './sessions.ts'
import { createSignOn } from './sign-on.ts'
import { createTurns } from './turns.ts'

type StoreTuning = LockoutTuning &
  ReplicaTuning &
  Pick<Tuning, 'invitationMs' | 'resetMs'> &
  Pick<
    Tuning,
    'idleMs' | 'absoluteMs' | 'logKeepMs' | 'logKeepLines' | 'logKeepAll' | 'sessionKeepMs' | 'sessionKeepAll'
  >

/** Everything the console keeps: people, their sessions, and who did what. */
export const openStore = async (place: DatabasePlace, tuning: StoreTuning, now: () => number, vault: Vault) => {
  const db = await openDatabase(place, now)
  const chain = await openAuditChain(db, vault, now).catch(async (error: unknown) => {
    await db.destroy()
    throw error
  })
  const grants = createGrants(db, now)
  const lockout = createLockout(db, tuning, now)
  const { databaseUrl } = place
  const replica = databaseUrl === undefined ? createOnlyReplica(db, now) : createLinkedReplica(databaseUrl, db, tuning)
  const turns = createTurns(db, replica)
  return {
    replica,
    turns,
    leases: createLeases(db, replica),
    grants,
    roles: createRoles(db, now),
    secondFactors: createSecondFactors(db, now),
    people: createPeople(db, grants, lockout, now),
    lockout,
    links: createLinks(db, tuning, now),
    sessions: createSessions(db, tuning, now),
    signOn: createSignOn(db, now),
    identities: createIdentities(db, now),
    audit: createAudit(db, chain, now),
    logLines: createLogLines(db, tuning, now),
    cloudAccounts: createCloudAccounts(db, now),
    clientSessions: createClientSessions(db, tuning, now),
    doctorReports: createDoctorReports(db, now),
    rateLimits: createRateLimits(db, now),
    selfService: createSelfService(db, now),
    isReady: async () => {
      await sql`select 1`.execute(db)
    },
    close: async () => {
      turns.close()
      await replica.close()
      await db.destroy()
    },
  }
}
export type Store = Awaited<ReturnType<typeof openStore>>
