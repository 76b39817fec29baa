import { randomUUID } from 'node:crypto'
import { builtInRoles, type GrantScope, type Role } from '@vpn-console/api-client'
import type { Kysely, Selectable } from 'kysely'
import type { Tables } from './tables.ts'

export type GrantRow = Selectable<Tables['grants']>
export type Scope = {
  type: GrantScope
  cloudId?: string | undefined
  /** Id of the enterprise project or of the VPN server. */
  scopeId?: string | undefined
  vpnUserId?: string | undefined
}
export type Subject = { type: 'person' | 'group'; id: string }
/** Which grants are looked for; left out: all. */
export type GrantFilter = { subjectType?: Subject['type']; subject?: string; role?: string; cloudId?: string }

export const toRole = (row: Selectable<Tables['roles']>): Role => ({
  id: row.id,
  name: row.name,
  description: row.description,
  actions: row.actions.split(' ').filter((action) => action !== ''),
})

export type NamedGrant = GrantRow & { person_name: string | null }

const administratorsIn = (db: Kysely<Tables>): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.subject')
    .select(['people.id', 'people.name'])
    .where('grants.subject_type', '=', 'person')
    .where('grants.role', '=', 'administrator')
    .where('grants.scope_type', '=', 'all')
    .where('people.disabled_at', 'is', null)
    // Who was invited has no password yet.
    .where('people.password_hash', '!=', '')
    .orderBy('people.name')
    .execute()

/** Who has which role where, and the roles there are. */
export const createGrants = (db: Kysely<Tables>, now: () => number) => ({
  /** The grants of a person, and of the groups he came with. */
  of: (personId: string, groups: readonly string[]): Promise<GrantRow[]> =>
    db
      .selectFrom('grants')
      .selectAll()
      .where((row) => {
        const own = row.and([row('subject_type', '=', 'person'), row('subject', '=', personId)])
        if (groups.length === 0) return own
        return row.or([own, row.and([row('subject_type', '=', 'group'), row('subject', 'in', [...groups])])])
      })
      .execute(),
  all: (): Promise<GrantRow[]> => db.selectFrom('grants').selectAll().orderBy('created_at').execute(),
  /** Grants with the names of the people who have them. One that holds everywhere is none of a single cloud. */
  list: ({ subjectType, subject, role, cloudId }: GrantFilter = {}): Promise<NamedGrant[]> =>
    db
      .selectFrom('grants')
      .leftJoin('people', (join) =>
        join.onRef('people.id', '=', 'grants.subject').on('grants.subject_type', '=', 'person'),
      )
      .selectAll('grants')
      .select('people.name as person_name')
      .$if(subjectType !== undefined, (query) => query.where('grants.subject_type', '=', subjectType ?? 'person'))
      .$if(subject !== undefined, (query) => query.where('grants.subject', '=', subject ?? ''))
      .$if(role !== undefined, (query) => query.where('grants.role', '=', role ?? ''))
      .$if(cloudId !== undefined, (query) => query.where('grants.cloud_id', '=', cloudId ?? ''))
      .orderBy('grants.created_at')
      .orderBy('grants.id')
      .execute(),
  /** The people who are administrators and can sign in without anybody's help. */
  administrators: () => administratorsIn(db),
  find: (id: string): Promise<GrantRow | undefined> =>
    db.selectFrom('grants').selectAll().where('id', '=', id).executeTakeFirst(),
  isPerson: async (id: string): Promise<boolean> =>
    (await db.selectFrom('people').select('id').where('id', '=', id).executeTakeFirst()) !== undefined,
  /** Gives a role, and the id of the grant; what is given already stays as it is. */
  give: async (subject: Subject, role: string, scope: Scope, by: string): Promise<string> => {
    const id = randomUUID()
    const given = {
      subject_type: subject.type,
      subject: subject.id,
      role,
      scope_type: scope.type,
      cloud_id: scope.cloudId ?? '',
      scope_id: scope.scopeId ?? '',
      vpn_user_id: scope.vpnUserId ?? '',
    }
    await db
      .insertInto('grants')
      .values({ id, ...given, created_at: now(), created_by: by })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const there = await db
      .selectFrom('grants')
      .select('id')
      .where((row) => row.and(given))
      .executeTakeFirst()
    return there?.id ?? id
  },
  take: async (id: string): Promise<boolean> => {
    const { numDeletedRows } = await db.deleteFrom('grants').where('id', '=', id).executeTakeFirst()
    return numDeletedRows > 0n
  },
  /** Takes a grant, but not that of the last administrator who can sign in. Whether it is gone. */
  takeUnlessLast: ({ id, role, subject_type: type, subject }: GrantRow): Promise<boolean> =>
    db.transaction().execute(async (trx) => {
      if (role === 'administrator' && type === 'person') {
        // Two who take the last two from one another at once: writing to the rows makes the second wait for the first.
        await trx
          .updateTable('grants')
          .set((row) => ({ created_at: row.ref('created_at') }))
          .where('role', '=', 'administrator')
          .execute()
        const others = (await administratorsIn(trx)).filter((other) => other.id !== subject)
        if (others.length === 0) return false
      }
      await trx.deleteFrom('grants').where('id', '=', id).execute()
      return true
    }),
  takeAllOf: async (subject: Subject): Promise<void> => {
    await db.deleteFrom('grants').where('subject_type', '=', subject.type).where('subject', '=', subject.id).execute()
  },
  /** The built-in roles and those made here. */
  roles: async (): Promise<Role[]> => {
    const rows = await db.selectFrom('roles').selectAll().orderBy('name').execute()
    return [...builtInRoles, ...rows.map(toRole)]
  },
  roleOf: async (ids: readonly string[]): Promise<Role[]> => {
    if (ids.length === 0) return []
    const rows = await db
      .selectFrom('roles')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute()
    return rows.map(toRole)
  },
})
export type Grants = ReturnType<typeof createGrants>
