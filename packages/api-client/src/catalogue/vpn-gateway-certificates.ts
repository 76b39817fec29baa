import * as z from 'zod'
import {
  createVpnGatewayCertificateRequestBody,
  listVpnGatewayCertificatesResponse,
  showVpnGatewayCertificateResponse,
  updateVpnGatewayCertificateRequestBody,
  vpnGatewayCertificateConfigResponse,
} from '../schemas/vpn-gateway-certificates.ts'
import { inProject, pathId, type Operation } from './operation.ts'

export const vpnGatewayCertificates = {
  createVgwCertificate: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/vpn-gateways/{vgw_id}/certificate',
    action: 'vpn:vpnGateways:importCertificate',
    status: 201,
    params: inProject.extend({ vgw_id: pathId }),
    body: createVpnGatewayCertificateRequestBody,
    response: vpnGatewayCertificateConfigResponse,
  },
  showVpnGatewayCertificate: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/vpn-gateways/{vgw_id}/certificate',
    action: 'vpn:vpnGateways:getCertificate',
    status: 200,
    params: inProject.extend({ vgw_id: pathId }),
    response: showVpnGatewayCertificateResponse,
  },
  updateVgwCertificate: {
    service: 'vpn',
    method: 'PUT',
    path: '/v5/{project_id}/vpn-gateways/{vgw_id}/certificate/{certificate_id}',
    action: 'vpn:vpnGateways:updateCertificate',
    status: 200,
    params: inProject.extend({ vgw_id: pathId, certificate_id: pathId }),
    body: updateVpnGatewayCertificateRequestBody,
    response: vpnGatewayCertificateConfigResponse,
  },
  listVpnGatewayCertificates: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/vpn-gateway-certificates',
    action: null,
    status: 200,
    params: inProject,
    query: z.strictObject({
      limit: z.int().min(0).optional(),
      marker: z.string().optional(),
      pre_expire_days: z.int().min(0).optional(),
    }),
    response: listVpnGatewayCertificatesResponse,
    paging: 'marker',
  },
} satisfies Record<string, Operation>
