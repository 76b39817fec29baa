import * as z from 'zod'
import { estateNames } from './estates/estate-names.ts'

/** Printed at start, and good for nothing but an emulator. */
export const defaults = {
  ak: 'EMULATORACCESSKEY001',
  sk: 'emulator-secret-key-for-local-use-only-0001',
  projectId: '06057689f680d5762f7fc008c77b8891',
  region: 'cn-south-1',
  user: 'emulator',
  password: 'Emulator-1',
  domain: 'emulator-account',
}

const word = (what: string, fallback: string) =>
  z
    .string()
    .regex(/^\S{1,128}$/, `${what} must be 1 to 128 characters without spaces.`)
    .default(fallback)

const wholeNumber = (min: number, max: number, message: string, fallback: number) =>
  z.coerce.number(message).int(message).min(min, message).max(max, message).default(fallback)

const speedMessage = 'EMULATOR_SPEED must be a number above 0 and up to 1000000 (1 is about as slow as the cloud).'
const switchMessage = 'EMULATOR_CONTROL must be 1 or 0.'

const environment = z.object({
  EMULATOR_PORT: wholeNumber(0, 65_535, 'EMULATOR_PORT must be a port from 0 to 65535.', 8081),
  EMULATOR_HOST: word('EMULATOR_HOST', '127.0.0.1'),
  EMULATOR_AK: word('EMULATOR_AK', defaults.ak).refine(
    (ak) => /^[^,/]+$/.test(ak),
    'EMULATOR_AK must not contain a comma or a slash.',
  ),
  EMULATOR_SK: word('EMULATOR_SK', defaults.sk),
  EMULATOR_PROJECT_ID: word('EMULATOR_PROJECT_ID', defaults.projectId).refine(
    (id) => /^(?!\.+$)[\w.-]+$/.test(id),
    'EMULATOR_PROJECT_ID must consist of letters, digits, hyphens, underscores and periods.',
  ),
  EMULATOR_REGION: word('EMULATOR_REGION', defaults.region),
  EMULATOR_SPEED: z.coerce.number(speedMessage).positive(speedMessage).max(1_000_000, speedMessage).default(1),
  EMULATOR_ESTATE: z.enum(estateNames, `EMULATOR_ESTATE must be one of ${estateNames.join(', ')}.`).default('demo'),
  EMULATOR_CONTROL: z
    .enum(['0', '1', 'false', 'true'], switchMessage)
    .default('0')
    .transform((value) => value === '1' || value === 'true'),
  EMULATOR_USER: word('EMULATOR_USER', defaults.user),
  EMULATOR_PASSWORD: word('EMULATOR_PASSWORD', defaults.password),
  EMULATOR_DOMAIN: word('EMULATOR_DOMAIN', defaults.domain),
})

export type Settings = z.infer<typeof environment>

/** The settings, or the first thing that is wrong with them in one sentence. An empty variable counts as not set. */
export const readSettings = (
  env: Readonly<Record<string, string | undefined>> = process.env,
): { settings: Settings } | { fault: string } => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  return parsed.success
    ? { settings: parsed.data }
    : { fault: parsed.error.issues[0]?.message ?? 'The settings of the emulator are wrong.' }
}
