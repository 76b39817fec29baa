import type { Route } from '@vpn-console/api-client'
import { compareValues } from '../../../ui/table/columns.ts'
import { routeKey } from './route-words.ts'

/** A route since somebody looks: where it stands, and what became of it. */
export type FollowedRoute = {
  key: string
  route: Route
  /** Its place in the table, which it keeps: what comes later stands below. */
  place: number
  change?: { kind: 'new' | 'changed' | 'withdrawn'; at: number; words: string }
}

/** Withdrawn routes stay in sight until the page is left, but not without end. */
const mostWithdrawn = 1_000

const compared = [
  ['AS path', ({ as_path }: Route) => as_path ?? ''],
  ['MED', ({ med }: Route) => String(med ?? '')],
  ['origin', ({ origin }: Route) => origin ?? ''],
  ['interface', ({ outbound_interface_ip }: Route) => outbound_interface_ip ?? ''],
] as const

const differenceWords = (before: Route, after: Route): string =>
  compared
    .filter(([, valueOf]) => valueOf(before) !== valueOf(after))
    .map(([words, valueOf]) => `${words} ${valueOf(before) || 'none'} → ${valueOf(after) || 'none'}`)
    .join(', ')

const followed = (
  before: FollowedRoute | undefined,
  key: string,
  route: Route,
  place: number,
  at: number,
): FollowedRoute => {
  if (!before) return { key, route, place, change: { kind: 'new', at, words: 'New' } }
  if (before.change?.kind === 'withdrawn') {
    return { key, route, place: before.place, change: { kind: 'new', at, words: 'Back' } }
  }
  const words = differenceWords(before.route, route)
  return words === '' ? before : { ...before, route, change: { kind: 'changed', at, words } }
}

/** Routes as they are seen first: by destination, without any mark. */
export const firstLook = (routes: readonly Route[]): FollowedRoute[] =>
  [...new Map(routes.map((route) => [routeKey(route), route]))]
    .toSorted(([, a], [, b]) => compareValues(a.destination, b.destination))
    .map(([key, route], place) => ({ key, route, place }))

/** The next look: each route keeps its place, new ones come last, and withdrawn ones stay where they were, marked. */
export const nextLook = (before: readonly FollowedRoute[], routes: readonly Route[], at: number): FollowedRoute[] => {
  const now = new Map(routes.map((route) => [routeKey(route), route]))
  const known = before.map((one): FollowedRoute => {
    const route = now.get(one.key)
    if (route) return followed(one, one.key, route, one.place, at)
    if (one.change?.kind === 'withdrawn') return one
    return { ...one, change: { kind: 'withdrawn', at, words: 'Withdrawn' } }
  })
  const keys = new Set(before.map(({ key }) => key))
  const last = Math.max(-1, ...before.map(({ place }) => place))
  const fresh = [...now]
    .filter(([key]) => !keys.has(key))
    .map(([key, route], index) => followed(undefined, key, route, last + 1 + index, at))
  const withdrawn = known.filter(({ change }) => change?.kind === 'withdrawn')
  const tooMany = new Set(
    withdrawn
      .toSorted((a, b) => (b.change?.at ?? 0) - (a.change?.at ?? 0))
      .slice(mostWithdrawn)
      .map(({ key }) => key),
  )
  return [...known.filter(({ key }) => !tooMany.has(key)), ...fresh]
}

/** Those that are in the route table now. */
export const present = (followedRoutes: readonly FollowedRoute[]): FollowedRoute[] =>
  followedRoutes.filter(({ change }) => change?.kind !== 'withdrawn')

/** What happened since somebody looks: `2 new, 1 withdrawn`; undefined where nothing did. */
export const changesWords = (followedRoutes: readonly FollowedRoute[]): string | undefined => {
  const counts = (['new', 'changed', 'withdrawn'] as const).flatMap((kind) => {
    const count = followedRoutes.filter(({ change }) => change?.kind === kind).length
    return count === 0 ? [] : [`${count} ${kind}`]
  })
  return counts.length === 0 ? undefined : counts.join(', ')
}
