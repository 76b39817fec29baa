import { connectionRefuses, type OperationName, type VpnConnection } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import type { RowAction } from '../../ui/table/RowMenu.tsx'

/** The actions that ask before they act. */
export type OpenDialog = 'reset' | 'delete'

/** What can be done with a connection, each with the reason where it cannot be done now. */
export const connectionActions = (
  cloudId: string,
  connection: Pick<VpnConnection, 'id' | 'name' | 'status'>,
  denied: (name: OperationName) => string | undefined,
  open: (action: OpenDialog) => void,
): (RowAction & { id: 'edit' | OpenDialog })[] => [
  {
    id: 'edit',
    text: 'Edit',
    disabledReason: denied('updateVpnConnection') ?? connectionRefuses('update', connection),
    to: paths.vpnConnectionEdit({ cloudId, connectionId: connection.id }),
  },
  {
    id: 'reset',
    text: 'Reset',
    disabledReason: denied('resetVpnConnection') ?? connectionRefuses('reset', connection),
    onChoose: () => open('reset'),
  },
  {
    id: 'delete',
    text: 'Delete',
    disabledReason: denied('deleteVpnConnection') ?? connectionRefuses('delete', connection),
    onChoose: () => open('delete'),
  },
]
