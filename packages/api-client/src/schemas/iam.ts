import * as z from 'zod'

export const project = z.object({
  id: z.string(),
  /** The region id, or region id and `_name` for a subproject. */
  name: z.string(),
  domain_id: z.string().optional(),
  parent_id: z.string().optional(),
  enabled: z.boolean().optional(),
  is_domain: z.boolean().optional(),
  description: z.string().optional(),
})
export type Project = z.infer<typeof project>

export const listProjectsResponse = z.object({
  projects: z.array(project),
  links: z
    .object({ next: z.string().nullish(), previous: z.string().nullish(), self: z.string().nullish() })
    .optional(),
})

export const createTokenRequestBody = z.strictObject({
  auth: z.strictObject({
    identity: z.strictObject({
      methods: z.array(z.string()),
      password: z.strictObject({
        user: z.strictObject({
          name: z.string(),
          password: z.string().meta({ secret: true }),
          domain: z.strictObject({ name: z.string() }),
        }),
      }),
    }),
    /** The VPN service takes project tokens only; account-wide services take a domain. */
    scope: z
      .strictObject({
        project: z.strictObject({ id: z.string().optional(), name: z.string().optional() }),
        domain: z.strictObject({ id: z.string().optional(), name: z.string().optional() }),
      })
      .partial()
      .optional(),
  }),
})
export type CreateTokenRequestBody = z.infer<typeof createTokenRequestBody>

const reference = z.object({ id: z.string().optional(), name: z.string().optional() })

/** The token itself comes in the answer header `X-Subject-Token`. */
export const createTokenResponse = z.object({
  token: z.object({
    expires_at: z.string(),
    issued_at: z.string().optional(),
    project: reference.optional(),
    user: reference.optional(),
    roles: z.array(reference).optional(),
    catalog: z
      .array(
        z.object({
          type: z.string().optional(),
          endpoints: z.array(z.object({ url: z.string().optional(), region: z.string().optional() })).optional(),
        }),
      )
      .optional(),
  }),
})

export const listRegionsResponse = z.object({
  regions: z.array(
    z.object({
      id: z.string(),
      type: z.string().optional(),
      locales: z.record(z.string(), z.string()).optional(),
      parent_region_id: z.string().nullish(),
    }),
  ),
})

export const listIdentityProvidersResponse = z.object({
  identity_providers: z.array(
    z.object({
      id: z.string(),
      sso_type: z.string().optional(),
      enabled: z.boolean().optional(),
      description: z.string().optional(),
    }),
  ),
})
