import { randomUUID } from 'node:crypto'
import type { BuiltInRole } from '@vpn-console/api-client'
import type { Kysely, Selectable } from 'kysely'
import { createTurns } from '../one-at-a-time.ts'
import { createGrants, type Grants } from './grants.ts'
import type { Lockout } from './lockout.ts'
import { nameKey } from './name-key.ts'
import { generatePassword, hashPassword, passwordMatches } from './passwords.ts'
import type { Tables } from './tables.ts'

export type Person = { id: string; name: string }
export type PersonRow = Selectable<Tables['people']>

/** How a sign-in by password ends before anything else is asked. */
export type Authenticated = { person: Person } | { refused: 'wrong' } | { refused: 'locked'; until: number }

type NewPerson = {
  name: string
  /** Left out for who is invited and for who comes from the provider: no password is his. */
  password?: string
  contact?: string
  source?: PersonRow['source']
  /** Given everywhere. */
  roles: readonly BuiltInRole[]
}

// It matches no password.
const noPassword = ''

export const createPeople = (db: Kysely<Tables>, grants: Grants, lockout: Lockout, now: () => number) => {
  const inTurn = createTurns()
  const findByName = (name: string) =>
    db.selectFrom('people').selectAll().where('name_key', '=', nameKey(name)).executeTakeFirst()
  const find = (id: string): Promise<PersonRow | undefined> =>
    db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()

  const newRow = async ({ name, password, contact = '', source = 'password' }: Omit<NewPerson, 'roles'>) => ({
    id: randomUUID(),
    name,
    name_key: nameKey(name),
    password_hash: password === undefined ? noPassword : await hashPassword(password),
    contact,
    source,
    disabled_at: null,
    created_at: now(),
  })

  const create = async ({ roles, ...given }: NewPerson): Promise<Person> => {
    const row = await newRow(given)
    const person = { id: row.id, name: row.name }
    await db.insertInto('people').values(row).execute()
    for (const role of roles) await grants.give({ type: 'person', id: person.id }, role, { type: 'all' }, 'console')
    return person
  }

  /** Makes the demo administrator, all of him or nothing; of several replicas that start at once one does. */
  const createAdmin = async (password: string, isGiven: boolean): Promise<boolean> => {
    const row = await newRow({ name: 'admin', password })
    const given = isGiven ? row.password_hash : noPassword
    return db.transaction().execute(async (trx) => {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('people')
        .values({ ...row, given_password_hash: given })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows !== 1n) return false
      const subject = { type: 'person', id: row.id } as const
      await createGrants(trx, now).give(subject, 'administrator', { type: 'all' }, 'console')
      return true
    })
  }

  /** A new password ends every session and every link of the person, and what was tried before no longer counts. */
  const setPassword = async (personId: string, password: string) => {
    const passwordHash = await hashPassword(password)
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('people').set({ password_hash: passwordHash }).where('id', '=', personId).execute()
      await trx.deleteFrom('sessions').where('person_id', '=', personId).execute()
      await trx
        .updateTable('links')
        .set({ revoked_at: now() })
        .where('person_id', '=', personId)
        .where('used_at', 'is', null)
        .where('revoked_at', 'is', null)
        .execute()
    })
    const person = await find(personId)
    if (person) await lockout.clear(person.name)
  }

  const noteGiven = async (personId: string, password: string) => {
    const hash = await hashPassword(password)
    await db.updateTable('people').set({ given_password_hash: hash }).where('id', '=', personId).execute()
  }

  const authenticate = async (name: string, password: string): Promise<Authenticated> => {
    const waiting = await lockout.until(name)
    if (waiting !== undefined) return { refused: 'locked', until: waiting }
    const found = await findByName(name)
    const matches = await passwordMatches(found?.password_hash, password)
    // On another replica it may have failed too often in the meantime.
    const until = await lockout.until(name)
    if (until !== undefined) return { refused: 'locked', until }
    if (found && matches && found.disabled_at === null) return { person: { id: found.id, name: found.name } }
    const locked = await lockout.failed(name)
    return locked === undefined ? { refused: 'wrong' } : { refused: 'locked', until: locked }
  }

  return {
    create,
    /** A name as its owner has it; undefined where there is nobody of that name. */
    knownName: async (name: string): Promise<string | undefined> => (await findByName(name))?.name,
    find,
    all: (): Promise<PersonRow[]> => db.selectFrom('people').selectAll().orderBy('name_key').execute(),
    setPassword,
    /** The same for who changes it himself: his sessions are for the caller to end. */
    replacePassword: async (personId: string, password: string) => {
      const passwordHash = await hashPassword(password)
      await db.updateTable('people').set({ password_hash: passwordHash }).where('id', '=', personId).execute()
    },
    update: async (personId: string, { name, contact }: { name: string; contact: string }) => {
      await db
        .updateTable('people')
        .set({ name, name_key: nameKey(name), contact })
        .where('id', '=', personId)
        .execute()
    },
    setDisabled: async (personId: string, disabled: boolean) => {
      await db
        .updateTable('people')
        .set({ disabled_at: disabled ? now() : null })
        .where('id', '=', personId)
        .execute()
      if (disabled) await db.deleteFrom('sessions').where('person_id', '=', personId).execute()
    },
    /** Takes away the person with his sessions, grants and links. What he did stays in the audit. */
    remove: async (personId: string) => {
      await grants.takeAllOf({ type: 'person', id: personId })
      await db.deleteFrom('people').where('id', '=', personId).execute()
    },
    /**
     * Whose name and password these are. A name that nobody has, one that is disabled and one without a password are
     * refused as a wrong password is, count as it does, and take as long.
     */
    authenticate: (name: string, password: string): Promise<Authenticated> =>
      // Many tries at once must not be worth more than the few that are allowed.
      inTurn(nameKey(name), () => authenticate(name, password)),
    /** Counts a wrong code of the second factor as a wrong password counts. */
    refuseCode: async (name: string): Promise<Authenticated> => {
      const until = await lockout.failed(name)
      return until === undefined ? { refused: 'wrong' } : { refused: 'locked', until }
    },
    /** To be called once a sign-in is complete, second factor and all: only that forgets what failed before. */
    signedIn: async ({ id, name }: Person) => {
      await db.updateTable('people').set({ last_sign_in_at: now() }).where('id', '=', id).execute()
      await lockout.clear(name)
    },
    /**
     * Makes the demo administrator where nobody else could sign in as one: at the first start. A password given later
     * replaces the one he has, which is how a forgotten one is replaced; but only once, so that a start with the same one
     * does not undo that he chose another since. Gives a password back only where it made one up.
     */
    ensureAdmin: async (password: string | undefined) => {
      const admin = await findByName('admin')
      if (!admin) {
        // Who was renamed or deleted on purpose must not come back with the next start.
        if ((await grants.administrators()).length > 0) return undefined
        const chosen = password ?? generatePassword()
        const isMade = await createAdmin(chosen, password !== undefined)
        return isMade && password === undefined ? { userName: 'admin', password: chosen } : undefined
      }
      if (password === undefined || (await passwordMatches(admin.given_password_hash, password))) return undefined
      if (!(await passwordMatches(admin.password_hash, password))) await setPassword(admin.id, password)
      await noteGiven(admin.id, password)
      return undefined
    },
  }
}
export type People = ReturnType<typeof createPeople>
