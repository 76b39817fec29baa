import { ApiError, userPasswordProblems } from '@vpn-console/api-client'

export type PasswordValues = { userName: string; oldPassword: string; newPassword: string; again: string }
export type PasswordFieldName = keyof PasswordValues
export type FieldWords = Partial<Record<PasswordFieldName, string>>

export const noPasswords: PasswordValues = { userName: '', oldPassword: '', newPassword: '', again: '' }

/** What a password must be, in one sentence: it is read before it is typed. */
export const passwordRules =
  '8 to 32 characters, of at least two kinds: upper case, lower case, digits, special characters. Not your user name, forwards or backwards, and none of your last five passwords.'

/** What is wrong with what is typed, field by field. */
export const typedProblems = (values: PasswordValues, asksOld: boolean): FieldWords => {
  const { userName, oldPassword, newPassword, again } = values
  const name = userName.trim()
  const [problem] = userPasswordProblems(newPassword, name)
  return {
    ...(name === '' && { userName: 'Enter your VPN user name.' }),
    ...(asksOld && oldPassword === '' && { oldPassword: 'Enter the password you have now.' }),
    ...(newPassword === ''
      ? { newPassword: 'Enter a new password.' }
      : problem
        ? { newPassword: problem.message }
        : asksOld && newPassword === oldPassword && { newPassword: 'This is the old password. Choose another.' }),
    ...(again !== newPassword && { again: 'The two are not the same.' }),
  }
}

export type Failure = {
  /** Words for the whole form; undefined where those of a field say it all. */
  words?: string
  fields: FieldWords
}

const sentences: Readonly<Record<string, string>> = {
  'CONSOLE.WRONG_SIGN_IN': 'The user name or the old password is wrong. Nothing was changed.',
  'CONSOLE.UNREACHABLE':
    'This page has no connection. Check the network, then try again; what you typed is still here.',
  'CONSOLE.ANSWER_LOST':
    'The VPN service did not answer in time, so the new password may be set or not. Try to connect with it; if it is refused, change it here again.',
}

/** What a refusal means for the person in front of it. */
export const failureOf = (error: unknown): Failure => {
  if (!(error instanceof ApiError)) return { words: 'Something went wrong here. Try again.', fields: {} }
  const newPassword = error.fields?.['newPassword']
  if (newPassword !== undefined) return { fields: { newPassword } }
  return { words: sentences[error.code] ?? error.message, fields: {} }
}
