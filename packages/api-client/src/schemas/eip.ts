import * as z from 'zod'
import { pageInfo } from './shared.ts'

export const publicip = z.object({
  id: z.string(),
  alias: z.string().nullish(),
  public_ip_address: z.string().optional(),
  public_ipv6_address: z.string().optional(),
  ip_version: z.number().optional(),
  /** DOWN: free; VPN: bound to a VPN gateway; FREEZED: frozen. */
  status: z.string().optional(),
  type: z.string().optional(),
  port_id: z.string().nullish(),
  bandwidth_id: z.string().optional(),
  bandwidth_name: z.string().optional(),
  /** Mbit/s. */
  bandwidth_size: z.number().optional(),
  /** PER: its own bandwidth; WHOLE: a shared one. */
  bandwidth_share_type: z.string().optional(),
  enterprise_project_id: z.string().optional(),
  public_border_group: z.string().optional(),
})
export type Publicip = z.infer<typeof publicip>

export const listPublicipsResponse = z.object({ publicips: z.array(publicip) })

const publicipV3 = z.object({
  id: z.string(),
  alias: z.string().nullish(),
  public_ip_address: z.string().optional(),
  status: z.string().optional(),
  type: z.string().optional(),
  associate_instance_type: z.string().nullish(),
  associate_instance_id: z.string().nullish(),
  bandwidth: z
    .object({
      id: z.string().optional(),
      name: z.string().optional(),
      size: z.number().optional(),
      share_type: z.string().optional(),
      charge_mode: z.string().optional(),
    })
    .optional(),
  billing_info: z.string().nullish(),
  enterprise_project_id: z.string().optional(),
  public_border_group: z.string().optional(),
})

export const listPublicipsV3Response = z.object({
  publicips: z.array(publicipV3),
  page_info: pageInfo.optional(),
  total_count: z.number().optional(),
})

export const updatePublicipRequestBody = z.strictObject({
  publicip: z.strictObject({
    /** Left out or empty: unbind. */
    port_id: z.string().optional(),
    ip_version: z.int().optional(),
    alias: z.string().optional(),
  }),
})
export const updatePublicipResponse = z.object({ publicip })

export const listCommonPoolsResponse = z.object({
  common_pools: z.array(
    z.object({
      name: z.string(),
      type: z.string().optional(),
      status: z.string().optional(),
      public_border_group: z.string().optional(),
    }),
  ),
})

export const bandwidth = z.object({
  id: z.string(),
  name: z.string().optional(),
  /** Mbit/s. */
  size: z.number().optional(),
  share_type: z.string().optional(),
  charge_mode: z.string().optional(),
  bandwidth_type: z.string().optional(),
  enterprise_project_id: z.string().optional(),
  public_border_group: z.string().optional(),
})
export type Bandwidth = z.infer<typeof bandwidth>

export const listBandwidthsResponse = z.object({ bandwidths: z.array(bandwidth) })
