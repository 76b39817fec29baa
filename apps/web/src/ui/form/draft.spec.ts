// @vitest-environment happy-dom

import { beforeEach, expect, test } from 'vitest'
import { clearDraft, draftText, hasDraft, mergeDraft, saveDraft, withDraft } from './draft.ts'

const defaults = { name: '', count: 1, tunnels: [{ psk: '', peer: '' }], eip: { source: 'new', size: '10' } }

beforeEach(() => sessionStorage.clear())

test('what was typed comes back after a reload, but for its secrets', () => {
  const typed = { ...defaults, name: 'gw-paris', eip: { source: 'existing', size: '10' } }
  saveDraft('gateway', { ...typed, password: 'hidden' })
  expect(withDraft('gateway', { ...defaults, password: '' })).toEqual({
    ...typed,
    tunnels: [{ peer: '' }],
    password: '',
  })
})

test('no secret is ever in the text that is kept', () => {
  const text = draftText({ psk: 'a-secret', deep: [{ psk: 'a-secret', token: 'a-secret' }] }, ['token'])
  expect(text).toBe('{"deep":[{}]}')
})

test.each([
  ['a field that is no more', { colour: 'blue' }],
  ['a value of another kind', { name: 7, eip: 'new', tunnels: 'none' }],
  ['no object at all', 'x'],
])('%s is left out', (_, draft) => {
  expect(mergeDraft(defaults, draft)).toEqual(defaults)
})

test('a broken draft is none', () => {
  sessionStorage.setItem('vpn-console.draft.gateway', '{')
  expect(withDraft('gateway', defaults)).toEqual(defaults)
})

test('a draft that was sent is gone', () => {
  saveDraft('gateway', defaults)
  expect(hasDraft('gateway')).toBe(true)
  clearDraft('gateway')
  expect(hasDraft('gateway')).toBe(false)
  expect(hasDraft(undefined)).toBe(false)
})
