import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownTarget } from './target.ts'

test.each(['/clouds/demo/vpn-gateways?page=2#top', '/', '/help-yourself/mine', '/sign-in-history'])(
  'goes on to %s',
  (to) => {
    expect(ownTarget(to)).toBe(to)
  },
)

test.each([
  '//evil.example',
  '///evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  String.raw`/\evil.example`,
  '/\t/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/sign-in',
  '/sign-in?to=/sign-in',
  '/signed-out',
  '/api/session',
  '',
  undefined,
])('does not go on to %j', (to) => {
  expect(ownTarget(to)).toBe('/')
})

test('never leaves the console, whatever is given', () => {
  const parts = fc.constantFrom('/', '//', '\\', '.', '..', '@', ':', 'evil.example', '%2f', '\t', '\n', ' ', '?', '#')
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 8 }), (given) => {
      const url = new URL(ownTarget(given.join('')), 'https://console.example')
      expect(url.origin).toBe('https://console.example')
    }),
  )
})
