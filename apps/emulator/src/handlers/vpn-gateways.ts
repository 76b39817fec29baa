import {
  gatewayCreateProblems,
  gatewayRefuses,
  gatewayUpdateProblems,
  isSettling,
  specificationProblems,
  type GatewayAction,
} from '@vpn-console/api-client'
import { zoneMatrix, zonesBySize } from '../estates/zones.ts'
import { bindEip } from '../eips.ts'
import { checkWorld, freeEip } from '../gateway-checks.ts'
import { createdGateway, shownGateway, updatedGateway } from '../gateway-views.ts'
import { addGateway, buildLater, removeLater, settleUpdateLater } from '../gateways.ts'
import type { Gateway, Project } from '../project-state.ts'
import { invalid, notFound, notReady, Refusal, refuseProblems } from '../refusal.ts'
import { routeKey, routesOf } from '../routing-table.ts'
import type { Handlers } from './handler.ts'

export const findGateway = (project: Project, id: string): Gateway => {
  const gateway = project.gateways.get(id)
  if (!gateway) throw notFound()
  return gateway
}

/** Refuses what the gateway's state does not allow, as `resource (type=GATEWAY, ...) is not ready`. */
export const checkGatewayAllows = (project: Project, action: GatewayAction, gateway: Gateway): void => {
  const reason = gatewayRefuses(action, shownGateway(project, gateway))
  if (reason === undefined) return
  const { id, status } = gateway
  if (isSettling(status) || status === 'PENDING_UPGRADE_CONFIRM') throw notReady('GATEWAY', id, status)
  throw invalid(reason)
}

const encodeMarker = (key: string) => Buffer.from(key).toString('base64url')
const decodeMarker = (marker: string) => Buffer.from(marker, 'base64url').toString()

const checkEipChange = (project: Project, gateway: Gateway, slot: 0 | 1, id: string | undefined) => {
  if (id === undefined || gateway.eips[slot] === id) return
  if (gateway.eips[slot] !== undefined) throw new Refusal('VPN.0512')
  freeEip(project, id)
}

export const vpnGateways = {
  createVgw: ({ project, body }) => {
    const wanted = body.vpn_gateway
    refuseProblems(gatewayCreateProblems(wanted, zoneMatrix))
    checkWorld(project, wanted)
    const gateway = addGateway(project, wanted, { at: project.clock.now() })
    buildLater(project, gateway)
    return { vpn_gateway: createdGateway(project, gateway) }
  },

  showVgw: ({ project, params }) => ({
    vpn_gateway: shownGateway(project, findGateway(project, params.vgw_id)),
  }),

  listVgws: ({ project, query }) => {
    const { enterprise_project_id: among, vgw_id } = query
    const found = [...project.gateways.values()].filter(
      (gateway) =>
        (!among || among.length === 0 || among.includes(gateway.enterprise_project_id)) &&
        (!vgw_id || gateway.id === vgw_id),
    )
    const newestFirst = found.toSorted((a, b) => b.created_at - a.created_at)
    return { vpn_gateways: newestFirst.map((gateway) => shownGateway(project, gateway)) }
  },

  updateVgw: ({ project, params, body }) => {
    const gateway = findGateway(project, params.vgw_id)
    const { eip_id_1, eip_id_2, policy_template, ...plain } = body.vpn_gateway
    checkGatewayAllows(project, 'update', gateway)
    refuseProblems(gatewayUpdateProblems(body.vpn_gateway, shownGateway(project, gateway)))
    checkEipChange(project, gateway, 0, eip_id_1)
    checkEipChange(project, gateway, 1, eip_id_2)

    Object.assign(gateway, plain)
    if (eip_id_1 !== undefined) bindEip(project, gateway, 0, eip_id_1)
    if (eip_id_2 !== undefined) bindEip(project, gateway, 1, eip_id_2)
    if (policy_template) {
      const { ike_policy, ipsec_policy } = gateway.policy_template ?? {}
      gateway.policy_template = {
        ike_policy: { ...ike_policy, ...policy_template.ike_policy },
        ipsec_policy: { ...ipsec_policy, ...policy_template.ipsec_policy },
      }
    }
    settleUpdateLater(project, gateway)
    return { vpn_gateway: updatedGateway(project, gateway) }
  },

  updatePostpaidVgwSpecification: ({ project, params, body }) => {
    const gateway = findGateway(project, params.vgw_id)
    const { flavor } = body.vpn_gateway
    checkGatewayAllows(project, 'changeSpecification', gateway)
    refuseProblems(specificationProblems(flavor, shownGateway(project, gateway)))
    gateway.flavor = flavor
    settleUpdateLater(project, gateway)
    return { vpn_gateway: updatedGateway(project, gateway) }
  },

  deleteVgw: ({ project, params }) => {
    const gateway = findGateway(project, params.vgw_id)
    // A second delete finds nothing, also while the first is still at work.
    if (gateway.status === 'PENDING_DELETE') throw notFound()
    checkGatewayAllows(project, 'delete', gateway)
    const yearly = gateway.eips.find((id) => project.neighbours.eips.get(id ?? '')?.billing_info !== undefined)
    if (yearly !== undefined) throw invalid(`EIP ${yearly} is billed yearly/monthly, unbind it first`)
    removeLater(project, gateway)
    return undefined
  },

  listAvailabilityZones: () => ({ availability_zones: zonesBySize }),

  listExtendedAvailabilityZones: () => ({ availability_zones: zoneMatrix }),

  showVpnGatewayRoutingTable: ({ project, params, query }) => {
    const { limit, marker, offset = 0, is_include_nexthop_resource = true } = query
    const all = routesOf(project, findGateway(project, params.vgw_id), project.clock.now())
    const after = marker ? decodeMarker(marker) : ''
    const rest = all.filter((route) => routeKey(route) > after).slice(offset)
    const page = rest.slice(0, limit ?? rest.length)
    const last = page.at(-1)
    const next = last && rest.length > page.length ? { next_marker: encodeMarker(routeKey(last)) } : {}
    return {
      routing_table: page.map(({ nexthop_resource, ...route }) =>
        is_include_nexthop_resource ? { ...route, nexthop_resource } : route,
      ),
      total_count: all.length,
      page_info: { ...next, current_count: page.length },
    }
  },
} satisfies Partial<Handlers>
