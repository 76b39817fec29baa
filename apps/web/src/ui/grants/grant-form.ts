import {
  grantProblems,
  grantScopes,
  scopesOf,
  type GrantPlace,
  type KnownActions,
  type ShownRole,
} from '@vpn-console/api-client'
import * as z from 'zod'
import { problemIssues } from '../form/field-errors.ts'

export type GrantFormValues = {
  role: string
  /** Empty until one is chosen. */
  scope: GrantPlace['type'] | ''
  cloudId: string
  scopeId: string
  vpnUserId: string
}

export const emptyGrant: GrantFormValues = { role: '', scope: '', cloudId: '', scopeId: '', vpnUserId: '' }

const partsOf = { all: 0, account: 1, 'enterprise-project': 2, server: 2, 'vpn-user': 3 } as const

/** The scope that a form describes: only the parts that its kind has. */
export const placeOf = ({ scope, cloudId, scopeId, vpnUserId }: GrantFormValues): GrantPlace => {
  const type = scope === '' ? 'all' : scope
  const parts = [{ cloudId }, { scopeId }, { vpnUserId }].slice(0, partsOf[type])
  return Object.assign({ type }, ...parts) as GrantPlace // made of its own fields alone
}

export const isSamePlace = (one: GrantPlace, other: GrantPlace): boolean =>
  one.type === other.type &&
  (['cloudId', 'scopeId', 'vpnUserId'] as const).every((part) => (one[part] ?? '') === (other[part] ?? ''))

/** What the scope becomes when a role is picked: kept where it fits, chosen where there is but one. */
export const scopeAfterPick = (
  role: ShownRole | undefined,
  scope: GrantFormValues['scope'],
  known: KnownActions,
): GrantFormValues['scope'] => {
  const possible = role ? scopesOf(role, known) : []
  if (scope !== '' && possible.includes(scope)) return scope
  return possible.length === 1 ? (possible[0] ?? '') : ''
}

/** What the form is checked by: the same rules as in the backend. */
export const grantFormSchema = (roles: readonly ShownRole[], known: KnownActions) =>
  z
    .object({
      role: z.string().min(1, 'Choose a role.'),
      scope: z.enum(['', ...grantScopes]).refine((scope) => scope !== '', 'Choose where it holds.'),
      cloudId: z.string(),
      scopeId: z.string(),
      vpnUserId: z.string(),
    })
    .superRefine((values, context) => {
      const role = roles.find(({ id }) => id === values.role)
      if (!role) return
      const problems = grantProblems(role, placeOf(values), known)
      const map = { type: 'scope', cloudId: 'cloudId', scopeId: 'scopeId', vpnUserId: 'vpnUserId' } as const
      for (const issue of problemIssues<GrantFormValues>(problems, map, 'scope')) context.addIssue(issue)
    })
