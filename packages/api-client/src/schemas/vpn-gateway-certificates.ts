import * as z from 'zod'
import { certificateName, openEnum, pem } from './fields.ts'

export const vpnGatewayCertificateCreate = z.strictObject({
  name: certificateName.optional(),
  certificate: pem(4096),
  private_key: pem(4096).meta({ secret: true }),
  certificate_chain: pem(8192),
  enc_certificate: pem(4096),
  enc_private_key: pem(4096).meta({ secret: true }),
})
export type VpnGatewayCertificateCreate = z.infer<typeof vpnGatewayCertificateCreate>

export const createVpnGatewayCertificateRequestBody = z.strictObject({
  certificate: vpnGatewayCertificateCreate,
})
export type CreateVpnGatewayCertificateRequestBody = z.infer<typeof createVpnGatewayCertificateRequestBody>

export const vpnGatewayCertificateUpdate = z.strictObject({
  name: certificateName.optional(),
  /** All five together unless only the name changes. */
  certificate: pem(4096).optional(),
  /** As certificate. */
  private_key: pem(4096).optional().meta({ secret: true }),
  /** As certificate. */
  certificate_chain: pem(8192).optional(),
  /** As certificate. */
  enc_certificate: pem(4096).optional(),
  /** As certificate. */
  enc_private_key: pem(4096).optional().meta({ secret: true }),
})
export type VpnGatewayCertificateUpdate = z.infer<typeof vpnGatewayCertificateUpdate>

export const updateVpnGatewayCertificateRequestBody = z.strictObject({
  certificate: vpnGatewayCertificateUpdate,
})
export type UpdateVpnGatewayCertificateRequestBody = z.infer<typeof updateVpnGatewayCertificateRequestBody>

export const vpnGatewayCertificateConfig = z.object({
  id: z.string(),
  name: z.string(),
  vgw_id: z.string().optional(),
  issuer: z.string().optional(),
  signature_algorithm: z.string().optional(),
  certificate_serial_number: z.string().optional(),
  certificate_subject: z.string().optional(),
  certificate_expire_time: z.string().optional(),
  certificate_chain_serial_number: z.string().optional(),
  certificate_chain_subject: z.string().optional(),
  certificate_chain_expire_time: z.string().optional(),
  enc_certificate_serial_number: z.string().optional(),
  enc_certificate_subject: z.string().optional(),
  enc_certificate_expire_time: z.string().optional(),
  created_at: z.string().optional(),
})
export type VpnGatewayCertificateConfig = z.infer<typeof vpnGatewayCertificateConfig>

export const vpnGatewayCertificate = z.object({
  id: z.string(),
  name: z.string(),
  project_id: z.string().optional(),
  vgw_id: z.string().optional(),
  status: openEnum(['BOUND', 'FAULT', 'BINDING']),
  issuer: z.string().optional(),
  signature_algorithm: z.string().optional(),
  certificate_serial_number: z.string().optional(),
  certificate_subject: z.string().optional(),
  certificate_expire_time: z.string().optional(),
  certificate_chain_serial_number: z.string().optional(),
  certificate_chain_subject: z.string().optional(),
  certificate_chain_expire_time: z.string().optional(),
  enc_certificate_serial_number: z.string().optional(),
  enc_certificate_subject: z.string().optional(),
  enc_certificate_expire_time: z.string().optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
})
export type VpnGatewayCertificate = z.infer<typeof vpnGatewayCertificate>

export const vpnGatewayCertificateConfigResponse = z.object({
  certificate: vpnGatewayCertificateConfig,
  request_id: z.string().optional(),
})
export type VpnGatewayCertificateConfigResponse = z.infer<typeof vpnGatewayCertificateConfigResponse>

export const showVpnGatewayCertificateResponse = z.object({
  certificate: vpnGatewayCertificate,
  request_id: z.string().optional(),
})
export type ShowVpnGatewayCertificateResponse = z.infer<typeof showVpnGatewayCertificateResponse>

export const listVpnGatewayCertificatesResponse = z.object({
  vpn_gateway_certificates: z.array(vpnGatewayCertificate),
  request_id: z.string().optional(),
})
export type ListVpnGatewayCertificatesResponse = z.infer<typeof listVpnGatewayCertificatesResponse>
