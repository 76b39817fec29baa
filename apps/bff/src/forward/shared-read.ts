import { operation, targetOf, type AnyInput, type OperationName } from '@vpn-console/api-client'
import type { GuardedCloud } from '../clouds/registry.ts'
import { answerEtag } from './answer-etag.ts'
import { callCloud } from './call.ts'
import { withDeadline } from './deadline.ts'
import type { Answer, ReadCache, ReadSource } from './read-cache.ts'

/** Told of the good answers of an operation, for what the console learns on the way. It neither delays nor fails the read. */
export type Listener = (cloudId: string, input: AnyInput, text: string) => void
export type Listeners = Partial<Record<OperationName, Listener>>

type Parts = { cache: ReadCache; deadlineMs: number; listeners: Listeners }

/** Reads of a cloud: identical ones share a call, whoever asks, and its answer for a moment after. */
export const createSharedRead = ({ cache, deadlineMs, listeners }: Parts) => {
  const load = async (cloud: GuardedCloud, name: OperationName, input: AnyInput): Promise<Answer> => {
    const call = (signal: AbortSignal) => callCloud(cloud, name, input, { signal })
    const { status, text, header } = await withDeadline(deadlineMs, call)
    listeners[name]?.(cloud.account.id, input, text)
    // Encoded once for all who share it.
    const body = Buffer.from(text)
    return { status, body, requestId: header('x-request-id'), etag: answerEtag(text) }
  }

  return async (
    cloud: GuardedCloud,
    name: OperationName,
    input: AnyInput,
  ): Promise<{ answer: Answer; source: ReadSource }> => {
    const row = operation(name)
    // What is asked with a body is not shared: nothing says which of two bodies are the same question.
    if (row.method !== 'GET') return { answer: await load(cloud, name, input), source: 'call' }
    const { id, projectId } = cloud.account
    return cache.read(id, targetOf(row, projectId, input), () => load(cloud, name, input))
  }
}
export type SharedRead = ReturnType<typeof createSharedRead>
