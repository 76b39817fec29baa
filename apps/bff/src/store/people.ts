import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Role } from '../roles.ts'
import { generatePassword, hashPassword, passwordMatches } from './passwords.ts'
import type { Tables } from './tables.ts'

export type Person = { id: string; name: string; roles: string[] }

const keyOf = (name: string) => name.normalize('NFKC').toLowerCase()

export const createPeople = (db: Kysely<Tables>, now: () => number) => {
  const findByName = (name: string) =>
    db.selectFrom('people').selectAll().where('name_key', '=', keyOf(name)).executeTakeFirst()

  const create = async (given: { name: string; password: string; roles: readonly Role[] }): Promise<Person> => {
    const person = { id: randomUUID(), name: given.name, roles: [...given.roles] }
    const passwordHash = await hashPassword(given.password)
    await db
      .insertInto('people')
      .values({
        id: person.id,
        name: person.name,
        name_key: keyOf(person.name),
        password_hash: passwordHash,
        roles: person.roles.join(' '),
        disabled_at: null,
        created_at: now(),
      })
      .execute()
    return person
  }

  const setPassword = async (personId: string, password: string) => {
    const passwordHash = await hashPassword(password)
    await db.updateTable('people').set({ password_hash: passwordHash }).where('id', '=', personId).execute()
    await db.deleteFrom('sessions').where('person_id', '=', personId).execute()
  }

  return {
    create,
    setPassword,
    setDisabled: (personId: string, disabled: boolean) =>
      db
        .updateTable('people')
        .set({ disabled_at: disabled ? now() : null })
        .where('id', '=', personId)
        .execute(),
    /** The person whose name and password these are; undefined takes as long for a wrong name as for a wrong password. */
    authenticate: async (name: string, password: string): Promise<Person | undefined> => {
      const found = await findByName(name)
      const matches = await passwordMatches(found?.password_hash, password)
      if (!found || !matches || found.disabled_at !== null) return undefined
      return { id: found.id, name: found.name, roles: found.roles.split(' ') }
    },
    /**
     * Makes the demo administrator at the first start. A password given later replaces the one he has, which is how
     * a forgotten one is replaced. Gives a password back only where it made one up.
     */
    ensureAdmin: async (password: string | undefined) => {
      const admin = await findByName('admin')
      if (!admin) {
        const chosen = password ?? generatePassword()
        await create({ name: 'admin', password: chosen, roles: ['administrator'] })
        return password === undefined ? { userName: 'admin', password: chosen } : undefined
      }
      if (password !== undefined && !(await passwordMatches(admin.password_hash, password))) {
        await setPassword(admin.id, password)
      }
      return undefined
    },
  }
}
export type People = ReturnType<typeof createPeople>
