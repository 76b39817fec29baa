import {
  cloudAccountCreate,
  cloudAccountUpdate,
  cloudCredentials,
  type CloudAccountView,
} from '@vpn-console/api-client'
import type { FieldPath } from 'react-hook-form'
import * as z from 'zod'
import { fieldErrors, fieldOfPath, type FieldError, type FieldMap } from '../../../ui/form/field-errors.ts'
import {
  toCreateBody,
  toCredentials,
  toUpdateBody,
  type AccountValues,
  type EditValues,
  type KeyValues,
  type SettingsValues,
} from './account-form.ts'

const keyFields: FieldMap<KeyValues> = {
  kind: 'kind',
  ak: 'ak',
  sk: 'sk',
  security_token: 'securityToken',
  user: 'user',
  password: 'password',
  domain: 'domain',
}

const settingsFields: FieldMap<SettingsValues> = {
  name: 'name',
  project_id: 'projectId',
  domain_id: 'domainId',
  endpoint: 'endpoint',
  endpoints: 'endpoints',
  features: 'features',
}

const editFields: FieldMap<EditValues> = {
  ...settingsFields,
  ...Object.fromEntries(Object.entries(keyFields).map(([path, field]) => [`credentials.${path}`, field])),
}

const accountFields: FieldMap<AccountValues> = {
  ...editFields,
  vendor: 'vendor',
  region: 'region',
}

const missingWords: Record<string, string> = {
  ak: 'Enter the access key id.',
  sk: 'Enter the secret access key.',
  securityToken: 'Enter the security token that came with the key.',
  user: 'Enter the name of the IAM user.',
  password: 'Enter the password of the IAM user.',
  domain: 'Enter the name of the account.',
  region: 'Choose a region.',
  name: 'Enter a name.',
}

type Issue = { path: readonly PropertyKey[]; message: string }

/** Where an issue of a request stands on the form; the service of an address has its own field. */
const fieldOf = <V extends AccountValues | KeyValues | SettingsValues>(issue: Issue, map: FieldMap<V>): string => {
  const path = issue.path.map(String)
  return path[0] === 'endpoints' ? path.join('.') : (fieldOfPath(path.join('.'), map) ?? 'name')
}

const valueAt = (values: object, field: string): unknown => new Map(Object.entries(values)).get(field)

const report = <V extends AccountValues | KeyValues | SettingsValues>(
  values: V,
  issues: readonly Issue[],
  map: FieldMap<V>,
  context: z.RefinementCtx,
) => {
  const seen = new Set<string>()
  for (const issue of issues) {
    const field = fieldOf(issue, map)
    if (seen.has(field)) continue
    seen.add(field)
    const isMissing = valueAt(values, field) === ''
    const message = (isMissing && missingWords[field]) || issue.message
    context.addIssue({ code: 'custom', path: field.split('.'), message })
  }
}

export const keySchema = z.custom<KeyValues>().superRefine((values, context) => {
  report(values, cloudCredentials.safeParse(toCredentials(values)).error?.issues ?? [], keyFields, context)
})

export const accountSchema = z.custom<AccountValues>().superRefine((values, context) => {
  report(values, cloudAccountCreate.safeParse(toCreateBody(values)).error?.issues ?? [], accountFields, context)
  if (values.vendor === 'emulator' && values.endpoint.trim() === '') {
    context.addIssue({ code: 'custom', path: ['endpoint'], message: 'Enter the address at which it listens.' })
  }
})

export const editSchema = (account: CloudAccountView) =>
  z.custom<EditValues>().superRefine((values, context) => {
    report(values, cloudAccountUpdate.safeParse(toUpdateBody(values, account)).error?.issues ?? [], editFields, context)
  })

/** What the console refuses lands on its field; a key that the cloud refuses on the key. */
const keyCode = (kind: KeyValues['kind']): FieldPath<KeyValues> => (kind === 'password' ? 'password' : 'sk')

export const keyErrors = (error: unknown, kind: KeyValues['kind']): FieldError<KeyValues>[] =>
  fieldErrors<KeyValues>(
    error,
    Object.fromEntries(Object.entries(keyFields).map(([path, field]) => [`credentials.${path}`, field])),
    { 'CONSOLE.WRONG_CLOUD_KEY': keyCode(kind), 'CONSOLE.WRONG_CLOUD_SIGN_IN': keyCode(kind) },
  )

export const accountErrors = (error: unknown, { kind }: KeyValues): FieldError<AccountValues>[] =>
  fieldErrors<AccountValues>(error, accountFields, {
    'CONSOLE.WRONG_CLOUD_KEY': keyCode(kind),
    'CONSOLE.WRONG_CLOUD_SIGN_IN': keyCode(kind),
    'CONSOLE.NO_PROJECT': 'projectId',
  })

export const editErrors = (error: unknown): FieldError<EditValues>[] =>
  fieldErrors<EditValues>(error, editFields, { 'CONSOLE.NO_PROJECT': 'projectId' })
