import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createVault } from '../vault.ts'
import { createInvitationTokens } from './invitation-token.ts'

const tokens = createInvitationTokens(createVault(randomBytes(32)))
const ids = fc.uuid()

describe('a token', () => {
  test('is read as that of its invitation, and of no other', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const [one, other] = [tokens.make(id), tokens.make(id)]
        const read = tokens.read(one.token)
        expect(read?.id).toBe(id)
        expect(read?.isOf(one.hash)).toBe(true)
        expect(read?.isOf(other.hash)).toBe(false)
        expect(one.token).not.toContain(one.hash)
      }),
    )
  })

  test('with any one character changed, left out or added is none', () => {
    const character = fc.constantFrom('a', 'z', 'A', 'Z', '0', '9', '-', '_', '.')
    fc.assert(
      fc.property(ids, fc.nat(), character, fc.constantFrom(0, 1), (id, place, put, taken) => {
        const { token } = tokens.make(id)
        const at = place % token.length
        const changed = token.slice(0, at) + put + token.slice(at + taken)
        fc.pre(changed !== token)
        expect(tokens.read(changed)).toBeUndefined()
      }),
    )
  })

  test('of another master key is none', () => {
    const others = createInvitationTokens(createVault(randomBytes(32)))
    fc.assert(
      fc.property(ids, (id) => {
        expect(tokens.read(others.make(id).token)).toBeUndefined()
      }),
    )
  })

  test('is no text that somebody made up', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tokens.read(text)).toBeUndefined()
      }),
    )
  })
})
