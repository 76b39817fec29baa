import {
  localSubnetProblems,
  vpnServerUpdate,
  vpnServerUpdateProblems,
  type ApiError,
  type Subnet,
  type VpnServer,
  type VpnServerUpdate,
} from '@vpn-console/api-client'
import type { FieldPath } from 'react-hook-form'
import * as z from 'zod'
import type { Change } from '../../../ui/ChangeList.tsx'
import { fieldOfPath, type FieldError } from '../../../ui/form/field-errors.ts'
import { allLocalSubnets, dnsServersOf, type AuthType, type Encryption, type Port } from '../create/server-form.ts'
import type { ServerFacts } from '../create/server-form-schema.ts'
import { signInWords } from '../server-words.ts'

export type ServerEditValues = {
  clientCidr: string
  localSubnets: string[]
  otherSubnets: string
  typedRoutes: string
  authType: AuthType
  idpName: string
  /** Empty: the one that the service signed stays. */
  certificateId: string
  port: Port
  encryption: Encryption
  dns1: string
  dns2: string
}

const authTypes: readonly AuthType[] = ['LOCAL_PASSWORD', 'CERT', 'IAM', 'FEDERATED']

const ownCertificate = ({ server_certificate: one }: VpnServer) =>
  one?.source === 'SERVICE_SIGN' ? '' : (one?.id ?? '')

/** The form of a server; its blocks that are subnets of the VPC are shown as picked, the rest as typed. */
export const editValuesOf = (server: VpnServer, subnets: readonly Subnet[]): ServerEditValues => {
  const known = new Set(subnets.map(({ cidr }) => cidr))
  const { local_subnets: blocks = [], dns_servers: [dns1 = '', dns2 = ''] = [], ssl_options: ssl } = server
  return {
    clientCidr: server.client_cidr ?? '',
    localSubnets: blocks.filter((block) => known.has(block)),
    otherSubnets: blocks.filter((block) => !known.has(block)).join('\n'),
    typedRoutes: '',
    authType: authTypes.find((type) => type === server.client_auth_type) ?? 'LOCAL_PASSWORD',
    idpName: server.idp_name ?? '',
    certificateId: ownCertificate(server),
    port: ssl?.port === 1194 ? '1194' : '443',
    encryption: ssl?.encryption_algorithm === 'AES-256-GCM' ? 'AES-256-GCM' : 'AES-128-GCM',
    dns1,
    dns2,
  }
}

const isSameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value) => b.includes(value))

const isSameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value, index) => b[index] === value)

const sslChange = (values: ServerEditValues, before: ServerEditValues) => ({
  ...(values.port !== before.port && { port: values.port === '1194' ? (1194 as const) : (443 as const) }),
  ...(values.encryption !== before.encryption && { encryption_algorithm: values.encryption }),
})

/** What is to be changed, and nothing else. */
export const toUpdateBody = (values: ServerEditValues, server: VpnServer): { vpn_server: VpnServerUpdate } => {
  const before = editValuesOf(server, [])
  const { authType, idpName, certificateId, clientCidr } = values
  const blocks = allLocalSubnets(values)
  const dns = dnsServersOf(values)
  const ssl = sslChange(values, before)
  const isFederated = authType === 'FEDERATED'
  const isMoved = authType !== before.authType
  return {
    vpn_server: {
      ...(clientCidr.trim() !== before.clientCidr && { client_cidr: clientCidr.trim() }),
      ...(!isSameSet(blocks, server.local_subnets ?? []) && { local_subnets: blocks }),
      ...(certificateId.trim() !== '' &&
        certificateId.trim() !== before.certificateId && { server_certificate: { id: certificateId.trim() } }),
      ...(Object.keys(ssl).length > 0 && { ssl_options: ssl }),
      ...(isMoved && { client_auth_type: authType }),
      ...(isFederated && (isMoved || idpName.trim() !== before.idpName) && { idp_name: idpName.trim() }),
      ...(!isSameList(dns, dnsServersOf(before)) && { dns_servers: dns }),
    },
  }
}

const one = (label: string, before: string | undefined, after: string | undefined): Change[] =>
  after === undefined ? [] : [{ label, removed: before ? [before] : [], added: after ? [after] : [], kept: 0 }]

const several = (label: string, before: readonly string[], after: readonly string[] | undefined): Change[] =>
  after === undefined
    ? []
    : [
        {
          label,
          removed: before.filter((value) => !after.includes(value)),
          added: after.filter((value) => !before.includes(value)),
          kept: before.filter((value) => after.includes(value)).length,
        },
      ]

