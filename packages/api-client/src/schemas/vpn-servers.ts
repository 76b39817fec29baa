import * as z from 'zod'
import { clientCaCertificate, clientCaCertificateUpload } from './client-cas.ts'
import { anyText, cidr4, ipv4, list, oneOf, openEnum } from './fields.ts'
import { pageInfo, resourceRef } from './shared.ts'

export const serverCertificateRef = z.strictObject({
  /** Required with source CCM. */
  id: anyText.optional(),
  source: oneOf(['CCM', 'SERVICE_SIGN']).optional(),
})
export type ServerCertificateRef = z.infer<typeof serverCertificateRef>

export const sslOptionsCreate = z.strictObject({
  protocol: oneOf(['TCP']).optional().meta({ default: 'TCP' }),
  port: z.literal([443, 1194]).optional().meta({ default: 443 }),
  encryption_algorithm: oneOf(['AES-128-GCM', 'AES-256-GCM']).optional().meta({ default: 'AES-128-GCM' }),
  is_compressed: z.boolean().optional().meta({ default: false }),
})
export type SslOptionsCreate = z.infer<typeof sslOptionsCreate>

export const vpnServerCreate = z.strictObject({
  tunnel_protocol: oneOf(['SSL']).optional().meta({ default: 'SSL' }),
  client_cidr: cidr4,
  local_subnets: list(cidr4, 1, 20),
  client_auth_type: oneOf(['CERT', 'LOCAL_PASSWORD', 'IAM', 'FEDERATED'])
    .optional()
    .meta({ default: 'LOCAL_PASSWORD' }),
  /** Required with SSL. */
  server_certificate: serverCertificateRef.optional(),
  /** Required with SSL and CERT. */
  client_ca_certificates: list(clientCaCertificateUpload, 1, 10).optional(),
  /** Required with SSL. */
  ssl_options: sslOptionsCreate.optional(),
  dns_servers: list(ipv4, 0, 2).optional(),
  /** Required with FEDERATED, not allowed otherwise. */
  idp_name: anyText.optional(),
})
export type VpnServerCreate = z.infer<typeof vpnServerCreate>

export const createServerRequestBody = z.strictObject({
  vpn_server: vpnServerCreate,
})
export type CreateServerRequestBody = z.infer<typeof createServerRequestBody>

export const createVpnServerResponse = z.object({
  vpn_server: resourceRef,
  request_id: z.string().optional(),
})
export type CreateVpnServerResponse = z.infer<typeof createVpnServerResponse>

export const serverCertificate = z.object({
  id: z.string(),
  name: z.string(),
  issuer: z.string().optional(),
  subject: z.string().optional(),
  serial_number: z.string().optional(),
  expiration_time: z.string().optional(),
  signature_algorithm: z.string().optional(),
  source: openEnum(['CCM', 'SERVICE_SIGN']).optional(),
})
export type ServerCertificate = z.infer<typeof serverCertificate>

export const sslOptions = z.object({
  protocol: openEnum(['TCP']).optional(),
  port: z.number().optional(),
  encryption_algorithm: openEnum(['AES-128-GCM', 'AES-256-GCM']).optional(),
  authentication_algorithm: openEnum(['SHA256', 'SHA384']).optional(),
  is_compressed: z.boolean().optional(),
})
export type SslOptions = z.infer<typeof sslOptions>

export const vpnServer = z.object({
  id: z.string(),
  p2c_vgw_id: z.string().optional(),
  client_cidr: z.string().optional(),
  local_subnets: z.array(z.string()).optional(),
  client_auth_type: openEnum(['CERT', 'LOCAL_PASSWORD', 'IAM', 'FEDERATED']).optional(),
  tunnel_protocol: openEnum(['SSL']).optional(),
  server_certificate: serverCertificate.optional(),
  client_ca_certificates: z.array(clientCaCertificate).optional(),
  ssl_options: sslOptions.optional(),
  dns_servers: z.array(z.string()).optional(),
  idp_name: z.string().optional(),
  status: openEnum(['PENDING_CREATE', 'PENDING_UPDATE', 'ACTIVE', 'FAULT', 'FROZEN']),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
})
export type VpnServer = z.infer<typeof vpnServer>

export const listVpnServersResponse = z.object({
  vpn_servers: z.array(vpnServer),
  total_count: z.number().optional(),
  page_info: pageInfo.optional(),
  request_id: z.string().optional(),
})
export type ListVpnServersResponse = z.infer<typeof listVpnServersResponse>

export const serverCertificateUpdate = z.strictObject({
  id: anyText,
})
export type ServerCertificateUpdate = z.infer<typeof serverCertificateUpdate>

export const sslOptionsUpdate = z.strictObject({
  protocol: oneOf(['TCP']).optional(),
  port: z.literal([443, 1194]).optional(),
  encryption_algorithm: oneOf(['AES-128-GCM', 'AES-256-GCM']).optional(),
})
export type SslOptionsUpdate = z.infer<typeof sslOptionsUpdate>

export const vpnServerUpdate = z.strictObject({
  client_cidr: cidr4.optional(),
  local_subnets: list(cidr4, 1, 20).optional(),
  server_certificate: serverCertificateUpdate.optional(),
  ssl_options: sslOptionsUpdate.optional(),
  client_auth_type: oneOf(['CERT', 'LOCAL_PASSWORD', 'IAM', 'FEDERATED']).optional(),
  dns_servers: list(ipv4, 0, 2).optional(),
  /** Required with FEDERATED, not allowed otherwise. */
  idp_name: anyText.optional(),
})
export type VpnServerUpdate = z.infer<typeof vpnServerUpdate>

export const updateServerRequestBody = z.strictObject({
  vpn_server: vpnServerUpdate,
})
export type UpdateServerRequestBody = z.infer<typeof updateServerRequestBody>

export const exportClientConfigRequestBody = z.strictObject({
  /** The reference writes macOS, the SDK and the Chinese page MacOS. */
  os_type: oneOf(['Windows', 'Linux', 'macOS', 'MacOS', 'Android', 'iOS']).optional().meta({ default: 'Windows' }),
})
export type ExportClientConfigRequestBody = z.infer<typeof exportClientConfigRequestBody>

export const exportClientConfigResponse = z.object({
  client_config: z.string().optional(),
})
export type ExportClientConfigResponse = z.infer<typeof exportClientConfigResponse>
