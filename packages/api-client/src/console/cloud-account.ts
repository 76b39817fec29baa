import * as z from 'zod'
import { operationNames } from '../catalogue/catalogue.ts'
import { services } from '../catalogue/operation.ts'
import { text } from '../schemas/fields.ts'
import { cloudFeatureIds } from '../rules/cloud-features.ts'
import { id } from './fields.ts'

export const cloudVendors = ['huawei', 'otc', 'emulator'] as const
export const cloudFeature = z.enum(cloudFeatureIds)

const secret = (max: number) => text(1, max).meta({ secret: true })

/** What the console signs its calls with, or signs in with. */
export const cloudCredentials = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('access-key'), ak: text(1, 128), sk: secret(256) }),
  z.strictObject({
    kind: z.literal('temporary'),
    ak: text(1, 128),
    sk: secret(256),
    security_token: secret(16_384),
  }),
  z.strictObject({
    kind: z.literal('password'),
    user: text(1, 128),
    password: secret(256),
    /** The account's name. */
    domain: text(1, 128),
  }),
])
export type CloudCredentialsGiven = z.infer<typeof cloudCredentials>

/** Id of an account, as it stands in links. */
export const accountSlug = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/,
    'Use 1 to 32 small letters, digits or hyphens, with a letter or digit at both ends.',
  )

const baseUrl = z.url({ protocol: /^https?$/, error: 'Enter an address such as https://vpn.example.com.' }).max(255)
/** Base addresses: one for all services, or some of their own. Only https, and only public addresses, unless the console is set to allow others. */
const endpoints = { endpoint: baseUrl.optional(), endpoints: z.partialRecord(z.enum(services), baseUrl).optional() }

const ids = {
  /** Of the cloud; left out, it is the one with the region's name. */
  project_id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'Enter an id: letters, digits, hyphens and underscores.')
    .optional(),
  /** Id of the account at the cloud: only where account-wide lists are refused without it. */
  domain_id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'Enter an id: letters, digits, hyphens and underscores.')
    .optional(),
}

const place = {
  vendor: z.enum(cloudVendors),
  region: z.string().regex(/^[a-z0-9-]{1,64}$/, 'Enter the id of a region, for example eu-west-101.'),
}
const name = z.string().trim().min(1, 'Enter a name.').max(64, 'Use at most 64 characters.')
const features = z.array(cloudFeature).min(1, 'Choose at least one.').max(cloudFeatureIds.length)

export const accountCheckBody = z.strictObject({
  ...place,
  ...ids,
  ...endpoints,
  /** Left out: all of them. */
  features: features.optional(),
  credentials: cloudCredentials,
})
export type AccountCheckBody = z.infer<typeof accountCheckBody>

export const cloudAccountCreate = z.strictObject({
  /** For links; made from the name where it is left out. It never changes, and is not given twice. */
  id: accountSlug.optional(),
  name,
  ...place,
  ...ids,
  ...endpoints,
  features,
  credentials: cloudCredentials,
})
export type CloudAccountCreate = z.infer<typeof cloudAccountCreate>

/** All of it at once: what is left out is unset. Vendor and region stay: another region is another account. */
export const cloudAccountUpdate = z.strictObject({
  name,
  ...ids,
  ...endpoints,
  features,
  /** Only needed where another endpoint is given to an account that signs in by password, which would be sent there. */
  credentials: cloudCredentials.optional(),
  /** The revision this was made from: refused with 409 where somebody has changed the account since. */
  revision: z.number().int().optional(),
})
export type CloudAccountUpdate = z.infer<typeof cloudAccountUpdate>

const knownOperation = z.enum(operationNames)

/** `not-tried`: it cannot be found out without changing something, or takes an object to try it on. */
export const checkOutcomes = ['there', 'partly', 'missing', 'not-offered', 'not-tried', 'unknown'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

const cloudProject = z.object({ id: z.string(), name: z.string() })

/** What came of testing an account. It holds no secret. */
export const accountCheck = z.object({
  /** Milliseconds since 1970. */
  checked_at: z.number(),
  /** `limited`: it can be used, but not for all that was chosen. `failed`: it cannot be used; `problem` says why. */
  outcome: z.enum(['good', 'limited', 'failed']),
  problem: z.object({ code: z.string(), message: z.string(), request_id: z.string().optional() }).optional(),
  /** The project that is used. */
  project: cloudProject.optional(),
  /** Those that IAM lists; absent where it refuses to. */
  projects: z.array(cloudProject).optional(),
  /** Absent where it could not be found out. */
  has_p2c: z.boolean().optional(),
  features: z.array(
    z.object({
      id: cloudFeature,
      outcome: z.enum(checkOutcomes),
      /** In words. */
      finding: z.string(),
      /** Actions whose call was refused. */
      missing: z.array(z.string()),
      /** Actions that could not be tried. */
      untried: z.array(z.string()),
    }),
  ),
  /** Each call that was tried. */
  calls: z.array(
    z.object({
      operation: knownOperation,
      action: z.string().nullable(),
      outcome: z.enum(['there', 'missing', 'not-offered', 'unknown']),
      status: z.number().optional(),
      code: z.string().optional(),
      request_id: z.string().optional(),
    }),
  ),
})
export type AccountCheck = z.infer<typeof accountCheck>

export const cloudAccount = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.enum(cloudVendors),
  region: z.string(),
  /** Empty where it is looked up, and was not needed yet. */
  project_id: z.string(),
  domain_id: z.string().optional(),
  endpoint: z.string().optional(),
  endpoints: z.partialRecord(z.enum(services), z.string()).optional(),
  features: z.array(cloudFeature),
  has_p2c: z.boolean(),
  /** From the environment: it can be looked at and tested here, and changed only where the console is started. */
  source: z.enum(['environment', 'console']),
  /** `hidden`: the environment has an account of the same id, which is used in its place. `locked`: see `trouble`. */
  state: z.enum(['enabled', 'disabled', 'hidden', 'locked']),
  /** Why it cannot be used, in words: its keys were sealed with another master key. */
  trouble: z.string().optional(),
  credentials: z.object({
    kind: z.enum(['access-key', 'temporary', 'password']),
    entered_at: z.number().optional(),
    entered_by: z.string().optional(),
  }),
  last_check: accountCheck.optional(),
  /** Of accounts kept by the console. */
  created_at: z.number().optional(),
  created_by: z.string().optional(),
  updated_at: z.number().optional(),
  revision: z.number().optional(),
})
export type CloudAccountView = z.infer<typeof cloudAccount>

export const accountParams = z.strictObject({ accountId: id })
