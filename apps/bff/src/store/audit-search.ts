import { sql, type Kysely } from 'kysely'
import type { AuditRow } from './audit-row.ts'
import type { Tables } from './tables.ts'

export type AuditFilter = {
  /** A person's name, in any case, or his id. */
  person?: string | undefined
  operations?: readonly string[] | undefined
  cloudId?: string | undefined
  resourceId?: string | undefined
  outcomes?: readonly string[] | undefined
  since?: number | undefined
  until?: number | undefined
  text?: string | undefined
}

/** A place between two entries. */
export type AuditPlace = { at: number; id: string }

export type AuditPage = {
  /** Newest first. */
  rows: AuditRow[]
  older?: AuditPlace
  newer?: AuditPlace
  /** How far back a search for a text has gone, where it has not reached the end. */
  searchedTo?: number
}

/** A text is looked for row by row, in so many at once: the file's database does nothing else meanwhile. */
const defaultSearchedAtOnce = 20_000

const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// Databases agree on the small letters of ASCII alone.
const small = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
const pattern = (text: string) => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

const searched = [
  'person_name',
  'operation',
  'resource_id',
  'code',
  'request_id',
  'console_request_id',
  'ip',
  'body',
  'before_state',
  'after_state',
] as const

export const createAuditSearch = (db: Kysely<Tables>, searchedAtOnce = defaultSearchedAtOnce) => {
  const matching = ({ person, operations, cloudId, resourceId, outcomes, since, until }: AuditFilter) => {
    let query = db.selectFrom('audit')
    if (person !== undefined) {
      query = isUuid.test(person)
        ? query.where('person_id', '=', person)
        : query.where(sql<boolean>`lower(person_name) = ${small(person)}`)
    }
    if (operations) query = query.where('operation', 'in', operations)
    if (cloudId !== undefined) query = query.where('cloud_id', '=', cloudId)
    if (outcomes) query = query.where('outcome', 'in', outcomes)
    if (since !== undefined) query = query.where('at', '>=', since)
    if (until !== undefined) query = query.where('at', '<', until)
    if (resourceId === undefined) return query
    // What was created together is in one entry.
    const among = pattern(` ${resourceId} `)
    return query.where(
      sql<boolean>`(resource_id = ${resourceId} or ' ' || resource_id || ' ' like ${among} escape '\\')`,
    )
  }

  const beyond = (place: AuditPlace, direction: 'older' | 'newer') =>
    direction === 'older'
      ? sql<boolean>`(at, id) < (${place.at}, ${place.id})`
      : sql<boolean>`(at, id) > (${place.at}, ${place.id})`

  /** As far as a place, and with it. */
  const upTo = (place: AuditPlace, direction: 'older' | 'newer') =>
    direction === 'older'
      ? sql<boolean>`(at, id) >= (${place.at}, ${place.id})`
      : sql<boolean>`(at, id) <= (${place.at}, ${place.id})`

  /** Rows one way from a place, nearest first. */
  const walk = (filter: AuditFilter, from: AuditPlace | undefined, direction: 'older' | 'newer') => {
    const order = direction === 'older' ? 'desc' : 'asc'
    let query = matching(filter)
    if (from) query = query.where(beyond(from, direction))
    return query.orderBy('at', order).orderBy('id', order)
  }

  const find = async (
    filter: AuditFilter,
    from: AuditPlace | undefined,
    direction: 'older' | 'newer',
    limit: number,
  ) => {
    if (filter.text === undefined)
      return { rows: await walk(filter, from, direction).selectAll().limit(limit).execute() }
    const last = await walk(filter, from, direction)
      .select(['at', 'id'])
      .offset(searchedAtOnce - 1)
      .limit(1)
      .executeTakeFirst()
    const text = pattern(small(filter.text))
    let query = walk(filter, from, direction)
    if (last) query = query.where(upTo(last, direction))
    const rows = await query
      .selectAll()
      .where((row) =>
        row.or(searched.map((column) => sql<boolean>`lower(${sql.ref(column)}) like ${text} escape '\\'`)),
      )
      .limit(limit)
      .execute()
    return { rows, last }
  }

  return {
    find: (id: string): Promise<AuditRow | undefined> =>
      db.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirst(),

    /** A page of what matches: older than a place, newer than it, or the newest. */
    search: async (
      filter: AuditFilter,
      { before, after, limit }: { before?: AuditPlace | undefined; after?: AuditPlace | undefined; limit: number },
    ): Promise<AuditPage> => {
      const direction = after ? 'newer' : 'older'
      // One more than asked for tells whether it goes on.
      const { rows: found, last } = await find(filter, after ?? before, direction, limit + 1)
      const near = found.slice(0, limit)
      const rows = after ? near.toReversed() : near
      const [first, end] = [rows.at(0), rows.at(-1)]
      const goesOn = found.length > limit
      if (after) {
        return {
          rows,
          ...(end ? { older: end } : {}),
          ...(goesOn && first ? { newer: first } : last ? { newer: last, searchedTo: last.at } : {}),
        }
      }
      return {
        rows,
        ...(goesOn && end ? { older: end } : last ? { older: last, searchedTo: last.at } : {}),
        ...(before && first ? { newer: first } : {}),
      }
    },

    /** All that match, newest first, a page at a time. */
    async *everything(filter: AuditFilter): AsyncGenerator<AuditRow[], void, undefined> {
      let from: AuditPlace | undefined
      for (;;) {
        const { rows, last } = await find(filter, from, 'older', 500)
        if (rows.length > 0) yield rows
        from = rows.length === 500 ? rows.at(-1) : last
        if (!from) return
      }
    },
  }
}
