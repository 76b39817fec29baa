import {
  gatewayUpdateProblems,
  vpnGatewayUpdate,
  type ApiError,
  type Subnet,
  type VpnGateway,
  type VpnGatewayUpdate,
} from '@vpn-console/api-client'
import * as z from 'zod'
import type { Change } from '../../../ui/ChangeList.tsx'
import { allLocalSubnets } from '../create/gateway-form.ts'
import { fieldOf } from '../create/gateway-form-schema.ts'

export type GatewayEditValues = {
  name: string
  localSubnets: string[]
  otherSubnets: string
}

type EditField = keyof GatewayEditValues

const subnetsField = (gateway: VpnGateway) => (gateway.ip_version === 'ipv6' ? 'local_subnets_v6' : 'local_subnets')

/** Whether the gateway has local subnets at all: on an enterprise router the router knows them. */
export const hasLocalSubnets = (gateway: VpnGateway): boolean => gateway.attachment_type === 'vpc'

/** The form of a gateway; its blocks that are subnets of the VPC are shown as picked, the rest as typed. */
export const editValuesOf = (gateway: VpnGateway, subnets: readonly Subnet[]): GatewayEditValues => {
  const known = new Set(subnets.flatMap(({ cidr, cidr_v6 }) => [cidr, cidr_v6]))
  const blocks = gateway[subnetsField(gateway)] ?? []
  return {
    name: gateway.name,
    localSubnets: blocks.filter((block) => known.has(block)),
    otherSubnets: blocks.filter((block) => !known.has(block)).join('\n'),
  }
}

const isSameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value) => b.includes(value))

/** What is to be changed, and nothing else. */
export const toUpdateBody = (values: GatewayEditValues, gateway: VpnGateway): { vpn_gateway: VpnGatewayUpdate } => {
  const name = values.name.trim()
  const field = subnetsField(gateway)
  const blocks = allLocalSubnets(values)
  const areBlocksChanged = hasLocalSubnets(gateway) && !isSameSet(blocks, gateway[field] ?? [])
  return {
    vpn_gateway: { ...(name !== gateway.name && { name }), ...(areBlocksChanged && { [field]: blocks }) },
  }
}

/** The change in words, for the person who is about to send it. */
export const gatewayChanges = (values: GatewayEditValues, gateway: VpnGateway): Change[] => {
  const { vpn_gateway: update } = toUpdateBody(values, gateway)
  const field = subnetsField(gateway)
  const before = gateway[field] ?? []
  const after = update[field]
  const name = { label: 'Name', removed: [gateway.name], added: [update.name ?? ''], kept: 0 }
  return [
    ...(update.name === undefined ? [] : [name]),
    ...(after === undefined
      ? []
      : [
          {
            label: 'Local subnets',
            removed: before.filter((block) => !after.includes(block)),
            added: after.filter((block) => !before.includes(block)),
            kept: before.filter((block) => after.includes(block)).length,
          },
        ]),
  ]
}

const findings = (values: GatewayEditValues, gateway: VpnGateway): { field: EditField; message: string }[] => {
  const { vpn_gateway: update } = toUpdateBody(values, gateway)
  const blocks = update[subnetsField(gateway)]
  const missing =
    blocks?.length === 0 ? [{ field: 'localSubnets' as const, message: 'Give at least one local subnet.' }] : []
  const issues = (vpnGatewayUpdate.safeParse(update).error?.issues ?? []).map(({ path, message }) => {
    const index = path[1]
    const block = typeof index === 'number' ? blocks?.[index] : undefined
    return { path: path.join('.'), message: block === undefined ? message : `${block}: ${message}` }
  })
  const documented = [...gatewayUpdateProblems(update, gateway), ...issues].flatMap(({ path, message }) => {
    const field = fieldOf(path)
    return field === 'name' || field === 'localSubnets' || field === 'otherSubnets' ? [{ field, message }] : []
  })
  return [...missing, ...documented]
}

export const gatewayEditSchema = (gateway: VpnGateway) =>
  z.custom<GatewayEditValues>().superRefine((values, context) => {
    for (const { field, message } of findings(values, gateway)) {
      context.addIssue({ code: 'custom', path: [field], message })
    }
  })

/** The field that a refusal of the cloud belongs to, where it names one. */
export const editFieldOf = (error: ApiError): EditField | undefined => {
  const [path] = Object.keys(error.fields ?? {})
  const field = path === undefined ? undefined : fieldOf(path.replace(/^vpn_gateway\./, ''))
  return field === 'name' || field === 'localSubnets' || field === 'otherSubnets' ? field : undefined
}
