import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'

const issuer = 'https://login.example.org'

describeOnEachDatabase('people of a provider', (database) => {
  test('are made at the first sign-in, found at the next, and refused when disabled', async () => {
    const { identities, people } = await database.open()
    const made = await identities.enter({ issuer, subject: 'u-1' }, 'Paris', ['a'])
    expect(made).toMatchObject({ name: 'Paris' })
    expect(await identities.enter({ issuer, subject: 'u-1' }, 'Lyon', ['b'])).toEqual(made)
    expect(await identities.groups()).toEqual(new Map([['b', 1]]))
    await people.setDisabled(String(made?.id), true)
    expect(await identities.enter({ issuer, subject: 'u-1' }, 'Paris', [])).toBeUndefined()
  })

  test('are others at another provider, by another subject, and in another case', async () => {
    const { identities } = await database.open()
    const keys = [
      { issuer, subject: 'u-1' },
      { issuer: 'https://other.example.org', subject: 'u-1' },
      { issuer, subject: 'u-2' },
      { issuer, subject: 'U-1' },
    ]
    const names: (string | undefined)[] = []
    for (const key of keys) names.push((await identities.enter(key, 'Paris', []))?.name)
    expect(names).toEqual(['Paris', 'Paris-2', 'Paris-3', 'Paris-4'])
  })

  test('get a free name that fits, however long theirs is', async () => {
    const { identities, people } = await database.open()
    await people.create({ name: 'x'.repeat(64), password: 'a-good-password', roles: [] })
    const made = await identities.enter({ issuer, subject: 'u-1' }, 'X'.repeat(64), [])
    expect(made?.name).toBe(`${'X'.repeat(62)}-2`)
  })

  test('are made once where they come by two windows at the same moment', async () => {
    const { identities, people } = await database.open()
    const both = await Promise.all([1, 2].map(() => identities.enter({ issuer, subject: 'u-1' }, 'Paris', [])))
    expect(both[0]).toEqual(both[1])
    expect((await people.all()).filter(({ source }) => source === 'sso')).toHaveLength(1)
  })
})
