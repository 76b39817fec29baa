import { fileURLToPath } from 'node:url'
import { regions } from '@vpn-console/api-client/node'
import { services, type Service } from '@vpn-console/api-client'
import * as z from 'zod'
import type { CloudSettings } from './clouds/connect.ts'
import type { LogLevel } from './log.ts'
import type { Tuning } from './tuning.ts'
import { readMasterKey } from './vault.ts'

export type ConsoleConfig = {
  /** Folder of the console's own data; null keeps it in memory. */
  dataDir: string | null
  /** Of a PostgreSQL database, which is used instead of a file in the folder. */
  databaseUrl?: string | undefined
  /** What secrets in the database are sealed with: 32 bytes. Kept in a file of the data folder where it is not given. */
  masterKey?: Buffer | undefined
  /** What takes its place: for the command that seals everything anew. */
  newMasterKey?: Buffer | undefined
  /** Whether accounts entered in the console may have addresses in private networks, and plain http. */
  allowPrivateEndpoints?: boolean
  /** The account that the environment names; others can be added later. */
  cloud?: CloudSettings | undefined
  /** Of the demo administrator; generated at the first start where it is not given. */
  adminPassword?: string | undefined
  host?: string
  port?: number
  /** The address that people type, where it is not the one listened on. */
  publicUrl?: string | undefined
  /** Proxies in front, whose `X-Forwarded-For` is believed. */
  trustProxy?: boolean | number | string
  logLevel?: LogLevel
  logStream?: { write: (line: string) => void }
  /** Whether others than this machine may read the metrics. */
  metrics?: boolean
  /** The built web app. */
  webDir?: string
  tuning?: Partial<Tuning>
  now?: () => number
}

/** Wrong settings, one sentence for each. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

const projectFile = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]', '::1'])
export const isLoopbackHost = (host: string): boolean => loopbackHosts.has(host)

const text = z.string().optional()
const url = (name: string) =>
  z.url({ protocol: /^https?$/, error: `${name} must be an http or https address.` }).optional()
/** Its user and password may be escaped; what cannot be read is refused here, where nothing of it is shown. */
const isDatabaseUrl = (value: string): boolean => {
  try {
    const { protocol, username, password, pathname } = new URL(value)
    decodeURIComponent(username + password + pathname)
    return protocol === 'postgres:' || protocol === 'postgresql:'
  } catch {
    return false
  }
}
const dayMs = 24 * 60 * 60_000
const flag = (name: string) =>
  z
    .enum(['0', '1'], `${name} must be 0 or 1.`)
    .default('0')
    .transform((value) => value === '1')
const wholeNumber = (name: string, max: number, fallback: number) => {
  const message = `${name} must be a whole number from 0 to ${max}.`
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .default(String(fallback))
    .transform(Number)
    .refine((value) => value <= max, message)
}

const masterKey = (name: string) =>
  z
    .string()
    .refine(
      (text) => readMasterKey(text) !== undefined,
      `${name} must be 32 bytes as base64: openssl rand -base64 32 makes one.`,
    )
    .optional()

