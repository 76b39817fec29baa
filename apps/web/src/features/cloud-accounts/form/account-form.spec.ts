import { ApiError, cloudFeatureIds, type CloudAccountView } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { draftText } from '../../../ui/form/draft.ts'
import {
  editValuesOf,
  emptyAccount,
  secretFields,
  shownRequest,
  testKey,
  toCheckBody,
  toCreateBody,
  toUpdateBody,
  usualFeatures,
  type AccountValues,
} from './account-form.ts'
import { accountErrors, accountSchema, keySchema, editSchema } from './account-schema.ts'

const filled: AccountValues = {
  ...emptyAccount(cloudFeatureIds),
  name: 'Production',
  region: 'eu-west-101',
  ak: 'AK-OF-PARIS',
  sk: 'word-of-paris',
}

const wrong = (values: AccountValues) =>
  (accountSchema.safeParse(values).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])

describe('what is sent', () => {
  test('leaves out what is empty', () => {
    expect(toCreateBody(filled)).toEqual({
      name: 'Production',
      vendor: 'huawei',
      region: 'eu-west-101',
      features: [...cloudFeatureIds],
      credentials: { kind: 'access-key', ak: 'AK-OF-PARIS', sk: 'word-of-paris' },
    })
  })

  test('has only the keys of the chosen kind, without the line end of a paste', () => {
    const values = { ...filled, sk: ' word-of-paris\n', securityToken: 'token-of-paris\n', user: 'console' }
    expect(toCreateBody({ ...values, kind: 'temporary' }).credentials).toEqual({
      kind: 'temporary',
      ak: 'AK-OF-PARIS',
      sk: 'word-of-paris',
      security_token: 'token-of-paris',
    })
    expect(toCreateBody({ ...values, kind: 'password', password: ' a b ', domain: 'house' }).credentials).toEqual({
      kind: 'password',
      user: 'console',
      password: ' a b ',
      domain: 'house',
    })
  })

  test('is tested for all features', () => {
    expect(toCheckBody({ ...filled, features: ['metrics'] })).not.toHaveProperty('features')
  })

  test('names the addresses of single services', () => {
    const endpoints = { ...filled.endpoints, vpn: 'https://vpn.example.com ' }
    expect(toCreateBody({ ...filled, endpoints }).endpoints).toEqual({ vpn: 'https://vpn.example.com' })
  })
})

test('a test holds for the same place and keys, whatever the features and the name', () => {
  expect(testKey({ ...filled, features: ['metrics'], name: 'Other' })).toBe(testKey(filled))
  expect(testKey({ ...filled, sk: 'other' })).not.toBe(testKey(filled))
  expect(testKey({ ...filled, projectId: 'p1' })).not.toBe(testKey(filled))
})

describe('secrets', () => {
  const secret = { ...filled, securityToken: 'token-of-paris', password: 'pass-of-paris' }
  const secrets = ['word-of-paris', 'token-of-paris', 'pass-of-paris']

  test('are in no draft', () => {
    const kept = draftText(secret, secretFields)
    expect(secrets.filter((word) => kept.includes(word))).toEqual([])
    expect(kept).toContain('eu-west-101')
  })

  test.each(['access-key', 'temporary', 'password'] as const)('of the kind %s are not in the review', (kind) => {
    const shown = JSON.stringify(shownRequest({ ...secret, kind, user: 'console', domain: 'house' }))
    expect(secrets.filter((word) => shown.includes(word))).toEqual([])
  })
})

describe('what is wrong', () => {
  test('nothing, where the keys of the chosen kind are there', () => {
    expect(wrong(filled)).toEqual([])
  })

  test('stands on its field, in words', () => {
    expect(wrong({ ...filled, region: '', sk: '', name: '' })).toEqual([
      ['name', 'Enter a name.'],
      ['region', 'Choose a region.'],
      ['sk', 'Enter the secret access key.'],
    ])
  })

  test('is an address that is none, at its service', () => {
    const endpoints = { ...filled.endpoints, iam: 'iam.example.com' }
    expect(wrong({ ...filled, endpoints }).map(([field]) => field)).toEqual(['endpoints.iam'])
  })

  test('is an emulator without its address', () => {
    expect(wrong({ ...filled, vendor: 'emulator' }).map(([field]) => field)).toEqual(['endpoint'])
  })

  test('is a kind whose keys are missing', () => {
    const issues = keySchema.safeParse({ ...filled, kind: 'password' }).error?.issues ?? []
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['user', 'password', 'domain'])
  })

  test('is told of a refused key on the key', () => {
    const refused = new ApiError({ status: 502, code: 'CONSOLE.WRONG_CLOUD_KEY', message: 'No.' })
    expect(accountErrors(refused, filled)).toEqual([{ field: 'sk', message: 'No.' }])
    expect(accountErrors(refused, { ...filled, kind: 'password' })).toEqual([{ field: 'password', message: 'No.' }])
  })
})

describe('a change', () => {
  const account: CloudAccountView = {
    id: 'production',
    name: 'Production',
    vendor: 'huawei',
    region: 'eu-west-101',
    project_id: 'p1',
    endpoints: { iam: 'https://iam.example.com' },
    features: ['s2c-read'],
    has_p2c: true,
    source: 'console',
    state: 'enabled',
    credentials: { kind: 'access-key' },
    revision: 3,
  }

  test('begins with what is there, and says what it was made from', () => {
    expect(toUpdateBody(editValuesOf(account), account)).toEqual({
      name: 'Production',
      project_id: 'p1',
      endpoints: { iam: 'https://iam.example.com' },
      features: ['s2c-read'],
      revision: 3,
    })
  })

  test('of the address of one that signs in by password asks for that again', () => {
    const signsIn: CloudAccountView = { ...account, credentials: { kind: 'password' } }
    const values = { ...editValuesOf(signsIn), endpoint: 'https://cloud.example.com' }
    const fields = (editSchema(signsIn).safeParse(values).error?.issues ?? []).map(({ path }) => path.join('.'))
    expect(fields).toEqual(['user', 'password', 'domain'])
    const typed = { ...values, user: 'console', password: 'pass-of-paris', domain: 'house' }
    expect(toUpdateBody(typed, signsIn).credentials).toMatchObject({ kind: 'password', user: 'console' })
    expect(toUpdateBody(editValuesOf(signsIn), signsIn)).not.toHaveProperty('credentials')
  })

  test('without any feature is refused', () => {
    const values = { ...editValuesOf(account), features: [] }
    expect(
      editSchema(account)
        .safeParse(values)
        .error?.issues.map(({ path }) => path),
    ).toEqual([['features']])
  })
})

test('Open Telekom Cloud begins without what it has not', () => {
  expect(usualFeatures('otc', cloudFeatureIds)).toEqual([
    's2c-read',
    's2c-manage',
    'pickers',
    'metrics',
    'enterprise-projects',
  ])
})
