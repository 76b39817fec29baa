import {
  freeAddressProblems,
  mostP2cConnections,
  p2cGatewayCreateProblems,
  p2cVpnGatewayCreate,
  type ApiError,
  type Subnet,
} from '@vpn-console/api-client'
import type { FieldPath } from 'react-hook-form'
import * as z from 'zod'
import { numberOf, toCreateBody, type P2cEipValues, type P2cGatewayValues } from './p2c-form.ts'

type Field = FieldPath<P2cGatewayValues>

/** What is known of the account when the form is checked. */
export type P2cFacts = {
  /** Undefined while, or where, they cannot be read. */
  zones: readonly string[] | undefined
  /** Of all VPCs whose subnets have been looked at. */
  subnets: readonly Subnet[]
}

const fields: Record<string, Field> = {
  name: 'name',
  vpc_id: 'vpcId',
  connect_subnet: 'connectSubnetId',
  max_connection_number: 'connections',
  enterprise_project_id: 'enterpriseProjectId',
  eip: 'eip.source',
  tags: 'tags',
}

const eipFields: Record<string, keyof P2cEipValues> = {
  id: 'eipId',
  type: 'type',
  charge_mode: 'chargeMode',
  bandwidth_size: 'bandwidthSize',
  bandwidth_name: 'bandwidthName',
}

/** The field of the form that a path in the request (`eip.bandwidth_size`) was made from. */
export const fieldOf = (path: string, { zones }: Pick<P2cGatewayValues, 'zones'>): Field | undefined => {
  const [head = '', part = '', detail = ''] = path.split('.')
  if (head === 'eip' && part !== '') return `eip.${eipFields[part] ?? 'source'}`
  if (head === 'tags' && part !== '') return `tags.${Number(part)}.${detail === 'value' ? 'value' : 'key'}`
  if (head === 'availability_zone_ids') return zones.length === 2 ? 'zones.1' : 'zones.0'
  return fields[head]
}

type Finding = { field: Field; message: string }

/** Choices that are missing: the request's schema would only say that an empty text is no id. */
const missingChoices = ({ vpcId, connectSubnetId, eip }: P2cGatewayValues): Finding[] => [
  ...(vpcId === '' ? [{ field: 'vpcId' as const, message: 'Choose the VPC.' }] : []),
  ...(connectSubnetId === ''
    ? [{ field: 'connectSubnetId' as const, message: 'Choose the interconnection subnet.' }]
    : []),
  ...(eip.source === 'existing' && eip.eipId === ''
    ? [{ field: 'eip.eipId' as const, message: 'Choose an EIP.' }]
    : []),
]

/** What is wrong with the number of connections, said so that it is clear what to do. */
export const connectionsProblem = (typed: string): string | undefined => {
  const number = numberOf(typed)
  if (Number.isNaN(number)) return `Enter a whole number from 1 to ${mostP2cConnections}.`
  if (number > mostP2cConnections) {
    return `A gateway takes ${mostP2cConnections} connections at most. For ${number} clients at once, build ${Math.ceil(number / mostP2cConnections)} gateways.`
  }
  return number < 1 ? 'Enter 1 at least: a gateway for nobody cannot be built.' : undefined
}

/** Everything wrong with the form, one message for each field, in words for the person who filled it in. */
export const p2cFindings = (values: P2cGatewayValues, { zones, subnets }: P2cFacts): Finding[] => {
  const request = toCreateBody(values).p2c_vpn_gateway
  const connections = connectionsProblem(values.connections)
  const problems = [
    // What is offered is not known: the cloud itself looks at what was chosen.
    ...p2cGatewayCreateProblems(request, zones ?? request.availability_zone_ids ?? []),
    ...freeAddressProblems({ connect_subnet: values.connectSubnetId }, subnets),
    ...(p2cVpnGatewayCreate.safeParse(request).error?.issues ?? []).map(({ path, message }) => ({
      path: path.join('.'),
      message,
    })),
  ]
  const all: Finding[] = [
    ...missingChoices(values),
    ...(connections === undefined ? [] : [{ field: 'connections' as const, message: connections }]),
    ...problems.flatMap(({ path, message }) => {
      const field = fieldOf(path, values)
      return field ? [{ field, message }] : []
    }),
  ]
  const first = new Map<Field, Finding>()
  for (const finding of all) if (!first.has(finding.field)) first.set(finding.field, finding)
  return [...first.values()]
}

/** The form's schema; the facts are read when it is checked, since they come while it is filled in. */
export const p2cFormSchema = (factsOf: (values: P2cGatewayValues) => P2cFacts) =>
  z.custom<P2cGatewayValues>().superRefine((values, context) => {
    for (const { field, message } of p2cFindings(values, factsOf(values))) {
      context.addIssue({ code: 'custom', path: field.split('.'), message })
    }
  })

const fieldsByCode: Record<string, Field> = {
  'VPN.0500': 'vpcId',
  'VPN.0501': 'connectSubnetId',
  'VPN.0502': 'connectSubnetId',
  'VPN.0503': 'connectSubnetId',
  'VPN.0514': 'zones.0',
  'VPN.0515': 'zones.1',
  'VPN.0550': 'eip.eipId',
  'VPN.0553': 'eip.eipId',
  'VPN.0554': 'eip.eipId',
  'VPN.0556': 'eip.type',
  'VPN.0558': 'eip.bandwidthSize',
}

/** The field that a refusal of the cloud belongs to: by the path it names, or by its code. */
export const fieldOfRefusal = (error: ApiError, values: P2cGatewayValues): Field | undefined => {
  const [path] = Object.keys(error.fields ?? {})
  return path === undefined ? fieldsByCode[error.code] : fieldOf(path.replace(/^p2c_vpn_gateway\./, ''), values)
}
