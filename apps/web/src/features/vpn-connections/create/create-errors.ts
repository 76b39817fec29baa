import { ApiError } from '@vpn-console/api-client'
import type { FieldPath } from 'react-hook-form'
import type { FieldError } from '../../../ui/form/field-errors.ts'
import { fieldProblem } from '../fields/request-paths.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { createPath } from './connection-problems.ts'

type Values = ConnectionFormValues

const codes: Record<string, FieldPath<Values>> = {
  'VPN.0504': 'vgw_id',
  'VPN.0508': 'vgw_id',
  'VPN.0509': 'vgw_id',
  'VPN.0510': 'vgw_id',
  'VPN.0562': 'style',
}

/** Fields that a refusal in words may name, the longer ones first. */
const named =
  /\b(?:vpn_connections?\W(?<index>[01])\W+)?(?<field>tunnel_local_address|tunnel_peer_address|peer_subnets(?:_v6)?|policy_rules(?:_v6)?|enable_nqa|enable_hub|ha_role|cgw_id|vgw_ip|vgw_id|psk|local_id|peer_id|name|tags)\b/

const requestPath = (path: string): string | undefined => {
  if (path.startsWith('vpn_connections.')) return path.slice('vpn_connections.'.length)
  if (path.startsWith('vpn_connection.')) return `0.${path.slice('vpn_connection.'.length)}`
  return undefined
}

const formPath = (path: string, values: Values): string | undefined => {
  if (path.startsWith('customer_gateway.')) return `newCustomerGateway.${path.slice('customer_gateway.'.length)}`
  const inBatch = requestPath(path)
  if (inBatch === undefined) return undefined
  const [index = '0', ...rest] = inBatch.split('.')
  return createPath(`${index}.${fieldProblem(rest.join('.'), '').path}`, values)
}

const pathInWords = (message: string, values: Values): string | undefined => {
  const groups = named.exec(message)?.groups
  const field = groups?.['field']
  if (field === undefined) return undefined
  const inPolicy = field === 'local_id' || field === 'peer_id' ? `ikepolicy.${field}` : field
  return formPath(`vpn_connections.${groups?.['index'] ?? '0'}.${inPolicy}`, values)
}

/** The fields that a refusal belongs to: those it names, else that of its code; none: the form as a whole. */
export const createErrors = (error: unknown, values: Values): FieldError<Values>[] => {
  if (!(error instanceof ApiError)) return []
  const at = (path: string | undefined, message: string): FieldError<Values>[] =>
    // The paths are those of the form, as the tests hold them to be.
    path === undefined ? [] : [{ field: path as FieldPath<Values>, message }]
  const told = Object.entries(error.fields ?? {}).flatMap(([path, message]) => at(formPath(path, values), message))
  if (told.length > 0) return told
  if (error.status !== 400) return at(codes[error.code], error.message)
  return at(codes[error.code] ?? pathInWords(error.message, values), error.message)
}
