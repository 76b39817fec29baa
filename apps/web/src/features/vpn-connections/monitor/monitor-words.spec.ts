import { describe, expect, test } from 'vitest'
import { monitorPollInterval, monitorRefusal, monitorStatus, nqaWords } from './monitor-words.ts'

describe('when a monitor can be created', () => {
  test.each([
    ['for one that is up', 'ACTIVE', undefined],
    ['for one that is down', 'DOWN', undefined],
    ['for a faulty one', 'ERROR', undefined],
    ['not while it is being deleted', 'PENDING_DELETE', 'vpn-lyon is being deleted.'],
    ['not while it is frozen', 'FREEZED', 'vpn-lyon is frozen.'],
  ])('%s', (_, status, reason) => {
    expect(monitorRefusal({ name: 'vpn-lyon', status }, undefined)).toBe(reason)
  })

  test('there is one at most', () => {
    expect(monitorRefusal({ name: 'vpn-lyon', status: 'ACTIVE' }, { id: 'monitor' })).toContain('already')
  })
})

test('a state that was never seen is shown as it is', () => {
  expect(monitorStatus('PENDING_CREATE').words).toBe('Creating')
  expect(monitorStatus('ASLEEP')).toEqual({ words: 'ASLEEP', kind: 'info' })
})

test('a monitor that settles is looked at more often', () => {
  expect(monitorPollInterval({ status: 'PENDING_DELETE' })).toBeLessThan(monitorPollInterval({ status: 'ACTIVE' }))
  expect(monitorPollInterval(undefined)).toBe(monitorPollInterval({ status: 'ACTIVE' }))
})

test.each([
  ['BGP', true, 'Not possible'],
  ['STATIC', true, 'On.'],
  ['STATIC', undefined, 'Off.'],
])('NQA of a %s connection with %s', (style, enable_nqa, words) => {
  expect(nqaWords({ style, enable_nqa })).toContain(words)
})