const environment = z.object({
  CONSOLE_HOST: z.string().default('127.0.0.1'),
  CONSOLE_PORT: wholeNumber('CONSOLE_PORT', 65_535, 8080),
  CONSOLE_PUBLIC_URL: url('CONSOLE_PUBLIC_URL'),
  CONSOLE_DATA_DIR: z.string().default(projectFile('.data')),
  DATABASE_URL: z
    .string()
    .refine(
      isDatabaseUrl,
      'DATABASE_URL must be the address of a PostgreSQL database: postgresql://user:password@host:5432/name.',
    )
    .optional(),
  CONSOLE_WEB_DIR: z.string().default(projectFile('apps/web/dist')),
  // Shorter than what people may choose in the console: whoever sets it has the machine, and it must not stop an upgrade.
  CONSOLE_ADMIN_PASSWORD: z.string().min(8, 'CONSOLE_ADMIN_PASSWORD must have at least 8 characters.').optional(),
  CONSOLE_MASTER_KEY: masterKey('CONSOLE_MASTER_KEY'),
  CONSOLE_NEW_MASTER_KEY: masterKey('CONSOLE_NEW_MASTER_KEY'),
  CONSOLE_ALLOW_PRIVATE_ENDPOINTS: flag('CONSOLE_ALLOW_PRIVATE_ENDPOINTS'),
  CONSOLE_TRUST_PROXY: wholeNumber('CONSOLE_TRUST_PROXY', 10, 0),
  CONSOLE_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'CONSOLE_LOG_LEVEL must be silent, error, warn, info or debug.')
    .default('info'),
  CONSOLE_METRICS: flag('CONSOLE_METRICS'),
  CONSOLE_LOG_KEEP_DAYS: wholeNumber('CONSOLE_LOG_KEEP_DAYS', 3650, 30),
  CONSOLE_LOG_KEEP_LINES: wholeNumber('CONSOLE_LOG_KEEP_LINES', 1_000_000, 10_000),
  CONSOLE_LOG_COLLECT_MINUTES: wholeNumber('CONSOLE_LOG_COLLECT_MINUTES', 1440, 10),
  CONSOLE_SESSION_KEEP_DAYS: wholeNumber('CONSOLE_SESSION_KEEP_DAYS', 3650, 90),
  CONSOLE_SESSION_SAMPLE_SECONDS: wholeNumber('CONSOLE_SESSION_SAMPLE_SECONDS', 3600, 60),
  HUAWEICLOUD_SDK_AK: text,
  HUAWEICLOUD_SDK_SK: text,
  HUAWEICLOUD_SDK_SECURITY_TOKEN: text,
  HUAWEICLOUD_SDK_PROJECT_ID: text,
  HUAWEICLOUD_SDK_DOMAIN_ID: text,
  HUAWEICLOUD_SDK_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'HUAWEICLOUD_SDK_REGION must be the id of a region, for example eu-west-101.')
    .optional(),
  CONSOLE_CLOUD_USER: text,
  CONSOLE_CLOUD_PASSWORD: text,
  CONSOLE_CLOUD_DOMAIN: text,
  CONSOLE_CLOUD_ID: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/, 'CONSOLE_CLOUD_ID must be 1 to 32 small letters, digits or hyphens.')
    .default('default'),
  CONSOLE_CLOUD_NAME: text,
  CONSOLE_CLOUD_VENDOR: z
    .enum(['huawei', 'otc', 'emulator'], 'CONSOLE_CLOUD_VENDOR must be huawei, otc or emulator.')
    .optional(),
  CONSOLE_ENDPOINT: url('CONSOLE_ENDPOINT'),
})
type Environment = z.infer<typeof environment>

const endpointName = (service: Service) => `CONSOLE_ENDPOINT_${service.toUpperCase()}`
const endpointUrls = z.object(
  Object.fromEntries(services.map((service) => [endpointName(service), url(endpointName(service))])),
)

/** What the environment's account is signed with; undefined where the environment names no account at all. */
const readCredentials = (env: Environment): CloudSettings['credentials'] | string | undefined => {
  const { HUAWEICLOUD_SDK_AK: ak, HUAWEICLOUD_SDK_SK: sk } = env
  const { CONSOLE_CLOUD_USER: user, CONSOLE_CLOUD_PASSWORD: password, CONSOLE_CLOUD_DOMAIN: domain } = env
  if (ak && sk) return { ak, sk, securityToken: env.HUAWEICLOUD_SDK_SECURITY_TOKEN }
  if (ak) return 'Set HUAWEICLOUD_SDK_SK too: it belongs to HUAWEICLOUD_SDK_AK.'
  if (sk) return 'Set HUAWEICLOUD_SDK_AK too: it belongs to HUAWEICLOUD_SDK_SK.'
  if (user && password && domain) return { user, password, domain }
  if (user || password || domain) {
    return 'Set all three of CONSOLE_CLOUD_USER, CONSOLE_CLOUD_PASSWORD and CONSOLE_CLOUD_DOMAIN, or none.'
  }
  if (env.HUAWEICLOUD_SDK_REGION === undefined) return undefined
  return 'Set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, the access key that the console signs its calls with.'
}

const sealingProblem = ({ DATABASE_URL: database, CONSOLE_MASTER_KEY: key }: Environment): string | undefined =>
  database !== undefined && key === undefined
    ? 'Set CONSOLE_MASTER_KEY too: all consoles of one database seal its secrets with the same key (openssl rand -base64 32).'
    : undefined

