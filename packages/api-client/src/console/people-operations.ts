import * as z from 'zod'
import { id, moment } from './fields.ts'
import type { ConsoleOperation } from './operation.ts'
import { grantPlace } from './role-operations.ts'

/** How a person stands. `locked`: he has to wait after failed sign-ins; he may be signed in elsewhere all the same. */
export const personStates = ['invited', 'active', 'locked', 'disabled'] as const
export type PersonState = (typeof personStates)[number]

const longestName = 64

/** The name somebody signs in by. It goes into URLs and messages, so that it has no spaces and nothing invisible. */
export const personName = z
  .string()
  .regex(
    /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._@+-]*[\p{L}\p{M}\p{N}])?$/u,
    'Use letters, digits and . _ @ + - between them, without spaces.',
  )
  .max(longestName, `Use at most ${longestName} characters.`)
  .refine((name) => name.normalize('NFKC').length <= longestName, 'This name is too long once it is compared.')

const contact = z
  .string()
  .max(254, 'Use at most 254 characters.')
  .regex(/^[^\p{C}]*$/u, 'Use one line of text.')

export const person = z.object({
  id: z.string(),
  name: z.string(),
  /** An e-mail address or whatever else reaches him; empty where nobody said. */
  contact: z.string(),
  /** Where it is checked who he is: here, or at the provider. */
  source: z.enum(['password', 'sso']),
  state: z.enum(personStates),
  locked_until: moment.optional(),
  /** Absent where he never was here. */
  last_sign_in_at: moment.optional(),
  created_at: moment,
  has_second_factor: z.boolean(),
  /** Names of the roles given to him; those of his groups come with him when he signs in. */
  roles: z.array(z.string()),
})
export type PersonView = z.infer<typeof person>

export const personLink = z.object({
  id: z.string(),
  purpose: z.enum(['invitation', 'reset']),
  state: z.enum(['open', 'used', 'withdrawn', 'expired']),
  created_at: moment,
  created_by: z.string(),
  expires_at: moment,
  used_at: moment.optional(),
})
export type PersonLink = z.infer<typeof personLink>

/** A link that was just made. Its token is in this answer, and nowhere after. */
const newLink = z.object({
  id: z.string(),
  purpose: personLink.shape.purpose,
  token: z.string().meta({ secret: true }),
  expires_at: moment,
})
export type NewPersonLink = z.infer<typeof newLink>

/** Somebody's session. */
export const signedInSession = z.object({
  id: z.string(),
  method: z.enum(['password', 'sso']),
  ip: z.string(),
  user_agent: z.string(),
  created_at: moment,
  last_seen_at: moment,
  /** The one that asks. */
  is_current: z.boolean(),
})
export type SignedInSession = z.infer<typeof signedInSession>

export const personInvite = z.strictObject({
  name: personName,
  contact,
  grants: z.array(z.strictObject({ role: id, scope: grantPlace })).max(50),
})
export const personUpdate = z.strictObject({ name: personName, contact })

// As much as a password may be, and more: what is too long is to be told so by the rule.
const password = z.string().min(1, 'Enter a password.').max(1_000).meta({ secret: true })
const token = z.string().max(300).meta({ secret: true })

const ofPerson = z.strictObject({ personId: id })

/** People who sign in to the console, and what each does about himself. */
export const peopleOperations = {
  listPeople: {
    method: 'GET',
    path: '/api/people',
    action: 'console:people:list',
    status: 200,
    response: z.object({ people: z.array(person) }),
  },
  showPerson: {
    method: 'GET',
    path: '/api/people/{personId}',
    action: 'console:people:list',
    params: ofPerson,
    status: 200,
    response: person,
  },
  /** Makes a person without a password, and the link by which he sets one. No mail is sent. */
  invitePerson: {
    method: 'POST',
    path: '/api/people',
    action: 'console:people:invite',
    body: personInvite,
    status: 201,
    response: z.object({ person, link: newLink }),
  },
  updatePerson: {
    method: 'PUT',
    path: '/api/people/{personId}',
    action: 'console:people:update',
    params: ofPerson,
    body: personUpdate,
    status: 200,
    response: person,
  },
  disablePerson: {
    method: 'POST',
    path: '/api/people/{personId}/disable',
    action: 'console:people:disable',
    params: ofPerson,
    status: 200,
    response: person,
  },
  enablePerson: {
    method: 'POST',
    path: '/api/people/{personId}/enable',
    action: 'console:people:disable',
    params: ofPerson,
    status: 200,
    response: person,
  },
  deletePerson: {
    method: 'DELETE',
    path: '/api/people/{personId}',
    action: 'console:people:delete',
    params: ofPerson,
    status: 204,
  },
  /** Ends the wait after failed sign-ins. */
  unlockPerson: {
    method: 'POST',
    path: '/api/people/{personId}/unlock',
    action: 'console:people:reset',
    params: ofPerson,
    status: 200,
    response: person,
  },
  listPersonLinks: {
    method: 'GET',
    path: '/api/people/{personId}/links',
    action: 'console:people:list',
    params: ofPerson,
    status: 200,
    response: z.object({ links: z.array(personLink) }),
  },
  /** A link in place of those before: for a forgotten password, or for who was invited and has not come. */
  makePersonLink: {
    method: 'POST',
    path: '/api/people/{personId}/links',
    action: 'console:people:reset',
    params: ofPerson,
    status: 201,
    response: newLink,
  },
  revokePersonLink: {
    method: 'DELETE',
    path: '/api/people/{personId}/links/{linkId}',
    action: 'console:people:reset',
    params: z.strictObject({ personId: id, linkId: id }),
    status: 204,
  },
  listPersonSessions: {
    method: 'GET',
    path: '/api/people/{personId}/sessions',
    action: 'console:people:list',
    params: ofPerson,
    status: 200,
    response: z.object({ sessions: z.array(signedInSession) }),
  },
  signOutPerson: {
    method: 'DELETE',
    path: '/api/people/{personId}/sessions',
    action: 'console:people:signOut',
    params: ofPerson,
    status: 200,
    response: z.object({ ended: z.number().int() }),
  },
  /** What a link is for. Each that cannot be used is answered alike. */
  openLink: {
    method: 'POST',
    path: '/api/links/open',
    access: 'public',
    body: z.strictObject({ token }),
    status: 200,
    response: z.object({ purpose: personLink.shape.purpose, user_name: z.string(), expires_at: moment }),
  },
  useLink: {
    method: 'POST',
    path: '/api/links/use',
    access: 'public',
    body: z.strictObject({ token, password }),
    status: 200,
    response: z.object({ user_name: z.string() }),
  },
  changeOwnPassword: {
    method: 'POST',
    path: '/api/account/password',
    access: 'signed-in',
    body: z.strictObject({ old_password: password, new_password: password }),
    status: 200,
    /** How many other sessions it ended. */
    response: z.object({ ended: z.number().int() }),
  },
  listOwnSessions: {
    method: 'GET',
    path: '/api/account/sessions',
    access: 'signed-in',
    status: 200,
    response: z.object({ sessions: z.array(signedInSession) }),
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/api/account/sessions',
    access: 'signed-in',
    status: 200,
    response: z.object({ ended: z.number().int() }),
  },
  endOwnSession: {
    method: 'DELETE',
    path: '/api/account/sessions/{sessionId}',
    access: 'signed-in',
    params: z.strictObject({ sessionId: id }),
    status: 204,
  },
} as const satisfies Record<string, ConsoleOperation>
