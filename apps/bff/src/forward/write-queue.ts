import { ownError, type AnyInput, type Operation } from '@vpn-console/api-client'
import { createSlots, type Slots } from './slots.ts'

/** What waited in vain, or would, is told that nothing was done. */
export const notSent = () =>
  ownError('CONSOLE.TOO_MANY', 'Other changes to the same gateway are still under way; this one was not sent.')

/** Throws where the turn of a change may have been lost: to be asked right before each time it is sent. */
export type RequireTurn = () => Promise<void>

export type WriteQueue = {
  /** Makes a change when all have ended that came before it by the same key. */
  run: <T>(key: string | undefined, change: (requireTurn: RequireTurn) => Promise<T>) => Promise<T>
  /** How many keys have changes. */
  length: () => number
}

// In one process nobody takes a turn away.
const always: RequireTurn = () => Promise.resolve()

/** Changes to one thing in the order they came, so that the cloud is not asked for two at once. */
export const createWriteQueue = (limits: { maxWaiting: number; maxWaitMs: number }): WriteQueue => {
  const queues = new Map<string, Slots>()
  return {
    run: async (key, change) => {
      if (key === undefined) return change(always)
      const slots = queues.get(key) ?? createSlots(1)
      queues.set(key, slots)
      if (slots.waiting() >= limits.maxWaiting) throw notSent()
      const signal = slots.isIdle() ? undefined : AbortSignal.timeout(limits.maxWaitMs)
      const release = await slots.take({ signal, onAbort: notSent })
      try {
        return await change(always)
      } finally {
        release()
        if (slots.isIdle()) queues.delete(key)
      }
    },
    length: () => queues.size,
  }
}

const record = (value: unknown): Record<string, unknown> =>
  // Any object can be read by key; what is none has no keys.
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const firstText = (...values: unknown[]) => values.find((value) => typeof value === 'string')

const gatewayInBody = (body: unknown): unknown => {
  for (const inner of Object.values(record(body))) {
    const found = record(Array.isArray(inner) ? inner[0] : inner)['vgw_id']
    if (found !== undefined) return found
  }
  return undefined
}

/** The id in a row's path that names the resource itself: the last one. */
export const resourceIdOf = (row: Operation, { params }: AnyInput): string | undefined => {
  const name = Object.keys(row.params.shape).findLast((key) => key.endsWith('_id') && key !== 'project_id')
  const id = name && record(params)[name]
  return typeof id === 'string' ? id : undefined
}

/**
 * What a change is queued by: its gateway or server where the call names one, else the resource itself. A change that
 * names nothing yet, such as a new gateway, is not queued.
 */
export const queueKey = (cloudId: string, row: Operation, input: AnyInput): string | undefined => {
  const { vgw_id: gateway, p2c_vgw_id: p2cGateway, vpn_server_id: server } = record(input.params)
  const id = firstText(gateway, gatewayInBody(input.body), p2cGateway, server, resourceIdOf(row, input))
  return id === undefined ? undefined : `${cloudId} ${id}`
}
