import {
  staticIpProblems,
  userPasswordProblems,
  vpnUserProblems,
  type Input,
  type Problem,
  type UserSurroundings,
  type VpnUser,
  type VpnUserCreate,
} from '@vpn-console/api-client'
import * as z from 'zod'
import { fieldErrors, problemIssues, type FieldError } from '../../ui/form/field-errors.ts'
import { passwordRefusal } from './password-words.ts'

/** What both forms have: everything but the name and the password. */
export type UserDetails = {
  /** Empty: the default group. */
  groupId: string
  hasStaticIp: 'no' | 'yes'
  staticIp: string
  description: string
}

export type UserCreateValues = UserDetails & { name: string; password: string; passwordAgain: string }

type VpnUserUpdate = Input<'updateVpnUser'>['body']['user']

export type PasswordValues = { password: string; passwordAgain: string }

export const emptyUser: UserCreateValues = {
  name: '',
  password: '',
  passwordAgain: '',
  groupId: '',
  hasStaticIp: 'no',
  staticIp: '',
  description: '',
}

/** Fields whose values are never kept, beside the one that is called password. */
export const secretFields = ['passwordAgain'] as const

export const detailsOf = ({ user_group_id = '', static_ip = 'disable', description = '' }: VpnUser): UserDetails => {
  const has = static_ip !== 'disable' && static_ip !== ''
  return { groupId: user_group_id, hasStaticIp: has ? 'yes' : 'no', staticIp: has ? static_ip : '', description }
}

const staticIpOf = ({ hasStaticIp, staticIp }: Pick<UserDetails, 'hasStaticIp' | 'staticIp'>): string =>
  hasStaticIp === 'yes' ? staticIp.trim() : 'disable'

export const toUserCreate = (values: UserCreateValues): VpnUserCreate => ({
  name: values.name.trim(),
  password: values.password,
  ...(values.groupId !== '' && { user_group_id: values.groupId }),
  static_ip: staticIpOf(values),
  ...(values.description.trim() !== '' && { description: values.description.trim() }),
})

/** Only what differs: an unchanged form gives an empty body. */
export const toUserUpdate = (values: UserDetails, user: VpnUser): VpnUserUpdate => {
  const before = detailsOf(user)
  const description = values.description.trim()
  return {
    ...(description !== before.description && { description }),
    ...(values.groupId !== before.groupId && { user_group_id: values.groupId }),
    ...(staticIpOf(values) !== staticIpOf(before) && { static_ip: staticIpOf(values) }),
  }
}

const fieldMap = {
  name: 'name',
  password: 'password',
  description: 'description',
  static_ip: 'staticIp',
  user_group_id: 'groupId',
} as const

type Issue = { path: keyof PasswordValues; message: string }

/** Typed passwords are typed twice; `generated` was made here and is in sight. */
const passwordIssues = ({ password, passwordAgain }: PasswordValues, generated: string | undefined): Issue[] => [
  ...(password === '' ? [{ path: 'password' as const, message: 'Enter a password, or generate one.' }] : []),
  ...(password !== '' && password !== generated && password !== passwordAgain
    ? [{ path: 'passwordAgain' as const, message: 'The two are not the same.' }]
    : []),
]

const report = (issues: readonly Issue[], context: z.core.$RefinementCtx) => {
  for (const { path, message } of issues) context.addIssue({ code: 'custom', path: [path], message })
}

/** The rules of a new user on a server with these surroundings, as far as they are known. */
export const userCreateForm = (around: UserSurroundings, generated: () => string | undefined) =>
  z.custom<UserCreateValues>().superRefine((values, context) => {
    report(passwordIssues(values, generated()), context)
    const { user_group_id: _, ...user } = toUserCreate(values)
    const problems = vpnUserProblems(user, around)
    if (values.name.trim() === '') context.addIssue({ code: 'custom', path: ['name'], message: 'Enter a user name.' })
    for (const issue of problemIssues<UserCreateValues>(problems, fieldMap, 'name')) context.addIssue(issue)
  })

/** The rules of a reset; what was used before only the cloud knows. */
export const passwordForm = (name: string, generated: () => string | undefined) =>
  z.custom<PasswordValues>().superRefine((values, context) => {
    report(passwordIssues(values, generated()), context)
    for (const { message } of userPasswordProblems(values.password, name)) {
      context.addIssue({ code: 'custom', path: ['password'], message })
    }
  })

/** An address that stays as it is need not be checked: a server's block may have changed under it. */
export const editProblems = (values: UserDetails, user: VpnUser, around: UserSurroundings): Problem[] => {
  const { static_ip, description } = toUserUpdate(values, user)
  // The rule of a description stands among those of a new user: the rest of this one is good in any case.
  const stand = { name: 'any-user', password: 'A-good-1-of-16-ch', ...(description !== undefined && { description }) }
  return [...vpnUserProblems(stand, {}), ...staticIpProblems(static_ip, around.client_cidr, around.staticIps)]
}

export const userEditForm = (user: VpnUser, around: UserSurroundings) =>
  z.custom<UserDetails>().superRefine((values, context) => {
    const problems = editProblems(values, user, around)
    const map = { description: 'description', static_ip: 'staticIp' } as const
    for (const issue of problemIssues<UserDetails>(problems, map, 'description')) context.addIssue(issue)
  })

/** What the rules need to know of the server and its users, without the user who is edited. */
export const surroundingsOf = (
  clientCidr: string | undefined,
  users: readonly VpnUser[] | undefined,
  except?: string,
): UserSurroundings => {
  const others = users?.filter(({ id }) => id !== except)
  const addresses = others?.flatMap(({ static_ip }) => (static_ip && static_ip !== 'disable' ? [static_ip] : []))
  return {
    client_cidr: clientCidr,
    ...(others && { names: new Set(others.map(({ name }) => name)), staticIps: new Set(addresses) }),
  }
}

/** Where the cloud's refusal of a new user or of a change belongs. */
export const userErrors = (error: unknown): FieldError<UserCreateValues>[] => {
  const refusal = passwordRefusal(error)
  if (refusal !== undefined) return [{ field: 'password', message: refusal }]
  const paths = Object.fromEntries(Object.entries(fieldMap).map(([path, field]) => [`user.${path}`, field]))
  return fieldErrors<UserCreateValues>(error, paths, {
    'VPN.1301': 'groupId',
    'VPN.1302': 'name',
    'VPN.1317': 'name',
  })
}

export const editErrors = (error: unknown): FieldError<UserDetails>[] =>
  fieldErrors<UserDetails>(
    error,
    { 'user.description': 'description', 'user.static_ip': 'staticIp', 'user.user_group_id': 'groupId' },
    { 'VPN.1301': 'groupId' },
  )

export const resetErrors = (error: unknown): FieldError<PasswordValues>[] => {
  const refusal = passwordRefusal(error)
  if (refusal !== undefined) return [{ field: 'password', message: refusal }]
  return fieldErrors<PasswordValues>(error, { new_password: 'password' })
}
