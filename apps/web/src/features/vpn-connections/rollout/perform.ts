import { isSettling } from '@vpn-console/api-client'
import { call } from '../../../api/client.ts'
import { invalidate } from '../../../api/operation-query.ts'
import { followTask } from '../../../api/tasks.ts'
import { isGone } from '../../../api/gone.ts'
import { forgetKeyChange, rememberKeyChange } from '../key/key-changes.ts'
import type { Step } from './steps.ts'

const lookAgainMs = 3_000
/** A tunnel that was just reset may be told as connected for a moment still. */
const resetTakesMs = 4_000

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })

const waitForStatus = async (
  cloudId: string,
  id: string,
  isThere: (status: string) => boolean,
  signal: AbortSignal,
): Promise<void> => {
  for (;;) {
    const { vpn_connection } = await call(
      cloudId,
      'showVpnConnection',
      { params: { vpn_connection_id: id } },
      { signal },
    )
    if (isThere(vpn_connection.status)) return
    await pause(lookAgainMs, signal)
  }
}

type Performing = {
  cloudId: string
  /** The new key, while there is one to send: it lives in the memory of the page alone. */
  psk: string | undefined
  signal: AbortSignal
}

/** Does one step to its end. A step that only a person can do asks for it. */
export const perform = async (
  { kind, tunnel, isHeldBack }: Step,
  { cloudId, psk, signal }: Performing,
): Promise<'done' | 'asking'> => {
  if (!tunnel) return 'asking'
  const { id, name } = tunnel
  const params = { vpn_connection_id: id }
  switch (kind) {
    case 'peer':
      return 'asking'
    case 'key':
      if (psk === undefined) throw new Error('The new key is not known any more. Begin again with a new one.')
      await call(cloudId, 'updateVpnConnection', { params, body: { vpn_connection: { psk } } })
      if (isHeldBack) rememberKeyChange(cloudId, id)
      await waitForStatus(cloudId, id, (status) => !isSettling(status), signal)
      break
    case 'reset':
      await call(cloudId, 'resetVpnConnection', { params })
      forgetKeyChange(cloudId, id)
      break
    case 'up':
      await pause(resetTakesMs, signal)
      await waitForStatus(cloudId, id, (status) => status === 'ACTIVE', signal)
      break
    case 'delete':
      await call(cloudId, 'deleteVpnConnection', { params }).catch((error: unknown) => {
        // A 404 is success: another tab may have deleted it first.
        if (!isGone(error)) throw error
      })
      followTask({ cloudId, kind: 'delete', resource: 'vpn-connection', resourceId: id, name })
  }
  void invalidate(cloudId, 'listVpnConnections', 'showVpnConnection', 'showVpnConnectionLog')
  return 'done'
}
