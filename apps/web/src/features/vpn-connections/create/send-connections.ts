import { ApiError, type VpnConnection, type VpnConnectionCreate } from '@vpn-console/api-client'
import { isAnswerLost } from '../../../api/client.ts'
import { LostAnswer } from '../../../api/create-or-find.ts'
import { lookupByName } from '../../../api/lookup.ts'

type Ends = Pick<VpnConnection, 'id' | 'name' | 'vgw_id' | 'vgw_ip' | 'cgw_id'>

export type Made = Pick<VpnConnection, 'id' | 'name'>

/** The calls that making connections needs. */
export type ConnectionCalls = {
  createOne: (body: VpnConnectionCreate) => Promise<Made>
  createBoth: (bodies: VpnConnectionCreate[]) => Promise<readonly Made[]>
  /** All connections of the gateway, straight from the cloud. */
  list: () => Promise<readonly Ends[]>
}

type SendOptions = {
  /** Something of this was sent before and never answered. */
  isUnanswered: boolean
  /** Told before anything is looked up, that from now on it may exist. */
  onLost: () => void
  pausesMs?: readonly number[]
}

const keyOf = ({ name, vgw_id, vgw_ip, cgw_id }: Omit<Ends, 'id'>) => JSON.stringify([name, vgw_id, vgw_ip, cgw_id])

const keyOfBody = ({ name = '', vgw_id, vgw_ip, cgw_id }: VpnConnectionCreate) =>
  keyOf({ name, vgw_id, vgw_ip, cgw_id })

const findAmong = (list: readonly Ends[], bodies: readonly VpnConnectionCreate[]): Made[] => {
  const byKey = new Map(list.map((item) => [keyOf(item), item]))
  return bodies.map((body) => byKey.get(keyOfBody(body))).filter((found) => found !== undefined)
}

/** One tunnel of the two was built: the way on is to send again, which makes only the other. */
const partly = (found: readonly Made[], missing: readonly VpnConnectionCreate[], cause: ApiError) => {
  const [built, left] = [found, missing].map((list) => list.map(({ name }) => name).join(' and '))
  const { status, code, requestId } = cause
  const message = `${cause.message} ${built} was built, ${left} was not. Send again: only ${left} will be made.`
  return new ApiError({ status, code, message, requestId, cause })
}

const lookUp = async (
  calls: ConnectionCalls,
  bodies: readonly VpnConnectionCreate[],
  idsBefore: ReadonlySet<string>,
  pausesMs: readonly number[] | undefined,
) => {
  const found: Made[] = []
  let isSure = true
  for (const body of bodies) {
    // The first look waits for what was accepted late; after it there is nothing left to wait for.
    const pauses = found.length > 0 ? [0] : pausesMs
    const looked = await lookupByName({
      list: calls.list,
      nameOf: keyOf,
      idOf: ({ id }) => id,
      name: keyOfBody(body),
      idsBefore,
      ...(pauses && { pausesMs: pauses }),
    })
    if (looked.result === 'found') found.push(looked.found)
    isSure &&= looked.result !== 'unknown'
  }
  return { found, isSure }
}

const make = async (calls: ConnectionCalls, bodies: readonly VpnConnectionCreate[]): Promise<readonly Made[]> => {
  const [first, second] = bodies
  if (!first) return []
  return second ? calls.createBoth([first, second]) : [await calls.createOne(first)]
}

/**
 * Makes the connections so that none is built twice: what was sent before without an answer is looked up first, and so
 * is what was sent now and lost. A connection is known by its name and its two ends.
 */
export const sendConnections = async (
  calls: ConnectionCalls,
  bodies: readonly VpnConnectionCreate[],
  { isUnanswered, onLost, pausesMs }: SendOptions,
): Promise<readonly Made[]> => {
  const before = await calls.list()
  const already = isUnanswered ? findAmong(before, bodies) : []
  const found = new Set(already.map(({ name }) => name))
  const missing = bodies.filter(({ name = '' }) => !found.has(name))
  try {
    return [...already, ...(await make(calls, missing))]
  } catch (error) {
    if (!(error instanceof ApiError) || !isAnswerLost(error)) throw error
    onLost()
    const looked = await lookUp(calls, missing, new Set(before.map(({ id }) => id)), pausesMs)
    if (looked.found.length === missing.length) return [...already, ...looked.found]
    const names = missing.map(({ name = '' }) => name).join(' and ')
    const what = missing.length === 2 ? `the pair ${names}` : names
    if (looked.found.length === 0) throw new LostAnswer(what, !looked.isSure, error)
    const built = new Set(looked.found.map(({ name }) => name))
    throw partly(
      looked.found,
      missing.filter(({ name = '' }) => !built.has(name)),
      error,
    )
  }
}
