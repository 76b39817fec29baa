import { ApiError } from '@vpn-console/api-client'
import type { CloudAccount } from './cloud-account.ts'

/** Where the keys of an account come from: the environment of the process, or this console's database. */
export type AccountSource = 'environment' | 'console'

const where = 'where the console is started'
const inEnvironment: Readonly<Record<string, string>> = {
  'CONSOLE.WRONG_CLOUD_KEY': `It is set by HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK ${where}.`,
  'CONSOLE.WRONG_CLOUD_SIGN_IN': `They are set by CONSOLE_CLOUD_USER, CONSOLE_CLOUD_PASSWORD and CONSOLE_CLOUD_DOMAIN ${where}.`,
  'CONSOLE.NO_PROJECT': `Check HUAWEICLOUD_SDK_REGION, or set HUAWEICLOUD_SDK_PROJECT_ID, ${where}.`,
}
const inConsole: Readonly<Record<string, string>> = {
  'CONSOLE.WRONG_CLOUD_KEY': 'An administrator can enter another one under Cloud accounts.',
  'CONSOLE.WRONG_CLOUD_SIGN_IN': 'An administrator can enter others under Cloud accounts.',
  'CONSOLE.NO_PROJECT': 'An administrator can choose one under Cloud accounts.',
}

/** A failure that is about an account's keys or project, with its name and where that can be put right. */
export const tellKeyPlace = ({ name, source }: Pick<CloudAccount, 'name' | 'source'>, error: unknown): unknown => {
  if (!(error instanceof ApiError)) return error
  const { status, code, message, requestId, cause } = error
  const hint = (source === 'console' ? inConsole : inEnvironment)[code]
  if (hint === undefined) return error
  return new ApiError({ status, code, message: `${message} (${name}.) ${hint}`, requestId, cause })
}
