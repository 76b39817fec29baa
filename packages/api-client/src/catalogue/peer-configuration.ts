import {
  exportPeerConfigurationRequestBody,
  exportVpnConnectionPeerConfigurationResponse,
  listConnectionIpsecSaResponse,
  listPeerConfigurationSupportedDevicesResponse,
} from '../schemas/peer-configuration.ts'
import { inProject, pathId, type Operation } from './operation.ts'

export const peerConfiguration = {
  listConnectionIpsecSa: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/vpn-connection/{vpn_connection_id}/ipsec-sa',
    action: null,
    status: 200,
    params: inProject.extend({ vpn_connection_id: pathId }),
    response: listConnectionIpsecSaResponse,
  },
  listPeerConfigurationSupportedDevices: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/peer-configuration/supported-devices',
    action: null,
    status: 200,
    params: inProject,
    response: listPeerConfigurationSupportedDevicesResponse,
  },
  exportVpnConnectionPeerConfiguration: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/vpn-connection/{vpn_connection_id}/peer-configuration/export',
    action: null,
    status: 200,
    params: inProject.extend({ vpn_connection_id: pathId }),
    body: exportPeerConfigurationRequestBody,
    response: exportVpnConnectionPeerConfigurationResponse,
  },
} satisfies Record<string, Operation>
