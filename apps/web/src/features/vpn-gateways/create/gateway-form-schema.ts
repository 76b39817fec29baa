import {
  blockHolds,
  freeAddressProblems,
  gatewayCreateProblems,
  isIpv4,
  vpnGatewayCreate,
  type ApiError,
  type ExtendedAvailabilityZone,
  type Subnet,
} from '@vpn-console/api-client'
import type { FieldPath } from 'react-hook-form'
import * as z from 'zod'
import { toCreateBody, type EipFormValues, type GatewayFormValues } from './gateway-form.ts'

type Field = FieldPath<GatewayFormValues>

/** What is known of the account when the form is checked. */
export type GatewayFacts = {
  zones: readonly ExtendedAvailabilityZone[] | undefined
  /** Of all VPCs whose subnets have been looked at. */
  subnets: readonly Subnet[]
}

const fields: Record<string, Field> = {
  name: 'name',
  network_type: 'networkType',
  attachment_type: 'attachmentType',
  ip_version: 'ipVersion',
  er_id: 'erId',
  vpc_id: 'vpcId',
  local_subnets: 'localSubnets',
  local_subnets_v6: 'localSubnets',
  connect_subnet: 'connectSubnetId',
  bgp_asn: 'bgpAsn',
  flavor: 'flavor',
  enterprise_project_id: 'enterpriseProjectId',
  access_vpc_id: 'accessVpcId',
  access_subnet_id: 'accessSubnetId',
  ha_mode: 'haMode',
  access_private_ip_1: 'privateIp1',
  access_private_ip_2: 'privateIp2',
  tags: 'tags',
}

const eipFields: Record<string, keyof EipFormValues> = {
  id: 'eipId',
  type: 'type',
  charge_mode: 'chargeMode',
  bandwidth_size: 'bandwidthSize',
  bandwidth_name: 'bandwidthName',
  bandwidth_id: 'bandwidthId',
}

/** The field of the form that a path in the request (`eip1.bandwidth_size`) was made from. */
export const fieldOf = (path: string): Field | undefined => {
  const [head = '', part = '', detail = ''] = path.split('.')
  if (head === 'eip1' || head === 'eip2') return `${head}.${eipFields[part] ?? 'source'}`
  if (head === 'tags' && part !== '') return `tags.${Number(part)}.${detail === 'value' ? 'value' : 'key'}`
  // A block that is none was typed: those that were picked are the cloud's own.
  if (head.startsWith('local_subnets') && part !== '') return 'otherSubnets'
  return fields[head]
}

type Finding = { field: Field; message: string }

/** Choices that are missing: the request's schema would only say that an empty text is no id. */
const missingChoices = (values: GatewayFormValues): Finding[] => {
  const findings: Finding[] = []
  const demand = (field: Field, value: string, message: string) => {
    if (value === '') findings.push({ field, message })
  }
  if (values.attachmentType === 'er') demand('erId', values.erId, 'Choose the enterprise router.')
  const isPrivateOnRouter = values.attachmentType === 'er' && values.networkType === 'private'
  if (isPrivateOnRouter && !values.hasOwnAccess) {
    const message = 'A private gateway on an enterprise router takes its addresses from an access subnet: name one.'
    findings.push({ field: 'hasOwnAccess', message })
  }
  if (values.hasOwnAccess) {
    demand('accessVpcId', values.accessVpcId, 'Choose the access VPC.')
    demand('accessSubnetId', values.accessSubnetId, 'Choose the access subnet.')
  }
  if (values.networkType === 'private') return findings
  for (const name of ['eip1', 'eip2'] as const) {
    const eip = values[name]
    if (eip.source === 'existing') demand(`${name}.eipId`, eip.eipId, 'Choose an EIP.')
    else if (eip.bandwidth === 'shared') demand(`${name}.bandwidthId`, eip.bandwidthId, 'Choose the shared bandwidth.')
  }
  return findings
}