/** The change in words, for the person who is about to send it. */
export const serverChanges = (values: ServerEditValues, server: VpnServer): Change[] => {
  const { vpn_server: update } = toUpdateBody(values, server)
  const { ssl_options: ssl } = update
  const type = update.client_auth_type
  return [
    ...one('Client CIDR', server.client_cidr, update.client_cidr),
    ...several('Local subnets', server.local_subnets ?? [], update.local_subnets),
    ...one('Sign-in', signInWords(server.client_auth_type), type && signInWords(type)),
    ...one('Identity provider', server.idp_name, update.idp_name),
    ...one('Server certificate', server.server_certificate?.name, update.server_certificate?.id),
    ...one('Port', `TCP ${server.ssl_options?.port ?? ''}`, ssl?.port === undefined ? undefined : `TCP ${ssl.port}`),
    ...one('Encryption', server.ssl_options?.encryption_algorithm, ssl?.encryption_algorithm),
    ...several('DNS servers', server.dns_servers ?? [], update.dns_servers),
  ]
}

type Field = FieldPath<ServerEditValues>
type Finding = FieldError<ServerEditValues>

const map: Record<string, Field> = {
  client_cidr: 'clientCidr',
  local_subnets: 'localSubnets',
  client_auth_type: 'authType',
  idp_name: 'idpName',
  server_certificate: 'certificateId',
  'ssl_options.port': 'port',
  'ssl_options.encryption_algorithm': 'encryption',
  dns_servers: 'dns1',
  'dns_servers.1': 'dns2',
}

/** The field of the form for a path of the request. */
export const editFieldOf = (path: string, values: ServerEditValues): Field | undefined => {
  const [head, place] = path.split('.')
  const block = head === 'local_subnets' && place !== undefined ? allLocalSubnets(values)[Number(place)] : undefined
  if (block !== undefined && !values.localSubnets.includes(block)) return 'otherSubnets'
  if (head === 'dns_servers' && values.dns1.trim() === '') return 'dns2'
  return fieldOfPath<ServerEditValues>(path, map)
}

/** Everything wrong with the change, one message for each field; `leaving` is what stands in the way of another sign-in. */
export const editFindings = (
  values: ServerEditValues,
  server: VpnServer,
  { gateway, routes }: ServerFacts,
  leaving: string | undefined,
): Finding[] => {
  const { vpn_server: update } = toUpdateBody(values, server)
  const around = { max_connection_number: gateway?.max_connection_number ?? 0, routes }
  const blocks = allLocalSubnets(values)
  const problems = [
    ...(update.local_subnets ? localSubnetProblems(update.local_subnets) : []),
    ...vpnServerUpdateProblems(update, server, around),
  ].map(({ path, message }) => ({ path, message }))
  const issues = (vpnServerUpdate.safeParse(update).error?.issues ?? []).map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }))
  const found = [...problems, ...issues].flatMap(({ path, message }): Finding[] => {
    const field = editFieldOf(path, values)
    const [head, place] = path.split('.')
    const block = head === 'local_subnets' && place !== undefined ? blocks[Number(place)] : undefined
    const words = block === undefined || message.includes(block) ? message : `${block}: ${message}`
    return field ? [{ field, message: words }] : []
  })
  const isMoved = update.client_auth_type !== undefined
  const all: Finding[] = [
    ...(isMoved && leaving !== undefined ? [{ field: 'authType' as const, message: leaving }] : []),
    ...(values.clientCidr.trim() === ''
      ? [{ field: 'clientCidr' as const, message: 'Enter the block that clients get their addresses from.' }]
      : []),
    ...found,
  ]
  return [...new Map(all.toReversed().map((finding) => [finding.field, finding])).values()]
}

export const serverEditSchema = (
  server: VpnServer,
  factsOf: (values: ServerEditValues) => ServerFacts,
  leavingOf: () => Promise<string | undefined>,
) =>
  z.custom<ServerEditValues>().superRefine(async (values, context) => {
    const isMoved = toUpdateBody(values, server).vpn_server.client_auth_type !== undefined
    const leaving = isMoved ? await leavingOf() : undefined
    for (const { field, message } of editFindings(values, server, factsOf(values), leaving)) {
      context.addIssue({ code: 'custom', path: field.split('.'), message })
    }
  })

const fieldsByCode: Record<string, Field> = {
  'VPN.1101': 'authType',
  'VPN.1103': 'clientCidr',
  'VPN.1104': 'clientCidr',
  'VPN.1105': 'localSubnets',
  'VPN.1106': 'localSubnets',
  'VPN.1107': 'clientCidr',
  'VPN.1108': 'clientCidr',
  'VPN.1109': 'clientCidr',
  'VPN.1110': 'certificateId',
  'VPN.1112': 'certificateId',
  'VPN.1118': 'localSubnets',
  'VPN.1119': 'clientCidr',
  'VPN.1122': 'authType',
  'VPN.1123': 'authType',
  'VPN.1124': 'authType',
  'VPN.1125': 'authType',
}

/** The field that a refusal of the cloud belongs to: by the path it names, else by its code. */
export const editRefusalOf = ({ fields, code, message }: ApiError, values: ServerEditValues): Finding | undefined => {
  const [path] = Object.keys(fields ?? {})
  const named = path === undefined ? undefined : editFieldOf(path.replace(/^vpn_server\./, ''), values)
  const field = named ?? fieldsByCode[code]
  return field && { field, message }
}
