import { expect, test } from 'vitest'
import { createTokenSource } from './token.ts'

const hour = 3_600_000

const source = () => {
  let now = 0
  let issued = 0
  let fails = false
  const tokens = createTokenSource(
    () => {
      issued++
      return fails
        ? Promise.reject(new Error('no'))
        : Promise.resolve({ token: `t${issued}`, expiresAt: now + 24 * hour })
    },
    () => now,
  )
  return {
    tokens,
    advance: (ms: number) => (now += ms),
    fail: (value: boolean) => (fails = value),
    issued: () => issued,
  }
}

test('a token is kept, and renewed five minutes before its end', async () => {
  const { tokens, advance, issued } = source()
  expect(await tokens.get()).toBe('t1')
  advance(24 * hour - 6 * 60_000)
  expect(await tokens.get()).toBe('t1')
  advance(2 * 60_000)
  expect(await tokens.get()).toBe('t2')
  expect(issued()).toBe(2)
})

test('callers that come together share one sign-in', async () => {
  const { tokens, issued } = source()
  expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(['t1', 't1', 't1'])
  expect(issued()).toBe(1)
})

test('a failed sign-in is not kept, and a refused token is forgotten once', async () => {
  const { tokens, fail } = source()
  fail(true)
  await expect(tokens.get()).rejects.toThrow('no')
  fail(false)
  expect(await tokens.get()).toBe('t2')
  tokens.drop('t1')
  expect(await tokens.get()).toBe('t2')
  tokens.drop('t2')
  expect(await tokens.get()).toBe('t3')
})
