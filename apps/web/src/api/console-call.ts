import {
  targetOf,
  type AnyInput,
  type CallOptions,
  type ConsoleInput,
  type ConsoleOperationName,
  type ConsoleOutput,
} from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { consoleOperations } from 'virtual:operations'
import { readAnswer } from './client.ts'
import { queryClient } from './query-client.ts'
import { sendToConsole } from './transport.ts'

const targetIn = (cloudId: string, name: ConsoleOperationName, { params, query }: AnyInput) =>
  targetOf(consoleOperations[name], '-', { params: { ...params, cloudId }, ...(query && { query }) })

/** Calls one of the console's own endpoints for a cloud. */
export const consoleCall = async <N extends ConsoleOperationName>(
  cloudId: string,
  name: N,
  input: ConsoleInput<N>,
  { signal }: Pick<CallOptions, 'signal'> = {},
): Promise<ConsoleOutput<N>> => {
  const { method, answer } = consoleOperations[name]
  const response = await sendToConsole({ method, url: targetIn(cloudId, name, input), body: input.body, signal })
  // The shape was made from this endpoint's own response schema.
  return readAnswer(name, answer, response) as ConsoleOutput<N>
}

/** A read of the console's own as a query; its key begins as those of the cloud's operations do. */
export const consoleQuery = <N extends ConsoleOperationName>(cloudId: string, name: N, input: ConsoleInput<N>) =>
  queryOptions({
    queryKey: [cloudId, name, input],
    queryFn: ({ signal }) => consoleCall(cloudId, name, input, { signal }),
  })

/** The address of one of the console's own endpoints, for what the browser itself is to fetch. */
export const ownUrl = <N extends ConsoleOperationName>(name: N, input: ConsoleInput<N>): string => {
  const { body: _ofNoAddress, ...rest }: AnyInput = input
  return targetOf(consoleOperations[name], '-', rest)
}

/** Calls one of the console's own endpoints that is about no cloud. */
export const ownCall = async <N extends ConsoleOperationName>(
  name: N,
  input: ConsoleInput<N>,
  { signal }: Pick<CallOptions, 'signal'> = {},
): Promise<ConsoleOutput<N>> => {
  const { method, answer } = consoleOperations[name]
  const { body, ...rest }: AnyInput = input
  const url = targetOf(consoleOperations[name], '-', rest)
  // The shape was made from this endpoint's own response schema.
  return readAnswer(name, answer, await sendToConsole({ method, url, body, signal })) as ConsoleOutput<N>
}

/** A read of the console's own as a query; `['console', name]` is the start of its key. */
export const ownQuery = <N extends ConsoleOperationName>(name: N, input: ConsoleInput<N>) =>
  queryOptions({
    queryKey: ['console', name, input],
    queryFn: ({ signal }) => ownCall(name, input, { signal }),
  })

/** Marks the answers of these reads as old, so that what is on screen is asked for again. */
export const renew = (...names: ConsoleOperationName[]): Promise<unknown> =>
  Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: ['console', name] })))
