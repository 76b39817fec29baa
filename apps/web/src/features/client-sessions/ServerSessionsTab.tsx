import type { P2cVpnGateway, VpnServer } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { Sessions } from './Sessions.tsx'

/** Who is connected to a server, and who was: a gateway has one server, and lists what is connected to it. */
export default function ServerSessionsTab(props: { server: VpnServer; gateway: P2cVpnGateway | undefined }) {
  const { server, gateway } = props
  const gatewayId = server.p2c_vgw_id ?? gateway?.id
  if (gatewayId === undefined) {
    return (
      <Alert type="info">The cloud does not say which gateway this server belongs to, which lists its sessions.</Alert>
    )
  }
  return <Sessions gatewayId={gatewayId} serverId={server.id} />
}
