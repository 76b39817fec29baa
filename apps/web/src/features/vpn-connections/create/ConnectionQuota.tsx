import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import type { VpnGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { operationQuery, useCloudId } from '../../../api/operation-query.ts'
import { roomFor, type Room } from './room.ts'

type ConnectionQuotaProps = { gateway: VpnGateway | undefined; wanted: number }

const words = ({ of, used, most }: Room) => `${of}: ${used} of ${most} connections used.`

/** How many more connections there may be: in the project, and on the gateway. Says nothing where it cannot be read. */
export const ConnectionQuota = ({ gateway, wanted }: ConnectionQuotaProps) => {
  const { data } = useQuery(operationQuery(useCloudId(), 'showQuotasInfo', {}))
  const rooms = roomFor(data?.quotas.resources, gateway)
  const full = rooms.find(({ used, most }) => used + wanted > most)
  if (rooms.length === 0) return null
  if (!full) return <Box color="text-body-secondary">{rooms.map(words).join(' ')}</Box>
  return (
    <Alert type="warning" header="There is no room for this">
      {words(full)} {wanted === 2 ? 'A pair takes two.' : 'A tunnel takes one.'} Delete a connection that is not needed,
      or ask for a larger quota.
    </Alert>
  )
}
