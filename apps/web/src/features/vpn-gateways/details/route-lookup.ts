import { blockContains, type Route } from '@vpn-console/api-client'
import type { Wanted } from '../../../ui/wanted-address.ts'

/**
 * What a route does with the wanted address or prefix. `decides`: the longest match, which is the way it takes.
 * `holds`: would carry it, were there no longer one. `part`: carries some of the prefix, by a longer match of its own.
 */
export type Role = 'decides' | 'holds' | 'part'

export type FoundRoute = { route: Route; role: Role }

/** Bits of a route’s destination that must match. */
export const prefixLength = ({ destination }: Pick<Route, 'destination'>): number =>
  Number(destination.split('/')[1] ?? 0)

/** The routes that have to do with what is wanted: the deciding ones first, then wider ones, then parts of a prefix. */
export const findRoutes = (routes: readonly Route[], { block }: Pick<Wanted, 'block'>): FoundRoute[] => {
  const carrying = routes
    .filter(({ destination }) => blockContains(destination, block))
    .toSorted((a, b) => prefixLength(b) - prefixLength(a))
  const longest = carrying[0] && prefixLength(carrying[0])
  const parts = routes
    .filter(({ destination }) => blockContains(block, destination) && !blockContains(destination, block))
    .toSorted((a, b) => prefixLength(b) - prefixLength(a))
  return [
    ...carrying.map((route): FoundRoute => ({ route, role: prefixLength(route) === longest ? 'decides' : 'holds' })),
    ...parts.map((route): FoundRoute => ({ route, role: 'part' })),
  ]
}

export const roleWords: Record<Role, string> = {
  decides: 'Decides',
  holds: 'Wider',
  part: 'A part',
}

const count = (found: readonly FoundRoute[], role: Role) => found.filter((one) => one.role === role).length

const routesText = (number: number) => (number === 1 ? '1 route' : `${number} routes`)

/** The answer in a sentence or two; `hopOf` names what a route leads to. */
export const answerWords = (
  { text, kind }: Pick<Wanted, 'text' | 'kind'>,
  found: readonly FoundRoute[],
  hopOf: (route: Route) => string | undefined,
): string => {
  const deciding = found.filter(({ role }) => role === 'decides').map(({ route }) => route)
  const [first] = deciding
  const parts = count(found, 'part')
  const partly = parts === 0 ? '' : ` ${routesText(parts)} inside it ${parts === 1 ? 'carries' : 'carry'} a part.`
  if (!first)
    return kind === 'prefix' && parts > 0 ? `No route carries all of ${text}.${partly}` : `No route leads to ${text}.`
  const hops = [...new Set(deciding.map((route) => hopOf(route) ?? route.nexthop ?? 'an unknown next hop'))]
  const by = hops.length === 1 ? `by ${hops[0] ?? ''}` : `by ${hops.length} next hops alike: ${hops.join(', ')}`
  const wider = count(found, 'holds')
  const besides =
    wider === 0
      ? ''
      : ` ${routesText(wider)} more ${wider === 1 ? 'holds' : 'hold'} it, but ${wider === 1 ? 'is' : 'are'} wider.`
  return `${text} takes ${first.destination}, ${by}.${besides}${partly}`
}
