import type { Route } from '@vpn-console/api-client'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { originWords, type NextHop } from './route-words.ts'

const HopLink = ({ cloudId, hop }: { cloudId: string; hop: NextHop }) => {
  if (hop.kind === 'connection')
    return <AppLink to={paths.vpnConnection({ cloudId, connectionId: hop.id })}>{hop.name}</AppLink>
  if (hop.kind === 'gateway') return <AppLink to={paths.vpnGateway({ cloudId, gatewayId: hop.id })}>{hop.name}</AppLink>
  return <>{hop.name}</>
}

/** What a gateway's route table tells; the names of next hops come from elsewhere. */
export const routeColumns = (cloudId: string, hopOf: (route: Route) => NextHop | undefined): Column<Route>[] => [
  {
    id: 'destination',
    header: 'Destination',
    value: ({ destination }) => destination,
    cell: ({ destination }) => <span className="mono">{destination}</span>,
    filter: 'text',
    isRowHeader: true,
    minWidth: 150,
  },
  {
    id: 'leads_to',
    header: 'Leads to',
    value: (route) => hopOf(route)?.name,
    cell: (route) => {
      const hop = hopOf(route)
      return hop ? <HopLink cloudId={cloudId} hop={hop} /> : '–'
    },
    filter: 'choice',
    minWidth: 160,
  },
  {
    id: 'nexthop',
    header: 'Next hop',
    value: ({ nexthop }) => nexthop,
    cell: ({ nexthop }) => (nexthop ? <span className="mono">{nexthop}</span> : '–'),
    filter: 'text',
    minWidth: 140,
  },
  {
    id: 'interface',
    header: 'Outbound interface',
    value: ({ outbound_interface_ip }) => outbound_interface_ip,
    cell: ({ outbound_interface_ip }) =>
      outbound_interface_ip ? <span className="mono">{outbound_interface_ip}</span> : '–',
    filter: 'text',
    minWidth: 160,
  },
  { id: 'origin', header: 'Origin', value: ({ origin }) => originWords(origin), filter: 'choice', minWidth: 110 },
  {
    id: 'as_path',
    header: 'AS path',
    value: ({ as_path }) => as_path,
    cell: ({ as_path }) => (as_path ? <span className="mono">{as_path}</span> : '–'),
    filter: 'text',
    minWidth: 110,
  },
  { id: 'med', header: 'MED', value: ({ med }) => med, filter: 'number', minWidth: 90 },
]
