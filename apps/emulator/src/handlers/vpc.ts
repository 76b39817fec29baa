import type { RouteTableRecord } from '../neighbours.ts'
import { notFound } from '../refusal.ts'
import { vpnRoutes } from '../vpc-routes.ts'
import type { Handlers } from './handler.ts'
import { pageById } from './paging.ts'

const shownTable = ({ id, name, default: isDefault, vpc_id, subnets }: RouteTableRecord) => ({
  id,
  name,
  default: isDefault,
  vpc_id,
  subnets: subnets.map((subnet) => ({ id: subnet })),
})

export const vpc = {
  listVpcs: ({ project, query }) => {
    const { id, enterprise_project_id: among } = query
    const all = [...project.neighbours.vpcs.values()].filter(
      (one) => (!id || one.id === id) && (!among || among === 'all_granted_eps' || one.enterprise_project_id === among),
    )
    return { vpcs: pageById(all, query).map((one) => ({ ...one, routes: [] })) }
  },

  listSubnets: ({ project, query }) => {
    const all = [...project.neighbours.subnets.values()].filter(
      ({ vpc_id }) => !query.vpc_id || vpc_id === query.vpc_id,
    )
    return { subnets: pageById(all, query) }
  },

  listRouteTables: ({ project, query }) => {
    const { id, vpc_id, subnet_id } = query
    const all = [...project.neighbours.routeTables.values()].filter(
      (table) =>
        (!id || table.id === id) &&
        (!vpc_id || table.vpc_id === vpc_id) &&
        (!subnet_id || table.subnets.includes(subnet_id)),
    )
    // The list names the tables only; the routes are in the single call.
    return { routetables: pageById(all, query).map(shownTable) }
  },

  showRouteTable: ({ project, params }) => {
    const table = project.neighbours.routeTables.get(params.routetable_id)
    if (!table) throw notFound()
    const routes = [...(table.routes ?? []), ...(table.default === true ? vpnRoutes(project, table.vpc_id) : [])]
    return { routetable: { ...shownTable(table), routes } }
  },
} satisfies Partial<Handlers>
