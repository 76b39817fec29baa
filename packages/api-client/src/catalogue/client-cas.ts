import {
  checkClientCaCertificateResponse,
  importClientCaRequestBody,
  importClientCaResponse,
  showClientCaResponse,
  updateClientCaRequestBody,
} from '../schemas/client-cas.ts'
import { requestIdResponse } from '../schemas/errors.ts'
import { inProject, pathId, type Operation } from './operation.ts'

export const clientCas = {
  checkClientCaCertificate: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/client-ca-certificates/check',
    action: 'vpn:system:checkClientCaCertificate',
    status: 200,
    params: inProject,
    body: importClientCaRequestBody,
    response: checkClientCaCertificateResponse,
  },
  importClientCa: {
    service: 'vpn',
    method: 'POST',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}/client-ca-certificates',
    action: 'vpn:p2cVpnGateway:importClientCa',
    status: 201,
    params: inProject.extend({ vpn_server_id: pathId }),
    body: importClientCaRequestBody,
    response: importClientCaResponse,
    clientToken: true,
  },
  showClientCa: {
    service: 'vpn',
    method: 'GET',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}/client-ca-certificates/{client_ca_certificate_id}',
    action: 'vpn:p2cVpnGateway:getClientCa',
    status: 200,
    params: inProject.extend({ vpn_server_id: pathId, client_ca_certificate_id: pathId }),
    response: showClientCaResponse,
  },
  updateClientCa: {
    service: 'vpn',
    method: 'PUT',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}/client-ca-certificates/{client_ca_certificate_id}',
    action: 'vpn:p2cVpnGateway:updateClientCa',
    status: 200,
    params: inProject.extend({ vpn_server_id: pathId, client_ca_certificate_id: pathId }),
    body: updateClientCaRequestBody,
    response: requestIdResponse,
  },
  deleteClientCa: {
    service: 'vpn',
    method: 'DELETE',
    path: '/v5/{project_id}/p2c-vpn-gateways/vpn-servers/{vpn_server_id}/client-ca-certificates/{client_ca_certificate_id}',
    action: 'vpn:p2cVpnGateway:deleteClientCa',
    status: 204,
    params: inProject.extend({ vpn_server_id: pathId, client_ca_certificate_id: pathId }),
  },
} satisfies Record<string, Operation>
