import { grantScopes, type ConsoleInput, type KnownActions, type ShownRole } from '@vpn-console/api-client'
import * as z from 'zod'
import { emptyGrant, grantFormSchema, placeOf, type GrantFormValues } from '../../ui/grants/grant-form.ts'
import { personFields, type PersonFormValues } from './person-form.ts'

export type InviteFormValues = PersonFormValues & GrantFormValues

export const emptyInvite: InviteFormValues = { name: '', contact: '', ...emptyGrant }

const grantFields = {
  role: z.string(),
  scope: z.enum(['', ...grantScopes]),
  cloudId: z.string(),
  scopeId: z.string(),
  vpnUserId: z.string(),
}

/** A role is checked only where one is given. */
export const inviteForm = (roles: readonly ShownRole[], known: KnownActions) => {
  const grant = grantFormSchema(roles, known)
  return z.object({ ...personFields, ...grantFields }).superRefine((values, context) => {
    if (values.role === '') return
    const { error } = grant.safeParse(values)
    for (const { path, message } of error?.issues ?? []) context.addIssue({ code: 'custom', path, message })
  })
}

export const toInvite = (values: InviteFormValues): NonNullable<ConsoleInput<'invitePerson'>['body']> => ({
  name: values.name,
  contact: values.contact,
  grants: values.role === '' ? [] : [{ role: values.role, scope: placeOf(values) }],
})
