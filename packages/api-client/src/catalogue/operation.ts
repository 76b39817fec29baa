import * as z from 'zod'

export const services = ['vpn', 'vpc', 'eip', 'er', 'scm', 'lts', 'ces', 'iam', 'eps'] as const
/** The cloud services that are called, each at a host of its own. */
export type Service = (typeof services)[number]

/** One call of the cloud's API, as data. */
export type Operation = {
  service: Service
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with the cloud's own placeholders: `/v5/{project_id}/vpn-gateways/{vgw_id}`. */
  path: string
  /** IAM action, or null where the reference names none. */
  action: string | null
  /** Status of a good answer. */
  status: number
  params: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  response?: z.ZodType
  /** How its list is paged; absent: everything comes in one answer. */
  paging?: 'marker' | 'offset' | 'last-id'
  /** It takes an idempotency token in `X-Client-Token`. */
  clientToken?: true
  /** A POST that changes nothing, so that it may be retried. */
  reads?: true
  /** Which id the signature carries: project (default), account, or none at all. */
  scope?: 'domain' | 'none'
}

/** One segment of a path: never empty, no slash, no dots alone. */
export const pathId = z
  .string()
  .regex(/^(?!\.+$)[A-Za-z0-9._-]{1,128}$/, 'Enter an id: letters, digits, hyphens, underscores and periods.')

export const inProject = z.strictObject({ project_id: pathId })
export const inAccount = z.strictObject({})

export const tagResourceTypes = ['vpn-gateway', 'customer-gateway', 'vpn-connection', 'p2c-vpn-gateways'] as const
