import * as z from 'zod'
import { list, oneOf, openEnum, pem, resourceId, resourceName, text, whole } from './fields.ts'
import { pageInfo, vpnResourceTag, vpnResourceTagInput } from './shared.ts'

export const caCertificateRequest = z.strictObject({
  id: resourceId.optional(),
  content: pem(8192).optional(),
})
export type CaCertificateRequest = z.infer<typeof caCertificateRequest>

export const customerGatewayCreate = z.strictObject({
  name: resourceName.optional(),
  id_type: oneOf(['ip', 'fqdn']).optional().meta({ default: 'ip' }),
  id_value: text(1, 128),
  /** Id_type ip. */
  bgp_asn: whole(1, 4294967295).optional(),
  /** Required for SM algorithms (GM gateways). */
  ca_certificate: caCertificateRequest.optional(),
  tags: list(vpnResourceTagInput, 0, 20).optional(),
})
export type CustomerGatewayCreate = z.infer<typeof customerGatewayCreate>

export const createCgwRequestBody = z.strictObject({
  customer_gateway: customerGatewayCreate,
})
export type CreateCgwRequestBody = z.infer<typeof createCgwRequestBody>

export const customerGatewayUpdate = z.strictObject({
  name: resourceName.optional(),
  ca_certificate: caCertificateRequest.optional(),
})
export type CustomerGatewayUpdate = z.infer<typeof customerGatewayUpdate>

export const updateCgwRequestBody = z.strictObject({
  customer_gateway: customerGatewayUpdate,
})
export type UpdateCgwRequestBody = z.infer<typeof updateCgwRequestBody>

export const caCertificate = z.object({
  id: z.string().optional(),
  serial_number: z.string().optional(),
  signature_algorithm: z.string().optional(),
  issuer: z.string().optional(),
  subject: z.string().optional(),
  expire_time: z.string().optional(),
  is_updatable: z.boolean().optional(),
})
export type CaCertificate = z.infer<typeof caCertificate>

export const customerGateway = z.object({
  id: z.string(),
  name: z.string(),
  id_type: openEnum(['ip', 'fqdn']),
  id_value: z.string(),
  /** Id_type ip. */
  bgp_asn: z.number().optional(),
  /** A CA certificate is bound. */
  ca_certificate: caCertificate.optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
  tags: z.array(vpnResourceTag).optional(),
})
export type CustomerGateway = z.infer<typeof customerGateway>

export const customerGatewayResponse = z.object({
  customer_gateway: customerGateway,
  request_id: z.string().optional(),
})
export type CustomerGatewayResponse = z.infer<typeof customerGatewayResponse>

export const listCgwsResponse = z.object({
  customer_gateways: z.array(customerGateway),
  total_count: z.number().optional(),
  page_info: pageInfo.optional(),
  request_id: z.string().optional(),
})
export type ListCgwsResponse = z.infer<typeof listCgwsResponse>
