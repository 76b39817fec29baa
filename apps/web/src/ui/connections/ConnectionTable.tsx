import type { VpnConnection } from '@vpn-console/api-client'
import { useMemo, type ReactNode } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { ResourceTable, type ResourceTableProps } from '../table/ResourceTable.tsx'
import { connectionColumns, type HiddenEnd } from './connection-columns.tsx'
import { rowKey, type ContextOf } from './connection-rows.ts'

type ConnectionTableProps = Pick<
  ResourceTableProps<VpnConnection>,
  'error' | 'onRetry' | 'actionsOf' | 'selected' | 'onSelect' | 'urlPrefix' | 'header' | 'tools'
> & {
  id: string
  /** All connections of the list; undefined while they are loading or when they could not be loaded. */
  connections: readonly VpnConnection[] | undefined
  /** From `useConnectionContext`, over all connections that may be a pair's other tunnel. */
  contextOf: ContextOf
  /** The end whose page this is. */
  hiddenEnd?: HiddenEnd
  empty: { text: string; action?: ReactNode }
}

const idOf = ({ id }: VpnConnection) => id
const nameOf = ({ name }: VpnConnection) => name
/** A tunnel that is down says why in a second line; its place is kept, so that nothing moves when the cause comes. */
const linesOf = ({ status }: VpnConnection) => (status === 'DOWN' ? 2 : 1)

/** A list of connections, wherever it stands: the two tunnels of a pair are one row. */
export const ConnectionTable = ({ connections, contextOf, hiddenEnd, ...rest }: ConnectionTableProps) => {
  const cloudId = useCloudId()
  const columns = useMemo(() => connectionColumns(cloudId, contextOf, hiddenEnd), [cloudId, contextOf, hiddenEnd])
  const groupOf = useMemo(
    () => (connection: VpnConnection) => rowKey(connection, contextOf(connection).other),
    [contextOf],
  )
  return (
    <ResourceTable
      {...rest}
      words={{ one: 'connection', many: 'connections' }}
      items={connections}
      columns={columns}
      idOf={idOf}
      nameOf={nameOf}
      groupOf={groupOf}
      linesOf={linesOf}
      sortedBy="name"
    />
  )
}
