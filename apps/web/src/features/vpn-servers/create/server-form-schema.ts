import {
  localSubnetProblems,
  p2cGatewayRefuses,
  vpnServerCreate,
  vpnServerCreateProblems,
  type ApiError,
  type P2cVpnGateway,
  type VpnServer,
} from '@vpn-console/api-client'
import type { FieldPath } from 'react-hook-form'
import * as z from 'zod'
import { fieldOfPath, type FieldError } from '../../../ui/form/field-errors.ts'
import { caRefusal, caTextProblem, isSameText, type CaVerdict } from './ca-check.ts'
import { allLocalSubnets, filledCas, toCreateBody, type ServerFormValues } from './server-form.ts'

type Field = FieldPath<ServerFormValues>
type Finding = FieldError<ServerFormValues>

/** What the check of the form has to know of the account. */
export type ServerFacts = {
  gateway?: P2cVpnGateway | undefined
  servers?: readonly VpnServer[] | undefined
  /** Destinations in the default route table of the VPC. */
  routes: readonly string[]
}

/** Why no server can be built on a gateway, or undefined. */
export const gatewayRefusal = (gateway: P2cVpnGateway, servers: readonly VpnServer[] = []): string | undefined => {
  if (servers.some(({ p2c_vgw_id }) => p2c_vgw_id === gateway.id)) {
    return `${gateway.name} has a server already, and takes one only.`
  }
  if (gateway.eip === undefined) return `${gateway.name} has no EIP: bind one first.`
  return p2cGatewayRefuses('update', gateway)
}

const map: Record<string, Field> = {
  client_cidr: 'clientCidr',
  local_subnets: 'localSubnets',
  client_auth_type: 'authType',
  idp_name: 'idpName',
  server_certificate: 'certificateSource',
  'server_certificate.id': 'certificateId',
  client_ca_certificates: 'cas.0.content',
  'ssl_options.port': 'port',
  'ssl_options.encryption_algorithm': 'encryption',
  ssl_options: 'port',
  dns_servers: 'dns1',
  'dns_servers.1': 'dns2',
}

/** The form's field for a path of the request: an item of a list is where it was typed. */
const fieldOf = (path: string, values: ServerFormValues): Field | undefined => {
  const [head, place, part] = path.split('.')
  if (head === 'local_subnets' && place !== undefined) {
    const block = allLocalSubnets(values)[Number(place)]
    return block !== undefined && !values.localSubnets.includes(block) ? 'otherSubnets' : 'localSubnets'
  }
  if (head === 'client_ca_certificates' && place !== undefined) {
    const row = filledCas(values)[Number(place)]?.index ?? 0
    return part === 'name' ? `cas.${row}.name` : `cas.${row}.content`
  }
  // The first that was typed may stand in the second field.
  if (head === 'dns_servers' && values.dns1.trim() === '') return 'dns2'
  return fieldOfPath<ServerFormValues>(path, map)
}

const gatewayFindings = ({ gatewayId }: ServerFormValues, { gateway, servers }: ServerFacts): Finding[] => {
  if (gatewayId === '') return [{ field: 'gatewayId', message: 'Choose the gateway that carries the server.' }]
  const refusal = gateway && gatewayRefusal(gateway, servers)
  return refusal === undefined ? [] : [{ field: 'gatewayId', message: refusal }]
}

/** Beside each CA: a text that is none, and one that is there twice. */
const caFindings = (values: ServerFormValues): Finding[] => {
  const cas = filledCas(values)
  return cas.flatMap(({ index, content }, place): Finding[] => {
    const field: Field = `cas.${index}.content`
    const problem = caTextProblem(content)
    if (problem !== undefined) return [{ field, message: problem }]
    const first = cas.slice(0, place).findIndex((other) => isSameText(other.content, content))
    return first < 0 ? [] : [{ field, message: `This is the same CA as number ${first + 1}.` }]
  })
}

const blockOf = (path: readonly PropertyKey[], values: ServerFormValues): string | undefined =>
  path[0] === 'local_subnets' && typeof path[1] === 'number' ? allLocalSubnets(values)[path[1]] : undefined

