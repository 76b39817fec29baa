import type { Migration } from 'kysely'
import { peopleSessionsAudit } from './0001-people-sessions-audit.ts'
import { logLinesDoctorReports } from './0002-log-lines-doctor-reports.ts'
import { clientSessions } from './0003-client-sessions.ts'
import { grants } from './0004-grants.ts'
import { cloudAccounts } from './0005-cloud-accounts.ts'
import { people } from './0006-people.ts'
import { signOn } from './0007-sign-on.ts'
import { auditChain } from './0008-audit-chain.ts'
import { selfService } from './0009-self-service.ts'
import { secondFactor } from './0011-second-factor.ts'
import { replicas } from './0010-replicas.ts'

/** Every change of the schema, in order, by name; one that was released is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-people-sessions-audit': peopleSessionsAudit,
  '0002-log-lines-doctor-reports': logLinesDoctorReports,
  '0003-client-sessions': clientSessions,
  '0004-grants': grants,
  '0005-cloud-accounts': cloudAccounts,
  '0006-people': people,
  '0007-sign-on': signOn,
  '0008-audit-chain': auditChain,
  '0009-self-service': selfService,
  '0010-replicas': replicas,
  '0011-second-factor': secondFactor,
}
