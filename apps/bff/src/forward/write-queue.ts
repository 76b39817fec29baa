import { ownError, type AnyInput, type Operation } from '@vpn-console/api-client'
import { createSlots, type Slots } from './slots.ts'

const tooLong = () =>
  ownError('CONSOLE.TOO_MANY', 'Other changes to the same gateway are still under way; this one was not sent.')

/** Changes to one thing in the order they came, so that the cloud is not asked for two at once. */
export const createWriteQueue = (limits: { maxWaiting: number; maxWaitMs: number }) => {
  const queues = new Map<string, Slots>()
  return {
    run: async <T>(key: string | undefined, change: () => Promise<T>): Promise<T> => {
      if (key === undefined) return change()
      const slots = queues.get(key) ?? createSlots(1)
      queues.set(key, slots)
      if (slots.waiting() >= limits.maxWaiting) throw tooLong()
      const signal = slots.isIdle() ? undefined : AbortSignal.timeout(limits.maxWaitMs)
      const release = await slots.take({ signal, onAbort: tooLong })
      try {
        return await change()
      } finally {
        release()
        if (slots.isIdle()) queues.delete(key)
      }
    },
    length: () => queues.size,
  }
}
export type WriteQueue = ReturnType<typeof createWriteQueue>

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
