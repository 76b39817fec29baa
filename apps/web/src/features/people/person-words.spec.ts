import { expect, test } from 'vitest'
import { linkMessage, linkUrl, stateNote } from './person-words.ts'

const link = { id: 'l-1', purpose: 'invitation', token: 'l-1.random.signed', expires_at: 1 } as const

test('the token of a link is behind the #, where no server sees it', () => {
  const url = new URL(linkUrl('https://vpn.example.org', link.token))
  expect(url.hash).toBe('#l-1.random.signed')
  expect(url.pathname + url.search).not.toContain('random')
})

test.each([
  ['invitation', 'You are invited'],
  ['reset', 'Choose a new password'],
] as const)('the message of a %s says what to do, as whom and until when', (purpose, start) => {
  const text = linkMessage('lyon', { ...link, purpose }, 'https://vpn.example.org', '3 May 2026, 12:00')
  expect(text.startsWith(start)).toBe(true)
  for (const part of ['https://vpn.example.org/link#', 'lyon', '3 May 2026, 12:00', 'once'])
    expect(text).toContain(part)
})

test('who has to wait is told until when', () => {
  const person = {
    id: 'p-1',
    name: 'lyon',
    contact: '',
    source: 'password',
    state: 'locked',
    locked_until: 60_000,
    created_at: 0,
    has_second_factor: false,
    roles: [],
  } as const
  const shown = { ...person, roles: [] }
  expect(stateNote(shown, (time) => `${time.getTime()} ms`)).toContain('until 60000 ms')
  expect(stateNote({ ...shown, state: 'active' }, String)).toBeUndefined()
})
