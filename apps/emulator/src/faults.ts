import type { OperationName } from '@vpn-console/api-client'
import { operationNames } from '@vpn-console/api-client'
import * as z from 'zod'

// The request comes from a test, but a misspelt operation should say so instead of never failing.
export const knownOperation = z.custom<OperationName>(
  (value) => operationNames.some((name) => name === value),
  'operation is not one of the catalogue.',
)

export const faultSchema = z.strictObject({
  /** Absent: it hits every operation. */
  operation: knownOperation.optional(),
  /** How many calls it hits; 0 until it is cleared. */
  times: z.int().min(0).optional(),
  /** Answered instead of doing the work. */
  status: z.int().min(200).max(599).optional(),
  error_code: z.string().optional(),
  error_msg: z.string().optional(),
  shape: z.enum(['error_code', 'code']).optional(),
  /** Raw text instead of an error body. */
  body: z.string().optional(),
  latency_ms: z.int().min(0).max(600_000).optional(),
  /** Closes the connection before the work is done, or after it: a lost answer. */
  drop: z.enum(['before', 'after']).optional(),
})
export type Fault = z.infer<typeof faultSchema>

/** Whether a fault answers by itself, so that the work is not done. */
export const answersItself = ({ status, error_code, body }: Fault): boolean =>
  status !== undefined || error_code !== undefined || body !== undefined

/** Faults that wait for calls. */
export const createFaults = () => {
  let waiting: { fault: Fault; left: number }[] = []
  return {
    add: (fault: Fault): void => {
      waiting.push({ fault, left: fault.times === 0 ? Number.POSITIVE_INFINITY : (fault.times ?? 1) })
    },
    clear: (): void => {
      waiting = []
    },
    /** The oldest fault for an operation; it has hit once more. */
    take: (operation: OperationName): Fault | undefined => {
      const found = waiting.find(({ fault }) => fault.operation === undefined || fault.operation === operation)
      if (!found) return undefined
      found.left--
      if (found.left <= 0) waiting = waiting.filter((other) => other !== found)
      return found.fault
    },
  }
}

export type Faults = ReturnType<typeof createFaults>

export type RecordedCall = { operation: OperationName; status: number; request_id: string }

const mostCalls = 1_000

/** Which calls arrived, so that a test can tell how often the cloud was asked. */
export const createCallLog = () => {
  let calls: RecordedCall[] = []
  let counts: Partial<Record<OperationName, number>> = {}
  return {
    /** Notes a call as it arrives; its status is filled in when it is answered (0: never). */
    add: (operation: OperationName, request_id: string): RecordedCall => {
      const call = { operation, status: 0, request_id }
      counts[operation] = (counts[operation] ?? 0) + 1
      calls.push(call)
      if (calls.length > mostCalls) calls.shift()
      return call
    },
    read: () => ({ counts: { ...counts }, calls: calls.map((call) => ({ ...call })) }),
    clear: (): void => {
      calls = []
      counts = {}
    },
  }
}

export type CallLog = ReturnType<typeof createCallLog>
