// @vitest-environment happy-dom

import { afterEach, expect, test } from 'vitest'
import { forgetKeyChange, keyChanges, rememberKeyChange } from './key-changes.ts'

afterEach(() => {
  forgetKeyChange('cloud', 'vpn-1')
  forgetKeyChange('cloud', 'vpn-2')
})

test('a changed key is remembered until the connection is reset, and the newest change counts', () => {
  rememberKeyChange('cloud', 'vpn-1', 1)
  rememberKeyChange('cloud', 'vpn-2', 2)
  rememberKeyChange('cloud', 'vpn-1', 3)
  expect(keyChanges.get()).toEqual([
    { cloudId: 'cloud', connectionId: 'vpn-1', changedAt: 3 },
    { cloudId: 'cloud', connectionId: 'vpn-2', changedAt: 2 },
  ])
  forgetKeyChange('cloud', 'vpn-1')
  forgetKeyChange('another', 'vpn-2')
  expect(keyChanges.get().map(({ connectionId }) => connectionId)).toEqual(['vpn-2'])
})

test('what the browser keeps are ids and times, and nothing else', () => {
  rememberKeyChange('cloud', 'vpn-1', 7)
  expect(localStorage.getItem('vpn-console.key-changes')).toBe(
    '[{"cloudId":"cloud","connectionId":"vpn-1","changedAt":7}]',
  )
})
