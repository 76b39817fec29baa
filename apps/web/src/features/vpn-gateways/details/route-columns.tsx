import type { Route } from '@vpn-console/api-client'
import Badge from '@cloudscape-design/components/badge'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import { TwoLines } from '../../../ui/TwoLines.tsx'
import type { FollowedRoute } from './route-changes.ts'
import { roleWords, type Role } from './route-lookup.ts'
import { originWords, type NextHop } from './route-words.ts'
import styles from './GatewayRoutes.module.css'

/** A route of the table; while somebody looks for a way, also what it has to do with it. */
export type RouteRow = FollowedRoute & { role?: Role }

/** An enterprise router has no page of its own here: its link shows the gateways on it. */
const gatewaysOn = (cloudId: string, router: string) =>
  `${paths.vpnGateways({ cloudId })}?${new URLSearchParams({ filter: `attachment=${router}` }).toString()}`

const HopLink = ({ cloudId, hop }: { cloudId: string; hop: NextHop }) => {
  if (hop.kind === 'connection') {
    return <AppLink to={paths.vpnConnection({ cloudId, connectionId: hop.id })}>{hop.name}</AppLink>
  }
  if (hop.kind === 'gateway') return <AppLink to={paths.vpnGateway({ cloudId, gatewayId: hop.id })}>{hop.name}</AppLink>
  if (hop.kind === 'router') {
    return (
      <span title={`Enterprise router ${hop.id}: the gateways on it`}>
        <AppLink to={gatewaysOn(cloudId, hop.name)}>{hop.name}</AppLink>
      </span>
    )
  }
  return <>{hop.name}</>
}

const Change = ({ change }: Pick<FollowedRoute, 'change'>) =>
  change ? (
    <span className={styles['change']} data-kind={change.kind}>
      {change.words} <Timestamp value={new Date(change.at).toISOString()} />
    </span>
  ) : (
    '–'
  )

const answer: Column<RouteRow> = {
  id: 'answer',
  header: 'Answer',
  value: ({ role }) => role && roleWords[role],
  cell: ({ role }) =>
    role === 'decides' ? <Badge color="green">{roleWords.decides}</Badge> : role ? roleWords[role] : '–',
  filter: 'choice',
  minWidth: 100,
}

const ofRoute = (cloudId: string, hopOf: (route: Route) => NextHop | undefined): Column<RouteRow>[] => [
  {
    id: 'leads_to',
    header: 'Next hop',
    value: ({ route }) => hopOf(route)?.name,
    cell: ({ route }) => {
      const hop = hopOf(route)
      const address = route.nexthop && <span className="mono">{route.nexthop}</span>
      return <TwoLines first={hop ? <HopLink cloudId={cloudId} hop={hop} /> : '–'} second={address} />
    },
    filter: 'choice',
    minWidth: 200,
  },
  {
    id: 'nexthop',
    header: 'Next hop address',
    value: ({ route }) => route.nexthop,
    cell: ({ route }) => (route.nexthop ? <span className="mono">{route.nexthop}</span> : '–'),
    filter: 'text',
    minWidth: 130,
    isHidden: true,
  },
  {
    id: 'interface',
    header: 'Outbound interface',
    value: ({ route }) => route.outbound_interface_ip,
    cell: ({ route }) =>
      route.outbound_interface_ip ? <span className="mono">{route.outbound_interface_ip}</span> : '–',
    filter: 'text',
    minWidth: 150,
    isHidden: 'narrow',
  },
  { id: 'origin', header: 'Origin', value: ({ route }) => originWords(route.origin), filter: 'choice', minWidth: 100 },
  {
    id: 'as_path',
    header: 'AS path',
    value: ({ route }) => route.as_path,
    cell: ({ route }) => (route.as_path ? <span className="mono">{route.as_path}</span> : '–'),
    filter: 'text',
    minWidth: 100,
  },
  { id: 'med', header: 'MED', value: ({ route }) => route.med, filter: 'number', minWidth: 80 },
  {
    id: 'change',
    header: 'Since you look',
    value: ({ change }) => change?.words,
    cell: ({ change }) => <Change {...(change && { change })} />,
    filter: 'text',
    minWidth: 150,
  },
  { id: 'place', header: 'Order', value: ({ place }) => place + 1, isHidden: true },
]

/** What a gateway's route table tells; the names of next hops come from elsewhere. */
export const routeColumns = (
  cloudId: string,
  hopOf: (route: Route) => NextHop | undefined,
  isLooking: boolean,
): Column<RouteRow>[] => [
  {
    id: 'destination',
    header: 'Destination',
    value: ({ route }) => route.destination,
    cell: ({ route, change }) => (
      <span className={`mono ${change?.kind === 'withdrawn' ? (styles['withdrawn'] ?? '') : ''}`}>
        {route.destination}
      </span>
    ),
    filter: 'text',
    isRowHeader: true,
    minWidth: 150,
  },
  ...(isLooking ? [answer] : []),
  ...ofRoute(cloudId, hopOf),
]
