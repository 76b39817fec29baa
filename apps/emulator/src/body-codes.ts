import { catalogue, type Operation } from '@vpn-console/api-client'
import * as z from 'zod'
import { refusal, type Refusal } from './refusal.ts'

type Issue = z.core.$ZodIssue

// Codes that the service gives where a body does not even fit its table.
const codes: readonly { path: RegExp; code: (issue: Issue) => string | undefined }[] = [
  { path: /^p2c_vpn_gateway\.max_connection_number$/, code: () => 'VPN.0504' },
  { path: /^vpn_server\.client_cidr$/, code: () => 'VPN.1103' },
  {
    path: /^vpn_server\.local_subnets$/,
    code: ({ code }) => (code === 'too_big' ? 'VPN.1105' : code === 'too_small' ? 'VPN.1118' : undefined),
  },
  { path: /^vpn_server\.local_subnets\.\d+$/, code: () => 'VPN.1103' },
  {
    path: /^vpn_server\.client_ca_certificates$/,
    code: ({ code }) => (code === 'too_big' ? 'VPN.1111' : code === 'too_small' ? 'VPN.1101' : undefined),
  },
  { path: /^user\.name$/, code: ({ code }) => (code === 'invalid_type' ? undefined : 'VPN.1317') },
  {
    path: /^(?:user\.password|new_password)$/,
    code: ({ code }) => (code === 'invalid_format' ? 'VPN.1310' : code === 'invalid_type' ? undefined : 'VPN.1308'),
  },
  { path: /^users$/, code: ({ code }) => (code === 'too_small' ? 'VPN.1318' : undefined) },
  { path: /^access_policy\.dest_ip_cidrs$/, code: ({ code }) => (code === 'too_big' ? 'VPN.1402' : undefined) },
  { path: /^access_policy\.dest_ip_cidrs\.\d+$/, code: () => 'VPN.1403' },
]

const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (Object(value) as Record<PropertyKey, unknown>)[key], body)

/** The refusal that the service has a code of its own for; undefined where it only says that the request is invalid. */
export const documentedRefusal = (issue: Issue, body: unknown): Refusal | undefined => {
  const path = issue.path.join('.')
  const code = codes.find((one) => one.path.test(path))?.code(issue)
  // Only blocks are repeated in a text: a password never is.
  return code === undefined
    ? undefined
    : refusal(code, /cidr|subnets/.test(path) ? String(valueAt(body, issue.path)) : '')
}

const text = z.string('Enter a text.')

/** Each user of a batch is told what is wrong with him, so that the body as a whole is taken as it comes. */
const looseUsers = z.strictObject({
  users: z
    .array(
      z.strictObject({
        name: text,
        password: text,
        description: text.optional(),
        user_group_name: text.optional(),
        static_ip: text.optional(),
      }),
    )
    .min(1),
})

/** What the emulator reads a body with: the row's own schema, but for what it answers piece by piece. */
export const bodySchema = (row: Operation): z.ZodType | undefined =>
  row.body === catalogue.batchCreateVpnUsers.body ? looseUsers : row.body
