import {
  collect,
  markerPages,
  operation,
  operationNames,
  type AnyInput,
  type OperationName,
} from '@vpn-console/api-client'
import type { GuardedCloud } from '../clouds/registry.ts'
import { redact } from '../redact.ts'
import { callCloud } from './call.ts'
import { withDeadline } from './deadline.ts'

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields =>
  // Any object can be read by key; what is none has no keys.
  typeof value === 'object' && value !== null ? (value as Fields) : {}

/** Changes whose thing is read at another path than their own. */
const elsewhere: Partial<Record<OperationName, OperationName>> = {
  updateVgwCertificate: 'showVpnGatewayCertificate',
  updatePostpaidVgwSpecification: 'showVgw',
  batchCreateResourceTags: 'showResourceTags',
  batchDeleteResourceTags: 'showResourceTags',
}

/** The read that shows what a change is made to; a list at a create's path shows other things. */
export const readOf = (name: OperationName): OperationName | undefined => {
  const row = operation(name)
  if (elsewhere[name]) return elsewhere[name]
  if (row.method !== 'PUT' && row.method !== 'DELETE') return undefined
  return operationNames.find((other) => {
    const { method, service, path } = operation(other)
    return method === 'GET' && service === row.service && path === row.path
  })
}

const pageSize = 200

/** Reads what a change is made to, as it may be kept. */
const readState = async (
  cloud: GuardedCloud,
  name: OperationName,
  { params }: AnyInput,
  signal: AbortSignal,
): Promise<unknown> => {
  const call = async (read: OperationName, input: AnyInput): Promise<Fields> => {
    const { text } = await callCloud(cloud, read, input, { signal })
    return fieldsOf(redact(operation(read).response, JSON.parse(text)))
  }
  if (name === 'updateVpnServer') {
    // A server is shown by the lists it is in alone, and its path names no gateway.
    type Page = { vpn_servers: Fields[]; page_info?: { next_marker?: string; current_count?: number } }
    // The answer as its row documents it; nothing but ids and markers is looked at.
    const page = async (query: object) => (await call('listVpnServersByProject', { query })) as Page
    const servers = await collect(markerPages(pageSize, page), ({ vpn_servers: found }) => found)
    const server = servers.find(({ id }) => id === fieldsOf(params)['vpn_server_id'])
    return server && { vpn_server: server }
  }
  const read = readOf(name)
  if (!read) return undefined
  const given = fieldsOf(params)
  const names = Object.keys(operation(read).params.shape)
  const { request_id: _ofTheCall, ...state } = await call(read, {
    params: Object.fromEntries(names.filter((key) => Object.hasOwn(given, key)).map((key) => [key, given[key]])),
  })
  return state
}

/** Whether there is anything to look at before and after a change. */
export const isShown = (name: OperationName): boolean => name === 'updateVpnServer' || readOf(name) !== undefined

/** What takes the place of a state that could not be read in time; a change waits for none. */
export const notKnown = { not_known: true }

/** What a change is made to, as it is now. It never fails, and takes no longer than its deadline. */
export const stateOf = (cloud: GuardedCloud, name: OperationName, input: AnyInput, deadlineMs: number) =>
  withDeadline(deadlineMs, (signal) => readState(cloud, name, input, signal)).catch(() => notKnown)

/** The state that the answer to a change shows, where it shows as much of the thing as was read before. */
export const stateInAnswer = (name: OperationName, text: string, before: unknown): unknown => {
  const { response } = operation(name)
  const [kind, thing] = Object.entries(fieldsOf(before)).at(0) ?? []
  if (!response || kind === undefined || !text.startsWith('{')) return undefined
  const { [kind]: shown } = fieldsOf(redact(response, JSON.parse(text)))
  const fields = Object.keys(fieldsOf(thing))
  const isWhole = fields.length > 0 && fields.every((field) => Object.hasOwn(fieldsOf(shown), field))
  return isWhole ? { [kind]: shown } : undefined
}
