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
