import { ApiError } from '@vpn-console/api-client'
import type { FieldPath } from 'react-hook-form'
import type { FieldError } from '../../../ui/form/field-errors.ts'
import { fieldProblem } from '../fields/request-paths.ts'
import type { ConnectionEditValues } from './edit-form.ts'

/** Fields that a refusal in words may name, the longer ones first. */
const named =
  /\b(?:tunnel_local_address|tunnel_peer_address|peer_subnets(?:_v6)?|policy_rules(?:_v6)?|enable_hub|cgw_id|psk|local_id|peer_id|name)\b/

const pathInWords = (message: string): string | undefined => {
  const [field] = named.exec(message) ?? []
  return field === 'local_id' || field === 'peer_id' ? `ikepolicy.${field}` : field
}

const at = (path: string, message: string): FieldError<ConnectionEditValues> => ({
  // The paths of the form are those of the request, but for what `fieldProblem` knows.
  field: fieldProblem(path, message).path as FieldPath<ConnectionEditValues>,
  message,
})

/** The fields that a refusal belongs to: those it names; none: the form as a whole. */
export const editErrors = (error: unknown): FieldError<ConnectionEditValues>[] => {
  if (!(error instanceof ApiError)) return []
  const told = Object.entries(error.fields ?? {}).flatMap(([path, message]) =>
    path.startsWith('vpn_connection.') ? [at(path.slice('vpn_connection.'.length), message)] : [],
  )
  if (told.length > 0 || error.status !== 400) return told
  const path = pathInWords(error.message)
  return path === undefined ? [] : [at(path, error.message)]
}
