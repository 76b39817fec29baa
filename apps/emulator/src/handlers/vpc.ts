import { notFound } from '../refusal.ts'
import type { Handlers } from './handler.ts'
import { pageById } from './paging.ts'

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
    const vpcOfSubnet = subnet_id ? project.neighbours.subnets.get(subnet_id)?.vpc_id : undefined
    const all = [...project.neighbours.routeTables.values()].filter(
      (table) =>
        (!id || table.id === id) &&
        (!vpc_id || table.vpc_id === vpc_id) &&
        (!subnet_id || (table.vpc_id === vpcOfSubnet && table.default === true)),
    )
    // The list names the tables only; the routes are in the single call.
    return {
      routetables: pageById(all, query).map(({ id, name, default: isDefault, vpc_id }) => ({
        id,
        name,
        default: isDefault,
        vpc_id,
      })),
    }
  },

  showRouteTable: ({ project, params }) => {
    const routetable = project.neighbours.routeTables.get(params.routetable_id)
    if (!routetable) throw notFound()
    return { routetable }
  },
} satisfies Partial<Handlers>