const described = (values: ServerFormValues, { gateway, routes }: ServerFacts): Finding[] => {
  const body = toCreateBody(values).vpn_server
  const around = { max_connection_number: gateway?.max_connection_number ?? 0, routes }
  const rules = [...localSubnetProblems(body.local_subnets), ...vpnServerCreateProblems(body, around)].map(
    ({ path, message, about }) => ({
      path,
      message:
        path.startsWith('local_subnets.') && about && !message.includes(about) ? `${about}: ${message}` : message,
    }),
  )
  const issues = (vpnServerCreate.safeParse(body).error?.issues ?? []).map(({ path, message }) => {
    const block = blockOf(path, values)
    return { path: path.join('.'), message: block === undefined ? message : `${block}: ${message}` }
  })
  return [...rules, ...issues].flatMap(({ path, message }) => {
    const field = fieldOf(path, values)
    return field ? [{ field, message }] : []
  })
}

const firstOfEach = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.toReversed().map((finding) => [finding.field, finding])).values(),
]

/** Everything that can be seen to be wrong here, one message for each field. */
export const serverFindings = (values: ServerFormValues, facts: ServerFacts): Finding[] => {
  const empty: Finding[] =
    values.clientCidr.trim() === ''
      ? [{ field: 'clientCidr', message: 'Enter the block that clients get their addresses from.' }]
      : []
  return firstOfEach([...gatewayFindings(values, facts), ...empty, ...caFindings(values), ...described(values, facts)])
}

/** The form's schema: what can be seen here, then what only the cloud can tell of the CAs. */
export const serverFormSchema = (
  factsOf: (values: ServerFormValues) => ServerFacts,
  check: (content: string) => Promise<CaVerdict>,
) =>
  z.custom<ServerFormValues>().superRefine(async (values, context) => {
    const findings = serverFindings(values, factsOf(values))
    for (const { field, message } of findings) {
      context.addIssue({ code: 'custom', path: field.split('.'), message })
    }
    const known = new Set(findings.map(({ field }) => field))
    await Promise.all(
      filledCas(values).map(async ({ index, content }) => {
        if (known.has(`cas.${index}.content`)) return
        const verdict = await check(content)
        if (verdict.kind !== 'refused') return
        context.addIssue({ code: 'custom', path: ['cas', index, 'content'], message: verdict.message })
      }),
    )
  })

const fieldsByCode: Record<string, Field> = {
  'VPN.1100': 'certificateSource',
  'VPN.1101': 'cas.0.content',
  'VPN.1102': 'gatewayId',
  'VPN.1105': 'localSubnets',
  'VPN.1106': 'localSubnets',
  'VPN.1107': 'clientCidr',
  'VPN.1108': 'clientCidr',
  'VPN.1109': 'clientCidr',
  'VPN.1110': 'certificateId',
  'VPN.1111': 'cas.0.content',
  'VPN.1112': 'certificateId',
  'VPN.1118': 'localSubnets',
  'VPN.1119': 'clientCidr',
  'VPN.1121': 'gatewayId',
}

/** The field that a refusal of the cloud belongs to: by the path, the name or the block it tells, else by its code. */
export const fieldOfRefusal = (error: ApiError, values: ServerFormValues): Finding | undefined => {
  const { message, code } = error
  const [path] = Object.keys(error.fields ?? {})
  const named = path === undefined ? undefined : fieldOf(path.replace(/^vpn_server\./, ''), values)
  if (named) return { field: named, message }
  const refused = caRefusal(error)
  if (refused !== undefined) {
    const row = filledCas(values).find(({ name }) => name !== '' && message.includes(name))
    return { field: `cas.${row?.index ?? 0}.content`, message: refused }
  }
  if (code === 'VPN.1103' || code === 'VPN.1104') {
    const isClient = values.clientCidr !== '' && message.includes(values.clientCidr.trim())
    return { field: isClient ? 'clientCidr' : 'localSubnets', message }
  }
  if (values.authType === 'FEDERATED' && message.includes('identity provider')) return { field: 'idpName', message }
  const field = fieldsByCode[code]
  return field && { field, message }
}
