import { ApiError, isBusy, ownError, userPasswordProblems } from '@vpn-console/api-client'

/** The cloud's refusals of a new password, as words for its field. */
const refusals: Readonly<Record<string, string>> = {
  'VPN.1308': 'Use 8 to 32 characters of at least two kinds: upper case, lower case, digits, special characters.',
  'VPN.1309': 'The password must not be the user name, forwards or backwards.',
  'VPN.1310': 'One of these characters is not allowed.',
  'VPN.1311': 'This is one of your last five passwords. Choose another.',
  'VPN.1314': 'This password is too easy to guess. Choose another.',
}

/** Whether the cloud refused a new password, and nothing else. */
export const isRefusalOfPassword = (error: unknown): boolean =>
  error instanceof ApiError && Object.hasOwn(refusals, error.code)

const badPassword = (words: string) => ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { newPassword: words } })

export const noSuchPage = () => ownError('CONSOLE.NOT_FOUND', 'This page is not in use. Check the address.')

/** One answer for a user that is not there and for a password that is wrong. */
export const wrongSignIn = () => ownError('CONSOLE.WRONG_SIGN_IN')

export const userIsGone = (name: string) =>
  ownError('CONSOLE.CONFLICT', `The VPN user ${name} does not exist any more. Ask whoever looks after the VPN.`)

/** Refuses a new password by the rules that are known before anybody is asked. */
export const checkNewPassword = (password: string, userName: string, oldPassword?: string): void => {
  const [first] = userPasswordProblems(password, userName)
  if (first) throw badPassword(first.message)
  if (password === oldPassword) throw badPassword('This is the old password. Choose another.')
}

const lost = new Set(['CONSOLE.CLOUD_TIMEOUT', 'CONSOLE.CLOUD_UNREACHABLE', 'CONSOLE.CLOUD_GARBAGE'])

const isLost = ({ code, status }: ApiError) =>
  lost.has(code) || (!code.startsWith('CONSOLE.') && (status === 502 || status === 504))

/**
 * What somebody without an account is told of a call that failed. The cloud's own words are for those who look after
 * it: they name keys, projects and settings.
 */
export const toGuestError = (error: unknown, isChange: boolean): unknown => {
  if (!(error instanceof ApiError)) return error
  const refusal = refusals[error.code]
  if (refusal !== undefined) return badPassword(refusal)
  const more = { requestId: error.requestId, cause: error }
  if (isBusy(error)) return ownError('CONSOLE.SERVICE_DOWN', 'The VPN server is being changed.', more)
  if (isChange && isLost(error)) return ownError('CONSOLE.ANSWER_LOST', undefined, more)
  return ownError('CONSOLE.SERVICE_DOWN', undefined, more)
}
