import type { P2cVpnGateway } from '@vpn-console/api-client'
import { useOperation } from '../../../api/operation-query.ts'
import { ConfirmAction } from '../../../ui/ConfirmAction.tsx'
import { showFlash } from '../../../ui/flashes.ts'
import { isGone } from '../../../api/gone.ts'

type StopLoggingProps = { gateway: P2cVpnGateway; onClose: () => void }

/** Asks before a gateway stops writing its connection log. */
export const StopLogging = ({ gateway, onClose }: StopLoggingProps) => {
  const { id, name } = gateway
  const stop = useOperation('deleteVpnConnectionsLogConfig', { refreshes: ['showVpnConnectionsLogConfig'] })
  const done = () => {
    showFlash({ type: 'success', content: `${name} writes no connection log any more.` })
    onClose()
  }
  return (
    <ConfirmAction
      title={`Stop the connection log of ${name}`}
      consequence={
        <>
          <div>Who connects from now on is written nowhere.</div>
          <div>Lines that are in the stream stay there as long as its log group keeps them.</div>
        </>
      }
      actionText="Stop writing"
      pendingText="Stopping"
      errorTitle="The connection log was not stopped"
      isPending={stop.isPending}
      // A 404 is success: another tab may have stopped it first.
      error={isGone(stop.error) ? null : stop.error}
      onConfirm={() =>
        stop.mutate(
          { params: { p2c_vgw_id: id } },
          {
            onSuccess: done,
            onError: (error) => {
              if (isGone(error)) done()
            },
          },
        )
      }
      onClose={onClose}
    />
  )
}
