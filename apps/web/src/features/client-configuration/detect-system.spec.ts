import { expect, test } from 'vitest'
import { detectSystem } from './detect-system.ts'

test.each([
  ['windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36'],
  ['macos', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15'],
  ['ios', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15'],
  ['android', 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36'],
  ['linux', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36'],
  ['windows', 'something else'],
])('%s: %s', (expected, userAgent) => {
  expect(detectSystem(userAgent)).toBe(expected)
})
