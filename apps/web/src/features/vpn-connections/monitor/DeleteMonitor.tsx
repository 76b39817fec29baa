import type { ConnectionMonitor } from '@vpn-console/api-client'
import { useOperation } from '../../../api/operation-query.ts'
import ConfirmDelete from '../../../ui/ConfirmDelete.tsx'
import { isGone } from '../../../api/gone.ts'

type DeleteMonitorProps = { monitor: Pick<ConnectionMonitor, 'id'>; name: string; onClose: () => void }

/** Asks before a monitor is taken down. */
export default function DeleteMonitor({ monitor, name, onClose }: DeleteMonitorProps) {
  const remove = useOperation('deleteConnectionMonitor', {
    refreshes: ['listConnectionMonitors', 'showConnectionMonitor', 'showVpnConnection', 'listVpnConnections'],
  })
  return (
    <ConfirmDelete
      thing="the"
      name={`monitor of ${name}`}
      consequence="The line is measured no more: its latency and loss end here, and what was measured stays. The tunnel carries on."
      isPending={remove.isPending}
      error={isGone(remove.error) ? null : remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          { params: { connection_monitor_id: monitor.id } },
          {
            onSuccess: onClose,
            // A 404 is success: another tab may have deleted it first.
            onError: (error) => {
              if (isGone(error)) onClose()
            },
          },
        )
      }
    />
  )
}
