import {
  customerGatewayCreateProblems,
  type CustomerGateway,
  type CustomerGatewayCreate,
} from '@vpn-console/api-client'
import { caCertificateOf } from '../certificates.ts'
import { timeText, type CustomerGatewayRecord, type Project } from '../project-state.ts'
import { invalid, notFound, refuseProblems } from '../refusal.ts'
import type { Handlers } from './handler.ts'
import { pageByTime } from './paging.ts'

const mostCustomerGateways = 200

const find = (project: Project, id: string): CustomerGatewayRecord => {
  const found = project.customerGateways.get(id)
  if (!found) throw notFound()
  return found
}

const shown = (record: CustomerGatewayRecord): CustomerGateway => {
  const { id, name, id_type, id_value, bgp_asn, ca_certificate, created_at, updated_at, tags } = record
  const times = { created_at: timeText(created_at), updated_at: timeText(updated_at) }
  return { id, name, id_type, id_value, bgp_asn, ca_certificate, ...times, tags }
}

/** The certificate that a request gives: its text, or the id of one that is there already. */
const certificateOf = (project: Project, given: CustomerGatewayCreate['ca_certificate']) => {
  if (given?.content !== undefined) return caCertificateOf(given.content, given.id ?? project.random.uuid())
  if (given?.id === undefined) return undefined
  const known = [...project.customerGateways.values()].find(({ ca_certificate }) => ca_certificate?.id === given.id)
  if (!known) throw invalid(`CA certificate ${given.id} is not found`)
  return known.ca_certificate
}

/** Puts a customer gateway into the project; the request has been checked. */
export const addCustomerGateway = (
  project: Project,
  body: CustomerGatewayCreate,
  given: { id?: string; at: number },
): CustomerGatewayRecord => {
  const ca_certificate = certificateOf(project, body.ca_certificate)
  const at = project.stamp(given.at)
  const record: CustomerGatewayRecord = {
    id: given.id ?? project.random.uuid(),
    name: body.name ?? `cgw-${project.random.hex(4)}`,
    id_type: body.id_type ?? 'ip',
    id_value: body.id_value,
    bgp_asn: body.bgp_asn,
    ca_certificate,
    tags: body.tags ?? [],
    created_at: at,
    updated_at: at,
  }
  project.customerGateways.set(record.id, record)
  return record
}

export const customerGateways = {
  createCgw: ({ project, body }) => {
    refuseProblems(customerGatewayCreateProblems(body.customer_gateway))
    if (project.customerGateways.size >= project.quotas.customer_gateway) {
      throw invalid('the quota of customer gateways is used up')
    }
    return { customer_gateway: shown(addCustomerGateway(project, body.customer_gateway, { at: project.clock.now() })) }
  },

  showCgw: ({ project, params }) => ({ customer_gateway: shown(find(project, params.customer_gateway_id)) }),

  listCgws: ({ project, query }) => {
    const { cgw_id } = query
    const all = [...project.customerGateways.values()].filter(({ id }) => !cgw_id || id === cgw_id)
    const { items, total_count, page_info } = pageByTime(all, query, mostCustomerGateways)
    return { customer_gateways: items.map(shown), total_count, page_info }
  },

  updateCgw: ({ project, params, body }) => {
    const record = find(project, params.customer_gateway_id)
    const { name, ca_certificate } = body.customer_gateway
    if (ca_certificate && record.ca_certificate?.is_updatable === false) {
      throw invalid('the CA certificate of this customer gateway cannot be changed')
    }
    const certificate = certificateOf(project, ca_certificate)
    if (name !== undefined) record.name = name
    if (certificate) record.ca_certificate = certificate
    record.updated_at = project.clock.now()
    return { customer_gateway: shown(record) }
  },

  deleteCgw: ({ project, params }) => {
    const { id } = find(project, params.customer_gateway_id)
    const isUsed = [...project.connections.values()].some(({ cgw_id }) => cgw_id === id)
    if (isUsed) throw invalid(`customer gateway ${id} has connection`)
    project.customerGateways.delete(id)
    return undefined
  },
} satisfies Partial<Handlers>
