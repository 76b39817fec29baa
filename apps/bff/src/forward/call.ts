import {
  ApiError,
  operation,
  ownError,
  send,
  type AnyInput,
  type CallOptions,
  type OperationName,
  type WireResponse,
} from '@vpn-console/api-client'
import { tellKeyPlace } from '../clouds/key-place.ts'
import type { GuardedCloud } from '../clouds/registry.ts'
import { toOwnError } from './upstream-errors.ts'

/** Whether a text begins and ends as JSON does. Reading the whole is the browser's work, once instead of twice. */
const looksLikeJson = (text: string) =>
  /^\s*[[{]/.test(text.slice(0, 64)) && /[\]}]\s*$/.test(text.slice(Math.max(0, text.length - 64)))

/** Sends a checked call and gives the good answer as it came; throws what the browser is to be told. */
export const callCloud = async (
  { account, transport }: GuardedCloud,
  name: OperationName,
  input: AnyInput,
  options: CallOptions = {},
): Promise<WireResponse> => {
  try {
    const answer = await send(transport, name, account.projectId, input, options)
    if (operation(name).response && !looksLikeJson(answer.text)) {
      throw ownError('CONSOLE.CLOUD_GARBAGE', undefined, { requestId: answer.header('x-request-id') })
    }
    return answer
  } catch (error) {
    // Nobody but our own deadline cancels a call.
    const isLate = error instanceof ApiError && error.code === 'CONSOLE.CANCELLED'
    throw isLate ? ownError('CONSOLE.CLOUD_TIMEOUT') : tellKeyPlace(account, toOwnError(error))
  }
}
