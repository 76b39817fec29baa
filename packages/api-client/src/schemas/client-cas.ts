import * as z from 'zod'
import { pem, plainName } from './fields.ts'
import { resourceRef } from './shared.ts'

export const clientCaCertificateUpload = z.strictObject({
  name: plainName.optional(),
  content: pem(),
})
export type ClientCaCertificateUpload = z.infer<typeof clientCaCertificateUpload>

export const clientCaCertificate = z.object({
  id: z.string(),
  name: z.string(),
  issuer: z.string().optional(),
  subject: z.string().optional(),
  serial_number: z.string().optional(),
  expiration_time: z.string().optional(),
  signature_algorithm: z.string().optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
})
export type ClientCaCertificate = z.infer<typeof clientCaCertificate>

export const importClientCaRequestBody = z.strictObject({
  client_ca_certificate: clientCaCertificateUpload,
})
export type ImportClientCaRequestBody = z.infer<typeof importClientCaRequestBody>

export const checkClientCaCertificateResponse = z.object({
  name: z.string().optional(),
  issuer: z.string().optional(),
  subject: z.string().optional(),
  serial_number: z.string().optional(),
  expiration_time: z.string().optional(),
  signature_algorithm: z.string().optional(),
})
export type CheckClientCaCertificateResponse = z.infer<typeof checkClientCaCertificateResponse>

export const importClientCaResponse = z.object({
  client_ca_certificate: resourceRef,
  request_id: z.string().optional(),
})
export type ImportClientCaResponse = z.infer<typeof importClientCaResponse>

export const showClientCaResponse = z.object({
  client_ca_certificate: clientCaCertificate,
  request_id: z.string().optional(),
})
export type ShowClientCaResponse = z.infer<typeof showClientCaResponse>

export const clientCaCertificateUpdate = z.strictObject({
  name: plainName.optional(),
})
export type ClientCaCertificateUpdate = z.infer<typeof clientCaCertificateUpdate>

export const updateClientCaRequestBody = z.strictObject({
  client_ca_certificate: clientCaCertificateUpdate,
})
export type UpdateClientCaRequestBody = z.infer<typeof updateClientCaRequestBody>
