import { signOnSettings, type ConsoleInput } from '@vpn-console/api-client'
import * as z from 'zod'
import type { ShownSignOn } from './sign-on-queries.ts'

/** Passwords for everybody, or for administrators alone; a form field is a text. */
const passwordChoices = ['everybody', 'administrators'] as const

export const signOnFormSchema = z
  .object({
    ...signOnSettings.omit({ allowsPasswords: true }).shape,
    passwords: z.enum(passwordChoices),
    /** `keep` the one there is, take a `new` one, or have `none`. */
    secretChoice: z.enum(['keep', 'new', 'none']),
    clientSecret: z.string().max(512, 'Use at most 512 characters.'),
  })
  .refine(({ secretChoice, clientSecret }) => secretChoice !== 'new' || clientSecret !== '', {
    path: ['clientSecret'],
    message: 'Give the client secret.',
  })
export type SignOnFormValues = z.infer<typeof signOnFormSchema>

/** What most providers know; the rest is for the administrator. */
const beginning: Omit<SignOnFormValues, 'secretChoice' | 'clientSecret'> = {
  enabled: false,
  issuer: '',
  clientId: '',
  scopes: 'openid profile',
  nameClaim: 'name',
  groupsClaim: 'groups',
  buttonText: 'Sign in with your organization',
  passwords: 'everybody',
  signsOutAtProvider: true,
}

/** What the form begins with. */
export const toFormValues = ({ settings, hasSecret }: ShownSignOn): SignOnFormValues => {
  if (!settings) return { ...beginning, secretChoice: 'new', clientSecret: '' }
  const { allowsPasswords, ...rest } = settings
  return {
    ...rest,
    passwords: allowsPasswords ? 'everybody' : 'administrators',
    secretChoice: hasSecret ? 'keep' : 'none',
    clientSecret: '',
  }
}

export const toSettingsBody = ({
  passwords,
  secretChoice,
  clientSecret,
  ...settings
}: SignOnFormValues): ConsoleInput<'updateSignOn'>['body'] => ({
  settings: { ...settings, allowsPasswords: passwords === 'everybody' },
  ...(secretChoice === 'new' && { clientSecret }),
  ...(secretChoice === 'none' && { clientSecret: null }),
})
