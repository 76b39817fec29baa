import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'
import { createVault } from '../vault.ts'

const vault = createVault(randomBytes(32))
const hour = 60 * 60_000

describeOnEachDatabase('links', (database) => {
  const open = async () => {
    let time = 1_000_000
    const store = await database.open({ now: () => time })
    const { id: personId } = await store.people.create({ name: 'lyon', roles: [] })
    const make = (purpose: 'invitation' | 'reset' = 'reset') =>
      store.links.make(vault, { purpose, personId, by: 'admin' })
    return { ...store, personId, make, pass: (ms: number) => (time += ms) }
  }

  test('are found by their token while they last: a week for an invitation, a day for a reset', async () => {
    const { links, make, pass } = await open()
    const invitation = await make('invitation')
    expect(await links.find(vault, invitation.token)).toMatchObject({ id: invitation.id, purpose: 'invitation' })
    pass(7 * 24 * hour - 1)
    expect(await links.find(vault, invitation.token)).toBeDefined()
    pass(1)
    expect(await links.find(vault, invitation.token)).toBeUndefined()
    const reset = await make()
    pass(24 * hour)
    expect(await links.find(vault, reset.token)).toBeUndefined()
    expect(await links.use(reset.id)).toBe(false)
  })

  test('are used once, also by two at the same moment', async () => {
    const { links, make } = await open()
    const { id, token } = await make()
    const uses = await Promise.all([links.use(id), links.use(id), links.use(id)])
    expect(uses.filter(Boolean)).toHaveLength(1)
    expect(await links.find(vault, token)).toBeUndefined()
  })

  test('are withdrawn by hand, by the next one, and by a new password', async () => {
    const { links, people, personId, make } = await open()
    const first = await make()
    expect(await links.revoke('somebody-else', first.id)).toBe(false)
    expect(await links.revoke(personId, first.id)).toBe(true)
    expect(await links.revoke(personId, first.id)).toBe(false)
    const second = await make()
    const third = await make()
    expect(await links.find(vault, second.token)).toBeUndefined()
    await people.setPassword(personId, 'a-good-password')
    for (const { token, id } of [first, second, third]) {
      expect(await links.find(vault, token)).toBeUndefined()
      expect(await links.use(id)).toBe(false)
    }
  })

  test('are not found by anything else than their own token', async () => {
    const { links, make } = await open()
    const { id, token } = await make()
    const text = token.slice(0, token.lastIndexOf('.'))
    const otherwiseSigned = `${text}.${createVault(randomBytes(32)).sign('link', text)}`
    const forged = `${id}.${'A'.repeat(43)}`
    for (const wrong of ['', '..', id, text, `${token}.`, otherwiseSigned, `${forged}.${vault.sign('link', forged)}`]) {
      expect(await links.find(vault, wrong), wrong).toBeUndefined()
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom('', 'A', '-', '.', 'z'), async (at, char) => {
        const altered = token.slice(0, at) + char + token.slice(at + 1)
        if (altered !== token) expect(await links.find(vault, altered)).toBeUndefined()
      }),
    )
    expect(await links.find(vault, token)).toBeDefined()
  })

  test('leave nothing in the table that opens them, and go with their person', async () => {
    const { links, people, personId, make } = await open()
    const { token } = await make()
    const kept = JSON.stringify(await links.of(personId))
    for (const part of token.split('.').slice(1)) expect(kept).not.toContain(part)
    await people.remove(personId)
    expect(await links.of(personId)).toEqual([])
  })
})
