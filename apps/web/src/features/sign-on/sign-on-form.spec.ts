import { expect, test } from 'vitest'
import { signOnFormSchema, toFormValues, toSettingsBody } from './sign-on-form.ts'
import type { ShownSignOn } from './sign-on-queries.ts'

const settings = {
  enabled: true,
  issuer: 'https://login.example.org',
  clientId: 'vpn-console',
  scopes: 'openid profile',
  nameClaim: 'name',
  groupsClaim: 'groups',
  buttonText: 'Sign in with Example',
  allowsPasswords: false,
  signsOutAtProvider: true,
}
const shown: ShownSignOn = { settings, hasSecret: true, redirectUri: '', postLogoutRedirectUri: '' }

test('what is not changed is sent back as it came, and the secret stays where it is', () => {
  expect(toSettingsBody(toFormValues(shown))).toEqual({ settings })
  expect(toSettingsBody(toFormValues({ ...shown, hasSecret: false }))).toEqual({ settings, clientSecret: null })
})

test('a new secret is sent, and one that is not wanted any more is taken away', () => {
  const values = { ...toFormValues(shown), clientSecret: 'typed' }
  expect(toSettingsBody({ ...values, secretChoice: 'new' }).clientSecret).toBe('typed')
  expect(toSettingsBody({ ...values, secretChoice: 'none' }).clientSecret).toBeNull()
  expect(toSettingsBody(values)).not.toHaveProperty('clientSecret')
})

test('nothing is switched on at first, and a secret is asked for', () => {
  const values = toFormValues({ hasSecret: false, redirectUri: '', postLogoutRedirectUri: '' })
  expect(values).toMatchObject({ enabled: false, secretChoice: 'new' })
  const { error } = signOnFormSchema.safeParse({ ...values, issuer: 'https://login.example.org', clientId: 'x' })
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['clientSecret'])
})

test.each([
  ['scopes', 'profile'],
  ['issuer', 'login.example.org'],
  ['issuer', 'https://login.example.org/?x=1'],
  ['nameClaim', 'two words'],
  ['clientId', ''],
])('%s cannot be %j', (field, value) => {
  const { error } = signOnFormSchema.safeParse({ ...toFormValues(shown), [field]: value })
  expect(error?.issues.map(({ path }) => path.join('.'))).toContain(field)
})
