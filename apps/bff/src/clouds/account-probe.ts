import {
  ApiError,
  isBusy,
  isRead,
  operation,
  readAnswer,
  send,
  type AnyInput,
  type OperationName,
  type Transport,
} from '@vpn-console/api-client'

export type ProbeOutcome = 'there' | 'missing' | 'not-offered' | 'unknown'
export type Probe = {
  operation: OperationName
  outcome: ProbeOutcome
  status?: number | undefined
  code?: string | undefined
  request_id?: string | undefined
}
/** What a call to be tried is given; `ids` are of objects that earlier calls have found. */
type Try = { name: OperationName; input: AnyInput }

/** The smallest page that a list gives. */
const smallest = (name: OperationName) => (name === 'listCertificates' ? 10 : 1)

const inputs: Partial<Record<OperationName, AnyInput>> = {
  listProjectTags: { params: { resource_type: 'vpn-gateway' } },
  listResourcesByTags: { params: { resource_type: 'vpn-gateway' }, query: { limit: 1 }, body: {} },
  countResourcesByTags: { params: { resource_type: 'vpn-gateway' }, body: {} },
  listMetrics: { query: { namespace: 'SYS.VPN', limit: 1 } },
}

/** Lists in whose answer an object is found, to try calls about one object on. */
const listsOf: Readonly<Record<string, { list: OperationName; key: string }>> = {
  vgw_id: { list: 'listVgws', key: 'vpn_gateways' },
  customer_gateway_id: { list: 'listCgws', key: 'customer_gateways' },
  vpn_connection_id: { list: 'listVpnConnections', key: 'vpn_connections' },
  connection_monitor_id: { list: 'listConnectionMonitors', key: 'connection_monitors' },
  p2c_vgw_id: { list: 'listP2cVgws', key: 'p2c_vpn_gateways' },
  vpn_server_id: { list: 'listVpnServersByProject', key: 'vpn_servers' },
}

const paramsOf = (name: OperationName) =>
  Object.keys(operation(name).params.shape).filter((key) => key !== 'project_id')

/** How a call is tried; undefined where it would change something, or takes what we cannot know. */
export const tryOf = (name: OperationName, ids: ReadonlyMap<string, string>): Try | undefined => {
  const row = operation(name)
  const special = inputs[name]
  if (special) return { name, input: special }
  if (!isRead(row) || row.body || row.scope === 'none') return undefined
  const params = paramsOf(name).map((key) => [key, ids.get(key)] as const)
  if (params.some(([, id]) => id === undefined)) return undefined
  const limited = { limit: smallest(name) }
  const query = [limited, {}].find((candidate) => row.query?.safeParse(candidate).success)
  if (row.query && !query) return undefined
  return { name, input: { params: Object.fromEntries(params), ...(query ? { query } : {}) } }
}

/** Whether a call is about one object, so that it is tried once there is one. */
export const needsObject = (name: OperationName): boolean => {
  const keys = paramsOf(name)
  return keys.length === 1 && keys.every((key) => listsOf[key] !== undefined)
}

const outcomeOf = (name: OperationName, error: ApiError): ProbeOutcome => {
  if (error.status === 403) return isBusy(error) ? 'unknown' : 'missing'
  // An object may have gone since it was listed.
  if (needsObject(name)) return 'unknown'
  return [404, 405, 501].includes(error.status) ? 'not-offered' : 'unknown'
}

const firstId = (answer: unknown, key: string): string | undefined => {
  const list: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, key) : undefined
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  const id: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'id') : undefined
  return typeof id === 'string' ? id : undefined
}

/** Tries one call, and keeps the id of an object that it lists. */
export const probe = async (
  { name, input }: Try,
  { transport, projectId, signal }: { transport: Transport; projectId: string; signal: AbortSignal },
  ids: Map<string, string>,
): Promise<Probe> => {
  try {
    const response = await send(transport, name, projectId, input, { signal })
    const found = Object.entries(listsOf).find(([, { list }]) => list === name)
    if (found) {
      const id = firstId(readAnswer(name, response), found[1].key)
      if (id !== undefined) ids.set(found[0], id)
    }
    return { operation: name, outcome: 'there', status: response.status, request_id: response.header('x-request-id') }
  } catch (error) {
    if (!(error instanceof ApiError)) return { operation: name, outcome: 'unknown' }
    const { status, code, requestId } = error
    return { operation: name, outcome: outcomeOf(name, error), status, code, request_id: requestId }
  }
}
