import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import type { Need } from './gateway-attention.ts'

/** How a gateway is that needs somebody. */
export const GatewayNeed = ({ id, status, need }: { id: string; status: string; need: Need }) =>
  need === 'status' ? (
    <StatusBadge of="gateway" id={id} status={status} />
  ) : (
    <StatusIndicator type="warning">Version near its end</StatusIndicator>
  )
