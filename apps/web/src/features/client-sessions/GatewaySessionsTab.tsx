import type { P2cVpnGateway } from '@vpn-console/api-client'
import { Sessions } from './Sessions.tsx'

/** Who is connected to a gateway, and who was. */
export default function GatewaySessionsTab({ gateway }: { gateway: P2cVpnGateway }) {
  return <Sessions gatewayId={gateway.id} />
}
