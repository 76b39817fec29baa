import type { Bandwidth, Publicip } from '@vpn-console/api-client'
import { unbindEip } from '../eips.ts'
import type { BandwidthRecord, EipRecord } from '../neighbours.ts'
import type { Project } from '../project-state.ts'
import { invalid, notFound } from '../refusal.ts'
import type { Handlers } from './handler.ts'
import { pageById, pageByOffset } from './paging.ts'

const border = 'center'

const bandwidthView = ({
  id,
  name,
  size,
  share_type,
  charge_mode,
  enterprise_project_id,
}: BandwidthRecord): Bandwidth => ({
  id,
  name,
  size,
  share_type,
  charge_mode,
  bandwidth_type: share_type === 'WHOLE' ? 'share' : 'bgp',
  enterprise_project_id,
  public_border_group: border,
})

const publicipView = (project: Project, eip: EipRecord): Publicip => {
  const bandwidth = project.neighbours.bandwidths.get(eip.bandwidth_id)
  return {
    id: eip.id,
    alias: eip.alias,
    status: eip.status,
    type: eip.type,
    public_ip_address: eip.public_ip_address,
    ip_version: 4,
    ...(eip.bound_to ? { port_id: eip.bound_to.id } : {}),
    bandwidth_id: eip.bandwidth_id,
    bandwidth_name: bandwidth?.name,
    bandwidth_size: bandwidth?.size,
    bandwidth_share_type: bandwidth?.share_type,
    enterprise_project_id: eip.enterprise_project_id,
    public_border_group: border,
  }
}

const publicipV3View = (project: Project, eip: EipRecord) => {
  const bandwidth = project.neighbours.bandwidths.get(eip.bandwidth_id)
  return {
    id: eip.id,
    alias: eip.alias,
    public_ip_address: eip.public_ip_address,
    status: eip.status,
    type: 'EIP',
    publicip_pool_name: eip.type,
    associate_instance_type: eip.bound_to?.type ?? null,
    associate_instance_id: eip.bound_to?.id ?? null,
    bandwidth: bandwidth && {
      id: bandwidth.id,
      name: bandwidth.name,
      size: bandwidth.size,
      share_type: bandwidth.share_type,
      charge_mode: bandwidth.charge_mode,
    },
    billing_info: eip.billing_info ?? null,
    enterprise_project_id: eip.enterprise_project_id,
    public_border_group: border,
  }
}

const isAmong = (values: readonly unknown[] | undefined, value: unknown) =>
  values === undefined || values.length === 0 || values.includes(value)

export const eip = {
  listPublicips: ({ project, query }) => {
    const { id, public_ip_address, enterprise_project_id: among, port_id, ip_version } = query
    const all = [...project.neighbours.eips.values()].filter(
      (one) =>
        isAmong(id, one.id) &&
        isAmong(public_ip_address, one.public_ip_address) &&
        isAmong(port_id, one.bound_to?.id) &&
        (!among || among === 'all_granted_eps' || one.enterprise_project_id === among) &&
        ip_version !== 6,
    )
    return { publicips: pageById(all, query).map((one) => publicipView(project, one)) }
  },

  listPublicipsV3: ({ project, query }) => {
    const { limit = 2000, marker, offset } = query
    const all = [...project.neighbours.eips.values()].filter((one) => {
      const bandwidth = project.neighbours.bandwidths.get(one.bandwidth_id)
      return (
        isAmong(query.id, one.id) &&
        isAmong(query.status, one.status) &&
        isAmong(query.alias, one.alias) &&
        isAmong(query.public_ip_address, one.public_ip_address) &&
        one.public_ip_address.includes(query.public_ip_address_like ?? '') &&
        isAmong(query.publicip_pool_name, one.type) &&
        isAmong(query.enterprise_project_id, one.enterprise_project_id) &&
        isAmong(query['bandwidth.id'], one.bandwidth_id) &&
        isAmong(query['bandwidth.share_type'], bandwidth?.share_type) &&
        isAmong(query['bandwidth.charge_mode'], bandwidth?.charge_mode) &&
        isAmong(query.associate_instance_type, one.bound_to?.type) &&
        isAmong(query.associate_instance_id, one.bound_to?.id)
      )
    })
    const page = marker ? pageById(all, { limit, marker }) : pageByOffset(all, { limit, offset }, 2000)
    const last = page.at(-1)
    const next = last && all.at(-1) !== last ? { next_marker: last.id } : {}
    return {
      publicips: page.map((one) => publicipV3View(project, one)),
      page_info: { ...next, current_count: page.length },
      total_count: all.length,
    }
  },

  updatePublicip: ({ project, params, body }) => {
    const found = project.neighbours.eips.get(params.publicip_id)
    if (!found) throw notFound()
    const { port_id, ip_version, alias } = body.publicip
    if (port_id) throw invalid('binding an EIP to a port is not part of this emulator')
    if (alias !== undefined) found.alias = alias
    // Without a port the EIP is unbound, unless the call was about something else.
    if (port_id === '' || (alias === undefined && ip_version === undefined)) unbindEip(project, found)
    return { publicip: publicipView(project, found) }
  },

  listCommonPools: ({ query }) => {
    const pools = ['5_bgp', '5_sbgp', '5_youxuanbgp'].map((name) => ({
      name,
      type: name.replace('5_', ''),
      status: 'available',
      public_border_group: border,
    }))
    return {
      common_pools: pageByOffset(
        pools.filter(({ name }) => !query.name || name === query.name),
        query,
      ),
    }
  },

  listBandwidths: ({ project, query }) => {
    const { share_type, enterprise_project_id: among } = query
    const all = [...project.neighbours.bandwidths.values()].filter(
      (one) =>
        (!share_type || one.share_type === share_type) &&
        (!among || among === 'all_granted_eps' || one.enterprise_project_id === among),
    )
    return { bandwidths: pageById(all, query).map(bandwidthView) }
  },
} satisfies Partial<Handlers>
