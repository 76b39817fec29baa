import { connectionRefuses, type OperationName, type VpnConnection } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import type { RowAction } from '../../ui/table/RowMenu.tsx'

/** The actions that ask before they act. */
export type OpenDialog = 'reset' | 'delete'

/** On a GM gateway there is no key to change. */
export const keyRefusal = ({ name, ikepolicy }: Pick<VpnConnection, 'name' | 'ikepolicy'>): string | undefined =>
  ikepolicy?.authentication_method === 'digital-envelope-v2'
    ? `${name} is on a GM gateway: it uses certificates, not a pre-shared key.`
    : undefined

/** What can be done with a connection, each with the reason where it cannot be done now. */
export const connectionActions = (
  cloudId: string,
  connection: Pick<VpnConnection, 'id' | 'name' | 'status' | 'ikepolicy'>,
  denied: (name: OperationName) => string | undefined,
  open: (action: OpenDialog) => void,
): (RowAction & { id: 'edit' | 'key' | OpenDialog })[] => [
  {
    id: 'edit',
    text: 'Edit',
    disabledReason: denied('updateVpnConnection') ?? connectionRefuses('update', connection),
    to: paths.vpnConnectionEdit({ cloudId, connectionId: connection.id }),
  },
  {
    id: 'key',
    text: 'Change key',
    disabledReason: denied('updateVpnConnection') ?? keyRefusal(connection) ?? connectionRefuses('update', connection),
    to: paths.vpnConnectionKey({ cloudId, connectionId: connection.id }),
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