const strayAddresses = (values: GatewayFormValues, subnets: readonly Subnet[]): Finding[] => {
  if (values.networkType === 'public' || values.privateAddresses === 'automatic') return []
  const id = (values.hasOwnAccess && values.accessSubnetId) || values.connectSubnetId
  const subnet = subnets.find((one) => one.id === id)
  const cidr = subnet?.cidr
  if (cidr === undefined) return []
  return (['privateIp1', 'privateIp2'] as const).flatMap((field) => {
    const address = values[field].trim()
    if (!isIpv4(address)) return []
    const where = `${subnet?.name ?? id} (${cidr})`
    if (!blockHolds(cidr, address)) return [{ field, message: `${address} is not in ${where}.` }]
    return address === subnet?.gateway_ip ? [{ field, message: `${address} is the gateway address of ${where}.` }] : []
  })
}

/** Where something wrong with the zones is shown: at the last one chosen, or where none can be, at the specification. */
const zoneField = ({ zones }: GatewayFormValues): Field =>
  zones.length === 0 ? 'flavor' : zones.length === 1 ? 'zones.0' : 'zones.1'

const documented = (values: GatewayFormValues, facts: GatewayFacts): Finding[] => {
  const request = toCreateBody(values).vpn_gateway
  const rules = [...gatewayCreateProblems(request, facts.zones), ...freeAddressProblems(request, facts.subnets)]
  const issues = vpnGatewayCreate.safeParse(request).error?.issues ?? []
  const described = issues.map(({ path, message }) => {
    const [head, index] = path
    const blocks = head === 'local_subnets' || head === 'local_subnets_v6' ? request[head] : undefined
    const block = typeof index === 'number' ? blocks?.[index] : undefined
    return { path: path.join('.'), message: block === undefined ? message : `${block}: ${message}` }
  })
  return [...rules, ...described].flatMap(({ path, message }) => {
    const field = path.startsWith('availability_zone_ids') ? zoneField(values) : fieldOf(path)
    return field ? [{ field, message }] : []
  })
}

/** Everything wrong with the form, one message for each field, in words for the person who filled it in. */
export const gatewayFindings = (values: GatewayFormValues, facts: GatewayFacts): Finding[] => {
  const first = new Map<Field, Finding>()
  const all = [...missingChoices(values), ...documented(values, facts), ...strayAddresses(values, facts.subnets)]
  for (const finding of all) if (!first.has(finding.field)) first.set(finding.field, finding)
  return [...first.values()]
}

/** The form's schema; the facts are read when it is checked, since they come while it is filled in. */
export const gatewayFormSchema = (factsOf: (values: GatewayFormValues) => GatewayFacts) =>
  z.custom<GatewayFormValues>().superRefine((values, context) => {
    for (const { field, message } of gatewayFindings(values, factsOf(values))) {
      context.addIssue({ code: 'custom', path: field.split('.'), message })
    }
  })

const fieldsByCode: Record<string, Field> = {
  'VPN.0514': 'zones.0',
  'VPN.0515': 'zones.1',
  'VPN.0550': 'eip1.bandwidthSize',
  'VPN.0556': 'eip1.type',
  'VPN.0557': 'eip1.type',
}

/** Fields whose ids the cloud names when it refuses them, the more particular ones first. */
const named: ((values: GatewayFormValues) => [Field, string])[] = [
  (values) => ['accessSubnetId', values.hasOwnAccess ? values.accessSubnetId : ''],
  (values) => ['connectSubnetId', values.connectSubnetId],
  (values) => ['eip1.eipId', values.eip1.eipId],
  (values) => ['eip2.eipId', values.eip2.eipId],
  (values) => ['eip1.bandwidthId', values.eip1.bandwidthId],
  (values) => ['eip2.bandwidthId', values.eip2.bandwidthId],
  (values) => ['privateIp1', values.privateIp1.trim()],
  (values) => ['privateIp2', values.privateIp2.trim()],
  (values) => ['erId', values.erId],
  (values) => ['accessVpcId', values.hasOwnAccess ? values.accessVpcId : ''],
  (values) => ['vpcId', values.vpcId],
]

/** The field that a refusal of the cloud belongs to: by the path or the id it names, or by its code. */
export const fieldOfRefusal = (error: ApiError, values: GatewayFormValues): Field | undefined => {
  const [path] = Object.keys(error.fields ?? {})
  if (path !== undefined) return fieldOf(path.replace(/^vpn_gateway\./, ''))
  const found = named.map((read) => read(values)).find(([, id]) => id !== '' && error.message.includes(id))
  return found?.[0] ?? fieldsByCode[error.code]
}
