import { consolePasswordProblems } from '@vpn-console/api-client'
import * as z from 'zod'

export type NewPasswordValues = { password: string; passwordAgain: string }
export type PasswordChangeValues = NewPasswordValues & { oldPassword: string }

const fields = { password: z.string().min(1, 'Enter a password.'), passwordAgain: z.string() }

const check = (userName: string) => (values: NewPasswordValues, context: z.core.$RefinementCtx<NewPasswordValues>) => {
  const { password, passwordAgain } = values
  for (const { message, path } of consolePasswordProblems(password, userName)) {
    context.addIssue({ code: 'custom', path: [path], message })
  }
  if (password !== passwordAgain) {
    context.addIssue({ code: 'custom', path: ['passwordAgain'], message: 'This is not the same password.' })
  }
}

/** A new password, typed twice: the same rules as in the backend. */
export const newPasswordForm = (userName: string) => z.object(fields).superRefine(check(userName))

/** The same, by who knows the old one. */
export const passwordChangeForm = (userName: string) =>
  z.object({ ...fields, oldPassword: z.string().min(1, 'Enter your password.') }).superRefine(check(userName))
