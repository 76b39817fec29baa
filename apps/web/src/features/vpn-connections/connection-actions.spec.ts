import { describe, expect, test } from 'vitest'
import { connectionActions, keyRefusal } from './connection-actions.ts'

const reasons = (status: string, missing?: string) =>
  Object.fromEntries(
    connectionActions(
      'demo',
      { id: 'vpn-1', name: 'vpn-lyon', status },
      (name) => (name === missing ? `Your roles do not include ${name}.` : undefined),
      () => undefined,
    ).map(({ id, disabledReason }) => [id, disabledReason]),
  )

describe('connectionActions', () => {
  test.each(['ACTIVE', 'DOWN', 'UNKNOWN'])('all are open for a connection that is %s', (status) => {
    expect(reasons(status)).toEqual({ edit: undefined, key: undefined, reset: undefined, delete: undefined })
  })

  test('a faulty one can only be deleted', () => {
    expect(reasons('ERROR')).toEqual({
      edit: 'vpn-lyon is faulty.',
      key: 'vpn-lyon is faulty.',
      reset: 'vpn-lyon is faulty.',
      delete: undefined,
    })
  })

  test('one that settles waits', () => {
    expect(new Set(Object.values(reasons('PENDING_UPDATE')))).toEqual(new Set(['vpn-lyon is being changed.']))
  })

  test('a missing permission comes before the state', () => {
    expect(reasons('PENDING_UPDATE', 'resetVpnConnection')['reset']).toContain('roles')
  })

  test('reset and delete ask first, edit is a page', () => {
    const opened: string[] = []
    const actions = connectionActions(
      'demo',
      { id: 'vpn-1', name: 'vpn-lyon', status: 'ACTIVE' },
      () => undefined,
      (action) => opened.push(action),
    )
    for (const { onChoose } of actions) onChoose?.()
    expect(opened).toEqual(['reset', 'delete'])
    expect(actions[0]?.to).toBe('/clouds/demo/vpn-connections/vpn-1/edit')
  })

  test('on a GM gateway there is no key to change', () => {
    const ikepolicy = { authentication_method: 'digital-envelope-v2' }
    expect(keyRefusal({ name: 'vpn-lyon', ikepolicy })).toContain('certificates')
    expect(keyRefusal({ name: 'vpn-lyon', ikepolicy: { authentication_method: 'pre-share' } })).toBeUndefined()
  })
})
