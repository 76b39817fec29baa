import type { AccountCheck, CloudAccountView } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { accountRefuses, accountState } from './account-words.ts'

const check = (outcome: AccountCheck['outcome'], code?: string): AccountCheck => ({
  checked_at: 0,
  outcome,
  features: [],
  calls: [],
  ...(code !== undefined && { problem: { code, message: 'Because.' } }),
})

test.each<[string, Pick<CloudAccountView, 'state' | 'last_check' | 'trouble'>, object]>([
  ['never tested', { state: 'enabled' }, { words: 'In use', kind: 'success' }],
  ['tested well', { state: 'enabled', last_check: check('good') }, { words: 'In use', kind: 'success' }],
  ['with less', { state: 'enabled', last_check: check('limited') }, { kind: 'warning' }],
  [
    'with a wrong key',
    { state: 'enabled', last_check: check('failed', 'CONSOLE.WRONG_CLOUD_KEY') },
    { words: 'Keys refused', kind: 'error', more: 'Because.' },
  ],
  [
    'that cannot be reached',
    { state: 'enabled', last_check: check('failed', 'CONSOLE.CLOUD_UNREACHABLE') },
    { words: 'Test failed', kind: 'error', more: 'Because.' },
  ],
  [
    'disabled, whatever its test said',
    { state: 'disabled', last_check: check('failed', 'CONSOLE.WRONG_CLOUD_KEY') },
    { words: 'Disabled', kind: 'stopped' },
  ],
  ['locked', { state: 'locked', trouble: 'Another key.' }, { words: 'Keys cannot be read', more: 'Another key.' }],
])('an account %s', (_, account, expected) => {
  expect(accountState(account)).toMatchObject(expected)
})

test('what comes from the environment is not changed here', () => {
  expect(accountRefuses({ source: 'environment' })).toContain('environment')
  expect(accountRefuses({ source: 'console' })).toBeUndefined()
})
