import { connectionsOf, type Project } from './project-state.ts'

/** What the gateways of a VPC write into its default route table, and into no other. */
export const vpnRoutes = (project: Project, vpcId: string | undefined) => {
  const gateways = [...project.gateways.values()].filter(
    ({ attachment_type, vpc_id, isBuilt }) => attachment_type === 'vpc' && isBuilt && vpc_id === vpcId,
  )
  return gateways.flatMap((gateway) => {
    const destinations = connectionsOf(project, gateway.id).flatMap((connection) =>
      connection.style === 'POLICY'
        ? connection.policy_rules.flatMap(({ destination = [] }) => destination)
        : (connection.peer_subnets ?? []),
    )
    return [...new Set(destinations)].map((destination) => ({ type: 'vpn', destination, nexthop: gateway.id }))
  })
}

/** Where the default route table of a VPC leads. */
export const defaultDestinations = (project: Project, vpcId: string): string[] => {
  const tables = [...project.neighbours.routeTables.values()]
  const own = tables.find((table) => table.default === true && table.vpc_id === vpcId)?.routes ?? []
  return [...own, ...vpnRoutes(project, vpcId)].flatMap(({ destination }) => destination ?? [])
}
