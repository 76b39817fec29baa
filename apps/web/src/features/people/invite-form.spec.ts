import { builtInRoles, type ShownRole } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { emptyInvite, inviteForm, toInvite, type InviteFormValues } from './invite-form.ts'

const roles: ShownRole[] = builtInRoles.map((role) => ({
  ...role,
  actions: [...role.actions],
  isBuiltIn: true,
  grants: 0,
}))
const known = {
  cloud: ['vpn:vpnConnections:list', 'vpn:p2cVpnUser:list'],
  server: ['vpn:p2cVpnUser:list'],
  console: ['console:people:list'],
}
const schema = inviteForm(roles, known)
const wrong = (values: Partial<InviteFormValues>) =>
  schema.safeParse({ ...emptyInvite, name: 'lyon', ...values }).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('an invitation', () => {
  test('needs a name, and nothing else', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ name: '' })).toContain('name')
    expect(wrong({ name: 'two words' })).toContain('name')
    expect(toInvite({ ...emptyInvite, name: 'lyon', scope: 'all' }).grants).toEqual([])
  })

  test('with a role needs the place where it holds', () => {
    expect(wrong({ role: 'support' })).toEqual(['scope'])
    expect(wrong({ role: 'support', scope: 'account' })).toEqual(['cloudId'])
    expect(wrong({ role: 'administrator', scope: 'account', cloudId: 'demo' })).toEqual(['scope'])
    expect(wrong({ role: 'user-manager', scope: 'server', cloudId: 'demo', scopeId: 's-1' })).toEqual([])
  })

  test('carries the role for its place alone', () => {
    const values = { ...emptyInvite, name: 'lyon', role: 'support', scope: 'account', cloudId: 'demo', scopeId: 'old' }
    expect(toInvite({ ...values, scope: 'account' })).toEqual({
      name: 'lyon',
      contact: '',
      grants: [{ role: 'support', scope: { type: 'account', cloudId: 'demo' } }],
    })
  })
})
