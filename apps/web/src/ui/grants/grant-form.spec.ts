import { builtInRoles, type ShownRole } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { knownActions } from '../../api/known-actions.ts'
import { emptyGrant, grantFormSchema, placeOf, scopeAfterPick, type GrantFormValues } from './grant-form.ts'
import { scopeWords, type ScopeNames } from './grant-words.ts'

const roles: ShownRole[] = builtInRoles.map((role) => ({
  ...role,
  actions: [...role.actions],
  isBuiltIn: true,
  grants: 0,
}))
const role = (id: string) => roles.find((one) => one.id === id)
const schema = grantFormSchema(roles, knownActions)
const wrong = (values: Partial<GrantFormValues>) => {
  const { error } = schema.safeParse({ ...emptyGrant, ...values })
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

test('what is missing is asked for at its field', () => {
  expect(wrong({})).toEqual({ role: 'Choose a role.', scope: 'Choose where it holds.' })
  expect(wrong({ role: 'support', scope: 'server', cloudId: 'paris' })).toEqual({ scopeId: 'Choose a VPN server.' })
  expect(wrong({ role: 'support', scope: 'account' })).toEqual({ cloudId: 'Choose a cloud.' })
  expect(wrong({ role: 'administrator', scope: 'account', cloudId: 'paris' })).toHaveProperty('scope')
  expect(wrong({ role: 'vpn-user', scope: 'vpn-user', cloudId: 'paris', scopeId: 's', vpnUserId: 'u' })).toEqual({})
})

test('what is left over from another choice is not sent', () => {
  const values = { role: 'support', cloudId: 'paris', scopeId: 's', vpnUserId: 'u' }
  expect(placeOf({ ...values, scope: 'all' })).toEqual({ type: 'all' })
  expect(placeOf({ ...values, scope: 'account' })).toEqual({ type: 'account', cloudId: 'paris' })
  expect(placeOf({ ...values, scope: 'server' })).toEqual({ type: 'server', cloudId: 'paris', scopeId: 's' })
})

test('another role keeps the scope where it can, and chooses the only one there is', () => {
  expect(scopeAfterPick(role('support'), 'account', knownActions)).toBe('account')
  expect(scopeAfterPick(role('administrator'), 'account', knownActions)).toBe('all')
  expect(scopeAfterPick(role('vpn-user'), '', knownActions)).toBe('vpn-user')
  expect(scopeAfterPick(role('user-manager'), 'all', knownActions)).toBe('server')
  expect(scopeAfterPick(role('support'), 'vpn-user', knownActions)).toBe('')
})

test('a scope is told by names, and by the id of what is not known', () => {
  const names: ScopeNames = {
    cloud: () => 'Paris',
    project: (_, id) => `p-${id}`,
    server: () => 'p2c-paris',
    vpnUser: (_cloud, _server, id) => id,
  }
  const [cloudId, scopeId, vpnUserId] = ['c', '7', 'u-1']
  expect(scopeWords({ type: 'all' }, names)).toBe('Everywhere')
  expect(scopeWords({ type: 'account', cloudId }, names)).toBe('Paris')
  expect(scopeWords({ type: 'enterprise-project', cloudId, scopeId }, names)).toBe('Enterprise project p-7 in Paris')
  expect(scopeWords({ type: 'server', cloudId, scopeId }, names)).toBe('VPN server p2c-paris in Paris')
  expect(scopeWords({ type: 'vpn-user', cloudId, scopeId, vpnUserId }, names)).toBe(
    'VPN user u-1 on p2c-paris in Paris',
  )
})
