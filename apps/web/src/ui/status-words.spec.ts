import { isSettling } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { noteStatus } from './status-since.ts'
import { statusWords } from './status-words.ts'

test.each([
  ['gateway', 'ACTIVE', 'Running', 'success'],
  ['connection', 'ACTIVE', 'Connected', 'success'],
  ['connection', 'DOWN', 'Not connected', 'error'],
  ['connection', 'ERROR', 'Faulty', 'error'],
  ['gateway', 'FAULT', 'Faulty', 'error'],
  ['gateway', 'FREEZED', 'Frozen', 'stopped'],
  ['gateway', 'PENDING_CREATE', 'Creating', 'in-progress'],
  ['gateway', 'ROLLING_BACK', 'Rolling back', 'in-progress'],
  ['gateway', 'PENDING_UPGRADE_CONFIRM', 'Upgraded: commit or roll back', 'warning'],
] as const)('a %s that is %s is shown as %s', (of, status, words, kind) => {
  expect(statusWords(of, status)).toMatchObject({ words, kind })
})

test.each(['UNKNOWN', 'TELEPORTING'])('%s is shown as it is, neither good nor bad', (status) => {
  expect(statusWords('connection', status)).toMatchObject({ words: status, kind: 'info' })
})

test('what settles is shown as being in progress, with its time', () => {
  for (const status of ['PENDING_CREATE', 'PENDING_UPDATE', 'PENDING_DELETE', 'UPGRADING', 'ROLLING_BACK']) {
    expect(isSettling(status)).toBe(true)
    expect(statusWords('gateway', status)).toMatchObject({ kind: 'in-progress', hasAge: true })
  }
})

test('a status keeps its first time; the first one seen may be older than that', () => {
  expect(noteStatus('gw', 'DOWN', 100)).toEqual({ status: 'DOWN', since: 100, isLate: true })
  expect(noteStatus('gw', 'DOWN', 200).since).toBe(100)
  expect(noteStatus('gw', 'ACTIVE', 300)).toEqual({ status: 'ACTIVE', since: 300, isLate: false })
})
