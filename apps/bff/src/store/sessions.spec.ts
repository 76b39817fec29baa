import { expect, test } from 'vitest'
import { describeOnEachDatabase, type TestDatabase } from '../testing/databases.ts'

const tuning = { idleMs: 60_000, absoluteMs: 600_000 }

const open = async (database: TestDatabase, now?: () => number) => {
  const store = await database.open({ tuning, ...(now && { now }) })
  const { id } = await store.people.create({ name: 'paris', password: 'a-good-password', roles: [] })
  return { ...store, person: id }
}

describeOnEachDatabase('the sessions of a person', (database) => {
  test('are listed while they last, without what opens them', async () => {
    let time = 1_000_000
    const { sessions, person } = await open(database, () => time)
    await sessions.start(person, { ip: '203.0.113.1', userAgent: 'first' })
    time += 50_000
    const second = await sessions.start(person, { method: 'sso', groups: ['a', 'b'], ip: '203.0.113.2' })
    const listed = await sessions.list(person)
    expect(listed).toMatchObject([
      { method: 'sso', ip: '203.0.113.2', userAgent: '', createdAt: 1_050_000 },
      { method: 'password', ip: '203.0.113.1', userAgent: 'first', lastSeenAt: 1_000_000 },
    ])
    expect(JSON.stringify(listed)).not.toContain(second)
    expect((await sessions.find(second))?.groups).toEqual(['a', 'b'])
    time += 10_000
    expect(await sessions.list(person)).toHaveLength(1)
  })

  test('end one by one by their public ids, only for their owner', async () => {
    const { sessions, people, person } = await open(database)
    const other = await people.create({ name: 'lyon', password: 'a-good-password', roles: [] })
    const [a, b] = [await sessions.start(person), await sessions.start(person)]
    const publicId = String((await sessions.find(a))?.publicId)
    expect(await sessions.endOne(other.id, publicId)).toBe(false)
    expect(await sessions.find(a)).toBeDefined()
    expect(await sessions.endOne(person, publicId)).toBe(true)
    expect(await sessions.find(a)).toBeUndefined()
    expect(await sessions.find(b)).toBeDefined()
  })

  test('end all together, or all but one', async () => {
    const { sessions, person } = await open(database)
    const kept = await sessions.start(person)
    await sessions.start(person)
    await sessions.start(person)
    expect(await sessions.endOthers(person, String((await sessions.find(kept))?.publicId))).toBe(2)
    expect(await sessions.find(kept)).toBeDefined()
    expect(await sessions.endAll(person)).toBe(1)
    expect(await sessions.find(kept)).toBeUndefined()
  })

  test('go on by another id after a change of how they are proved, and no more by the old one', async () => {
    const { sessions, person } = await open(database)
    const before = await sessions.start(person)
    const found = await sessions.find(before)
    const after = String(await sessions.rotate(before))
    expect(await sessions.find(before)).toBeUndefined()
    const same = await sessions.find(after)
    expect(same?.publicId).toBe(found?.publicId)
    expect(same?.csrfToken).not.toBe(found?.csrfToken)
    expect(await sessions.rotate(before)).toBeUndefined()
  })

  test('do not last longer by being looked at when nobody is there', async () => {
    let time = 1_000_000
    const { sessions, person } = await open(database, () => time)
    const id = await sessions.start(person)
    time += 40_000
    expect((await sessions.find(id, { isUse: false }))?.idleUntil).toBe(1_060_000)
    time += 20_000
    expect(await sessions.find(id, { isUse: false })).toBeUndefined()
  })

  test('hold the ID token as it was sealed for them alone', async () => {
    const { sessions, person } = await open(database)
    const id = await sessions.start(person, { sealIdToken: (publicId) => `sealed for ${publicId}` })
    const publicId = String((await sessions.find(id))?.publicId)
    expect(await sessions.sealedIdToken(publicId)).toBe(`sealed for ${publicId}`)
    expect(await sessions.sealedIdToken('nobody')).toBeUndefined()
  })
})
