import * as z from 'zod'
import { id, moment } from './fields.ts'
import { mostPatterns } from './grant-rules.ts'
import type { ConsoleOperation } from './operation.ts'
import { grantScopes } from './grant-scopes.ts'

/** What is given to whom for a part of the cloud; the rules say which parts a kind of scope has. */
export const grantPlace = z.strictObject({
  type: z.enum(grantScopes),
  cloudId: id.optional(),
  /** Id of the enterprise project or of the VPN server. */
  scopeId: id.optional(),
  vpnUserId: id.optional(),
})

const subjectTypes = ['person', 'group'] as const

export const givenGrant = z.object({
  id: z.string(),
  subject: z.object({
    type: z.enum(subjectTypes),
    /** The person's id, or the group's name as the provider says it. */
    id: z.string(),
    name: z.string(),
  }),
  role: z.string(),
  roleName: z.string(),
  scope: z.object({
    type: z.enum(grantScopes),
    cloudId: z.string().optional(),
    scopeId: z.string().optional(),
    vpnUserId: z.string().optional(),
  }),
  createdAt: moment,
  /** Name of the person who gave it. */
  createdBy: z.string(),
})
export type GivenGrant = z.infer<typeof givenGrant>

export const shownRole = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** Patterns of actions. */
  actions: z.array(z.string()),
  isBuiltIn: z.boolean(),
  /** How often it is given. */
  grants: z.number().int(),
})
export type ShownRole = z.infer<typeof shownRole>

/** What an administrator says of a role of his own. */
export const roleBody = z.strictObject({
  name: z
    .string()
    .regex(/^\S(?:.*\S)?$/, 'Give the role a name, without spaces around it.')
    .max(64, 'Use at most 64 characters.'),
  description: z.string().max(500, 'Use at most 500 characters.'),
  actions: z.array(z.string().max(200)).max(mostPatterns),
})
export type RoleBody = z.infer<typeof roleBody>

const ofRole = z.strictObject({ roleId: id })

/** Roles and grants: who may do what, and where. */
export const roleOperations = {
  listRoles: {
    method: 'GET',
    path: '/api/roles',
    action: 'console:roles:list',
    status: 200,
    response: z.object({ roles: z.array(shownRole) }),
  },
  showRole: {
    method: 'GET',
    path: '/api/roles/{roleId}',
    action: 'console:roles:list',
    params: ofRole,
    status: 200,
    response: shownRole,
  },
  createRole: {
    method: 'POST',
    path: '/api/roles',
    action: 'console:roles:create',
    body: roleBody,
    status: 201,
    response: shownRole,
  },
  updateRole: {
    method: 'PUT',
    path: '/api/roles/{roleId}',
    action: 'console:roles:update',
    params: ofRole,
    body: roleBody,
    status: 200,
    response: shownRole,
  },
  deleteRole: {
    method: 'DELETE',
    path: '/api/roles/{roleId}',
    action: 'console:roles:delete',
    params: ofRole,
    status: 204,
    gone: shownRole,
  },
  listGrants: {
    method: 'GET',
    path: '/api/grants',
    action: 'console:grants:list',
    query: z.strictObject({
      subjectType: z.enum(subjectTypes).optional(),
      subject: z.string().min(1).max(255).optional(),
      role: id.optional(),
      cloudId: id.optional(),
    }),
    status: 200,
    response: z.object({ grants: z.array(givenGrant) }),
  },
  giveGrant: {
    method: 'POST',
    path: '/api/grants',
    action: 'console:grants:give',
    body: z.strictObject({
      subject: z.strictObject({ type: z.enum(subjectTypes), id: z.string().min(1).max(255) }),
      role: id,
      scope: grantPlace,
    }),
    status: 201,
    response: z.object({ id: z.string() }),
  },
  takeGrant: {
    method: 'DELETE',
    path: '/api/grants/{grantId}',
    action: 'console:grants:take',
    params: z.strictObject({ grantId: id }),
    status: 204,
    gone: givenGrant,
  },
} as const satisfies Record<string, ConsoleOperation>
