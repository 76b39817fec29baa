import { findDevice, supportedDevices } from '../peer-configuration/devices.ts'
import { huaweiConfiguration } from '../peer-configuration/huawei.ts'
import { peerViewOf } from '../peer-configuration/peer-view.ts'
import { invalid, notFound, notReady } from '../refusal.ts'
import type { Handlers } from './handler.ts'

export const peerConfiguration = {
  listPeerConfigurationSupportedDevices: () => ({
    supported_devices: supportedDevices.map((device) => ({ ...device })),
  }),

  exportVpnConnectionPeerConfiguration: ({ project, params, body }) => {
    const connection = project.connections.get(params.vpn_connection_id)
    if (!connection) throw notFound()
    const { id, life } = connection
    if (life === 'PENDING_CREATE' || life === 'PENDING_DELETE') throw notReady('CONNECTION', id, life)
    const device = findDevice(body)
    if (!device) throw invalid('vendor, type, model and version must be those of a supported device')
    return { peer_config: huaweiConfiguration(peerViewOf(project, connection), device) }
  },
} satisfies Partial<Handlers>
