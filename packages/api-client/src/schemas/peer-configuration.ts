import * as z from 'zod'
import { anyText } from './fields.ts'

export const saInfo = z.object({
  id: z.string(),
  source_ip_cidr: z.string().optional(),
  dest_ip_cidr: z.string().optional(),
  packets_sent: z.number().optional(),
  packets_recv: z.number().optional(),
  traffic_sent: z.number().optional(),
  traffic_recv: z.number().optional(),
  collected_at: z.string().optional(),
})
export type SaInfo = z.infer<typeof saInfo>

export const listConnectionIpsecSaResponse = z.object({
  sa_infos: z.array(saInfo),
  request_id: z.string().optional(),
})
export type ListConnectionIpsecSaResponse = z.infer<typeof listConnectionIpsecSaResponse>

export const supportedDevice = z.object({
  vendor: z.string().optional(),
  /** The reference and Terraform say `type` and `model`; the SDK has one `platform` in their place. */
  type: z.string().optional(),
  model: z.string().optional(),
  platform: z.string().optional(),
  version: z.string().optional(),
})
export type SupportedDevice = z.infer<typeof supportedDevice>

export const listPeerConfigurationSupportedDevicesResponse = z.object({
  supported_devices: z.array(supportedDevice),
  request_id: z.string().optional(),
})
export type ListPeerConfigurationSupportedDevicesResponse = z.infer<
  typeof listPeerConfigurationSupportedDevicesResponse
>

export const exportPeerConfigurationRequestBody = z.strictObject({
  vendor: anyText,
  type: anyText,
  model: anyText,
  version: anyText,
})
export type ExportPeerConfigurationRequestBody = z.infer<typeof exportPeerConfigurationRequestBody>

export const exportVpnConnectionPeerConfigurationResponse = z.object({
  peer_config: z.string().optional(),
  request_id: z.string().optional(),
})
export type ExportVpnConnectionPeerConfigurationResponse = z.infer<typeof exportVpnConnectionPeerConfigurationResponse>