const addressProblem = ({ CONSOLE_HOST: host, CONSOLE_PUBLIC_URL: given }: Environment): string | undefined => {
  if (given === undefined) {
    if (isLoopbackHost(host)) return undefined
    return `CONSOLE_HOST is ${host}, which others can reach: set CONSOLE_PUBLIC_URL to the https address they use.`
  }
  const { protocol, hostname } = new URL(given)
  if (protocol === 'https:' || isLoopbackHost(hostname)) return undefined
  return 'CONSOLE_PUBLIC_URL must be an https address: over http, anybody on the way could take over a session.'
}

const vendorNames = { huawei: 'Huawei Cloud', otc: 'Open Telekom Cloud', emulator: 'Emulator' } as const

const cloudSettings = (
  env: Environment,
  region: string,
  credentials: CloudSettings['credentials'],
  endpoints: Record<string, string | undefined>,
): CloudSettings => {
  const vendor = env.CONSOLE_CLOUD_VENDOR ?? regions.find(({ id }) => id === region)?.cloud ?? 'huawei'
  const overrides = services.flatMap((service) => {
    const given = endpoints[endpointName(service)]
    return given ? [[service, given] as const] : []
  })
  return {
    id: env.CONSOLE_CLOUD_ID,
    name: env.CONSOLE_CLOUD_NAME ?? vendorNames[vendor],
    vendor,
    region,
    projectId: env.HUAWEICLOUD_SDK_PROJECT_ID,
    domainId: env.HUAWEICLOUD_SDK_DOMAIN_ID,
    credentials,
    endpoint: env.CONSOLE_ENDPOINT,
    endpoints: Object.fromEntries(overrides),
  }
}

const messagesOf = (error: z.ZodError | undefined) => error?.issues.map(({ message }) => message) ?? []

/** Reads the settings, or throws a ConfigError with a sentence for each that is wrong. */
export const readConfig = (env: Readonly<Record<string, string | undefined>> = process.env): ConsoleConfig => {
  // An empty variable is one that is not set: compose files and shells leave them so.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  const endpoints = endpointUrls.safeParse(given)
  if (!parsed.success || !endpoints.success) {
    throw new ConfigError([...messagesOf(parsed.error), ...messagesOf(endpoints.error)])
  }
  const { data } = parsed
  const credentials = readCredentials(data)
  const region = data.HUAWEICLOUD_SDK_REGION
  const problems = [
    addressProblem(data),
    sealingProblem(data),
    typeof credentials === 'string' ? credentials : undefined,
    credentials !== undefined && region === undefined
      ? 'Set HUAWEICLOUD_SDK_REGION to the region of the gateways, for example eu-west-101.'
      : undefined,
  ]
  const wrong = problems.filter((problem) => problem !== undefined)
  if (wrong.length > 0 || typeof credentials === 'string') throw new ConfigError(wrong)
  return {
    dataDir: data.CONSOLE_DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    masterKey: readMasterKey(data.CONSOLE_MASTER_KEY ?? ''),
    newMasterKey: readMasterKey(data.CONSOLE_NEW_MASTER_KEY ?? ''),
    cloud: credentials && region !== undefined ? cloudSettings(data, region, credentials, endpoints.data) : undefined,
    allowPrivateEndpoints: data.CONSOLE_ALLOW_PRIVATE_ENDPOINTS,
    adminPassword: data.CONSOLE_ADMIN_PASSWORD,
    host: data.CONSOLE_HOST,
    port: data.CONSOLE_PORT,
    publicUrl: data.CONSOLE_PUBLIC_URL,
    trustProxy: data.CONSOLE_TRUST_PROXY,
    logLevel: data.CONSOLE_LOG_LEVEL,
    metrics: data.CONSOLE_METRICS,
    webDir: data.CONSOLE_WEB_DIR,
    tuning: {
      logKeepMs: data.CONSOLE_LOG_KEEP_DAYS * dayMs,
      logKeepLines: data.CONSOLE_LOG_KEEP_LINES,
      logCollectMs: data.CONSOLE_LOG_COLLECT_MINUTES * 60_000,
      sessionKeepMs: data.CONSOLE_SESSION_KEEP_DAYS * dayMs,
      sessionSampleMs: data.CONSOLE_SESSION_SAMPLE_SECONDS * 1_000,
    },
  }
}
