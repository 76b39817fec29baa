import { randomBytes } from 'node:crypto'
import type { Role } from '@vpn-console/api-client'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

type Given = Pick<Role, 'name' | 'description' | 'actions'>

/** Fit to be read in a URL, and never given twice: a grant that were left over must not come to life again. */
const newId = (name: string): string => {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${words || 'role'}-${randomBytes(4).toString('hex')}`
}

/** The roles that administrators made. */
export const createRoles = (db: Kysely<Tables>, now: () => number) => ({
  create: async ({ name, description, actions }: Given): Promise<Role> => {
    const id = newId(name)
    const at = now()
    await db
      .insertInto('roles')
      .values({ id, name, description, actions: actions.join(' '), created_at: at, updated_at: at })
      .execute()
    return { id, name, description, actions }
  },
  update: async (id: string, { name, description, actions }: Given): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('roles')
      .set({ name, description, actions: actions.join(' '), updated_at: now() })
      .where('id', '=', id)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },
  /** Deletes a role that nobody has; whether it was deleted. */
  delete: async (id: string): Promise<boolean> => {
    const { numDeletedRows } = await db
      .deleteFrom('roles')
      .where('id', '=', id)
      .where((row) =>
        row.not(row.exists(row.selectFrom('grants').select('grants.id').whereRef('grants.role', '=', 'roles.id'))),
      )
      .executeTakeFirst()
    return numDeletedRows > 0n
  },
})
export type Roles = ReturnType<typeof createRoles>
