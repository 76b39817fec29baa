import type { PersonLink, PersonView, SignedInSession } from '@vpn-console/api-client'
import type { Caller } from './caller.ts'
import type { GrantRow } from './store/grants.ts'
import type { LinkRow } from './store/links.ts'
import type { PersonRow } from './store/people.ts'
import type { SessionEntry } from './store/sessions.ts'
import type { Store } from './store/store.ts'

const linkState = (row: LinkRow, now: number): PersonLink['state'] => {
  if (row.used_at !== null) return 'used'
  if (row.revoked_at !== null) return 'withdrawn'
  return row.expires_at > now ? 'open' : 'expired'
}

/** A link as its maker sees it later: nothing of it can be used. */
export const toLink = (row: LinkRow, now: number): PersonLink => ({
  id: row.id,
  purpose: row.purpose,
  state: linkState(row, now),
  created_at: row.created_at,
  created_by: row.created_by,
  expires_at: row.expires_at,
  ...(row.used_at !== null && { used_at: row.used_at }),
})

/** A session in a list, for whoever asks. */
export const toSession = (entry: SessionEntry, caller: Caller): SignedInSession => ({
  id: entry.id,
  method: entry.method,
  ip: entry.ip,
  user_agent: entry.userAgent,
  created_at: entry.createdAt,
  last_seen_at: entry.lastSeenAt,
  is_current: entry.id === caller.publicId,
})

const stateOf = (row: PersonRow, lockedUntil: number | undefined): PersonView['state'] => {
  if (row.disabled_at !== null) return 'disabled'
  if (row.source === 'password' && row.password_hash === '') return 'invited'
  return lockedUntil === undefined ? 'active' : 'locked'
}

/** Puts together what is told of people, from all that is kept about them. */
export const createPersonViews = ({ store }: { store: Store }) => {
  const { people, grants, lockout, secondFactors } = store

  /** Asked for once, however many people there are. */
  const viewer = async (rows: readonly GrantRow[]) => {
    const [known, lockedUntil, withFactor] = [
      await grants.roles(),
      await lockout.all(),
      await secondFactors.confirmedPeople(),
    ]
    const names = new Map(known.map(({ id, name }) => [id, name]))
    return (row: PersonRow): PersonView => {
      const locked = lockedUntil(row.name)
      const own = rows.filter(({ subject_type: type, subject }) => type === 'person' && subject === row.id)
      return {
        id: row.id,
        name: row.name,
        contact: row.contact,
        source: row.source,
        state: stateOf(row, locked),
        created_at: row.created_at,
        has_second_factor: withFactor.has(row.id),
        roles: [...new Set(own.map(({ role }) => names.get(role) ?? role))].toSorted(),
        ...(locked !== undefined && { locked_until: locked }),
        ...(row.last_sign_in_at !== null && { last_sign_in_at: row.last_sign_in_at }),
      }
    }
  }

  return {
    all: async (): Promise<PersonView[]> => {
      const view = await viewer(await grants.all())
      return (await people.all()).map(view)
    },
    of: async (row: PersonRow): Promise<PersonView> => (await viewer(await grants.of(row.id, [])))(row),
  }
}
