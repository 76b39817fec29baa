import { blocksOverlap, type RouteTable, type Subnet } from '@vpn-console/api-client'
import { atGateway, checkOf, countWords, wordList, type Check } from '../check.ts'
import { known } from '../doctor-facts.ts'
import { farBlocks } from './subnets.ts'

const nameOf = ({ id, name }: { id: string; name?: string | undefined }) => name ?? id

/** Subnets that are to be reached and send by a route table of their own. */
const onCustomTables = (tables: readonly RouteTable[], subnets: readonly Subnet[], local: readonly string[]) =>
  tables
    .filter((table) => table.default === false)
    .flatMap((table) =>
      (table.subnets ?? []).flatMap(({ id }) => {
        const subnet = subnets.find((one) => one.id === id)
        const blocks = [subnet?.cidr, subnet?.cidr_v6].filter((block) => typeof block === 'string')
        const isWanted = blocks.some((block) => local.some((wanted) => blocksOverlap(wanted, block)))
        return subnet && isWanted ? [{ subnet, table }] : []
      }),
    )

/** Whether every local subnet sends by the VPC’s default route table, the only one that learns the way through a VPN. */
export const defaultRouteTable: Check = ({ gateway, vpc, subnets, routeTables }) => {
  const { passed, failed, note, unknown } = checkOf('route-tables', 'The local subnets use the default route table')
  if ('why' in gateway) return unknown(gateway.why)
  const { name, attachment_type, local_subnets = [], local_subnets_v6 = [] } = gateway.value
  if (attachment_type === 'er') {
    return unknown(
      `${name} is attached to an enterprise router: the route tables behind it cannot be seen from here.`,
      {
        fixes: [
          { text: 'Check on the router that the attachments of the VPCs and of the gateway propagate their routes.' },
        ],
      },
    )
  }
  if ('why' in routeTables) return unknown(routeTables.why)
  const vpcName = known(vpc)?.name ?? 'The VPC'
  const custom = routeTables.value.filter((table) => table.default === false)
  if (custom.length === 0) return passed(`${vpcName} has its default route table only.`)
  if ('why' in subnets) return unknown(subnets.why)
  const found = onCustomTables(custom, subnets.value, [...local_subnets, ...local_subnets_v6])
  const fixes = [
    {
      text: 'Associate these subnets with the default route table, or add the peer subnets to their own by hand, with the VPN gateway as the next hop.',
    },
    { text: `Leave them out of the local subnets of ${name}.`, at: atGateway(gateway.value) },
  ]
  if (found.length > 0) {
    const names = wordList([...new Set(found.map(({ subnet }) => nameOf(subnet)))])
    return failed(
      `${names} sends by a route table of its own. VPN routes go into the default table of a VPC only, so nothing of it enters the tunnel.`,
      {
        details: found.map(({ subnet, table }) => `${nameOf(subnet)} (${subnet.cidr ?? '?'}) uses ${nameOf(table)}`),
        fixes,
      },
    )
  }
  const silent = custom.filter((table) => table.subnets === undefined)
  if (silent.length > 0) {
    return note(
      `${vpcName} has ${countWords(silent.length, 'route table')} of its own (${silent.map(nameOf).join(', ')}), and the cloud does not tell which subnets use ${silent.length === 1 ? 'it' : 'them'}. VPN routes go into the default table only.`,
      { fixes },
    )
  }
  return passed(
    `${vpcName} has ${countWords(custom.length, 'route table')} of its own, but no local subnet uses ${custom.length === 1 ? 'it' : 'them'}.`,
  )
}

/** Whether the gateway’s route table leads through this connection. */
export const routesPresent: Check = ({ connection, routes, gateway }) => {
  const { passed, failed, note, unknown } = checkOf('routes', 'Routes lead through the tunnel')
  if ('why' in routes) return unknown(routes.why)
  const here = known(gateway)
  const own = routes.value.filter(({ nexthop_resource }) => nexthop_resource?.id === connection.id)
  const details = own.slice(0, 20).map(({ destination, nexthop }) => `${destination} by ${nexthop ?? '?'}`)
  const wanted = connection.style === 'BGP' ? [] : farBlocks(connection)
  const missing = wanted.filter((block) => !own.some(({ destination }) => destination === block))
  if (connection.status !== 'ACTIVE') {
    return own.length === 0
      ? unknown('No route leads through the tunnel: they come when it is connected.')
      : note(`${countWords(own.length, 'route')} still lead through the tunnel although it is not connected.`, {
          details,
        })
  }
  if (own.length === 0) {
    return failed(`${connection.name} is connected, but no route of ${here?.name ?? 'the gateway'} leads through it.`, {
      fixes: [
        connection.style === 'BGP'
          ? { text: 'Let the device announce its networks over BGP.' }
          : { text: 'Wait a minute and examine again; if there are still none, reset the connection.' },
      ],
    })
  }
  if (missing.length > 0) {
    return failed(`No route leads to ${missing.join(', ')} through ${connection.name}.`, {
      details,
      fixes: [
        {
          text: 'See which route carries it instead, in the route table of the gateway.',
          ...(here && { at: atGateway(here) }),
        },
      ],
    })
  }
  return passed(`${countWords(own.length, 'route')} through ${connection.name}.`, { details })
}
