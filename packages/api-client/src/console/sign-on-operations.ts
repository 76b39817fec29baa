import * as z from 'zod'
import type { ConsoleOperation } from './operation.ts'

const claimName = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, 'Give the name of a claim: up to 128 characters without spaces.')

/** How people sign in by an OpenID provider; all but the client secret. */
export const signOnSettings = z.strictObject({
  enabled: z.boolean(),
  /** The provider's issuer identifier: where its configuration is found. */
  issuer: z
    .url({ protocol: /^https?$/, error: 'Give the address of the provider, such as https://login.example.org.' })
    .max(255, 'Use at most 255 characters.')
    .refine((issuer) => !/[?#]/.test(issuer), 'An issuer has no ? and no #.'),
  clientId: z.string().min(1, 'Give the id that the provider knows the console by.').max(255),
  /** Separated by spaces. */
  scopes: z
    .string()
    .max(255, 'Use at most 255 characters.')
    .regex(/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/, 'Give scopes with one space between them.')
    .refine((scopes) => scopes.split(' ').includes('openid'), 'The scope openid is needed.'),
  /** The claim that a new person is named after. */
  nameClaim: claimName,
  /** The claim with the names of his groups. */
  groupsClaim: claimName,
  /** Of the button on the sign-in page: `Sign in with …`. */
  buttonText: z.string().min(1, 'Give the button a text.').max(64, 'Use at most 64 characters.'),
  /** Whether people with a password may still use it. Administrators always may. */
  allowsPasswords: z.boolean(),
  /** Whether signing out of the console also signs out at the provider. */
  signsOutAtProvider: z.boolean(),
})
export type SignOnSettings = z.infer<typeof signOnSettings>

const clientSecret = z.string().min(1).max(512).meta({ secret: true })

/** What a test of the settings found, one sentence each. */
export const signOnFinding = z.object({ outcome: z.enum(['good', 'note', 'bad']), text: z.string() })
export type SignOnFinding = z.infer<typeof signOnFinding>

/** Why a sign-in by the provider did not come to its end; the sign-in page says it in words. */
export const signOnProblems = [
  'off',
  'provider-down',
  'provider-wrong',
  'client-refused',
  'clock',
  'refused',
  'claims-missing',
  'lost',
  'disabled',
  'busy',
  'fault',
] as const
export type SignOnProblem = (typeof signOnProblems)[number]

const shownSettings = z.object({
  /** Absent until they were saved for the first time. */
  settings: signOnSettings.optional(),
  hasSecret: z.boolean(),
  /** To be registered at the provider. */
  redirectUri: z.string(),
  postLogoutRedirectUri: z.string(),
})

/** Sign-on by an OpenID provider. */
export const signOnOperations = {
  /** What the sign-in page offers. */
  showSignInWays: {
    method: 'GET',
    path: '/api/sign-on',
    access: 'public',
    status: 200,
    response: z.object({
      /** Text of the provider's button; absent where there is none. */
      provider: z.string().optional(),
      /** Whether passwords are for everybody, or for administrators alone. */
      allowsPasswords: z.boolean(),
    }),
  },
  /** Leads the browser to the provider. */
  startSignOn: {
    method: 'GET',
    path: '/api/sign-on/start',
    access: 'public',
    query: z.strictObject({
      /** Where to go after the sign-in: a path of the console. */
      to: z.string().max(2_000).optional(),
    }),
    status: 302,
  },
  /** Where the provider sends the browser back to. */
  finishSignOn: {
    method: 'GET',
    path: '/api/sign-on/callback',
    access: 'public',
    // Providers add what they like.
    query: z.looseObject({}),
    status: 200,
  },
  showSignOn: {
    method: 'GET',
    path: '/api/sign-on/settings',
    action: 'console:signOn:show',
    status: 200,
    response: shownSettings,
  },
  updateSignOn: {
    method: 'PUT',
    path: '/api/sign-on/settings',
    action: 'console:signOn:update',
    body: z.strictObject({
      settings: signOnSettings,
      /** Left out, it stays as it is; null takes it away: a public client, by PKCE alone. */
      clientSecret: clientSecret.nullable().optional(),
    }),
    status: 200,
    response: shownSettings,
  },
  /** Asks the provider for its configuration, and says what was found. */
  testSignOn: {
    method: 'POST',
    path: '/api/sign-on/settings/test',
    action: 'console:signOn:update',
    body: z.strictObject({ issuer: signOnSettings.shape.issuer, scopes: signOnSettings.shape.scopes }),
    status: 200,
    response: z.object({ findings: z.array(signOnFinding) }),
  },
  /** Begins a sign-in with the saved settings that only shows what came. */
  trySignOn: {
    method: 'POST',
    path: '/api/sign-on/trials',
    action: 'console:signOn:update',
    status: 200,
    /** The provider's address, to be opened in a window. */
    response: z.object({ url: z.string() }),
  },
  /** The groups that came with somebody's last sign-in, or that have grants. */
  listSignOnGroups: {
    method: 'GET',
    path: '/api/sign-on/groups',
    action: 'console:signOn:show',
    status: 200,
    response: z.object({
      groups: z.array(z.object({ name: z.string(), people: z.number(), grants: z.number() })),
    }),
  },
} as const satisfies Record<string, ConsoleOperation>
