import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'
import type { AuditSubject } from './audit.ts'
import { isUniqueViolation } from './database-error.ts'

const tuning = { idleMs: 60_000, absoluteMs: 600_000 }

describeOnEachDatabase('people', (database) => {
  test('are found by name in any case, and there are no look-alikes', async () => {
    const { people } = await database.open({ tuning })
    await people.create({ name: 'Paris', password: 'a-good-password', roles: [] })
    expect(await people.authenticate('pARIS', 'a-good-password')).toMatchObject({ person: { name: 'Paris' } })
    const again = people.create({ name: 'paris', password: 'another-password', roles: [] })
    await expect(again).rejects.toSatisfy(isUniqueViolation)
  })

  test('are known by their whole password', async () => {
    const { people } = await database.open({ tuning })
    await people.create({ name: 'paris', password: 'a-good-password', roles: [] })
    expect(await people.authenticate('paris\0', 'a-good-password')).toEqual({ refused: 'wrong' })
    for (const wrong of ['', 'a-good-passwor', 'a-good-password ', 'A-good-password']) {
      expect(await people.authenticate('paris', wrong)).toEqual({ refused: 'wrong' })
    }
  })
})

describeOnEachDatabase('the demo administrator', (database) => {
  test('gets a password that nobody could guess, once', async () => {
    const first = await database.open({ tuning })
    const made = await first.people.ensureAdmin(undefined)
    expect(made).toEqual({ userName: 'admin', password: expect.stringMatching(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/) })
    expect(await first.people.authenticate('admin', String(made?.password))).toMatchObject({
      person: { name: 'admin' },
    })
    expect(await first.people.ensureAdmin(undefined)).toBeUndefined()
    const other = await (await database.open({ tuning })).people.ensureAdmin(undefined)
    expect(other?.password).not.toBe(made?.password)
  })

  test('takes a given password, which replaces a forgotten one and ends the sessions', async () => {
    const { people, sessions } = await database.open({ tuning })
    expect(await people.ensureAdmin('first-password')).toBeUndefined()
    const admin = await people.authenticate('admin', 'first-password')
    const id = await sessions.start('person' in admin ? admin.person.id : '')
    await people.ensureAdmin('first-password')
    expect(await sessions.find(id)).toBeDefined()
    await people.ensureAdmin('second-password')
    expect(await people.authenticate('admin', 'first-password')).toEqual({ refused: 'wrong' })
    expect(await people.authenticate('admin', 'second-password')).toMatchObject({ person: { name: 'admin' } })
    expect(await sessions.find(id)).toBeUndefined()
  })
})

describeOnEachDatabase('sessions', (database) => {
  test('end when idle and altogether, and what has ended is cleared away', async () => {
    let time = 1_000_000
    const { people, sessions } = await database.open({ tuning, now: () => time })
    const { id: person } = await people.create({ name: 'paris', password: 'a-good-password', roles: [] })
    const idle = await sessions.start(person)
    time += 60_000
    expect(await sessions.find(idle)).toBeUndefined()
    time -= 60_000
    expect(await sessions.find(idle), 'gone for good').toBeUndefined()
  })

  test('say when they end', async () => {
    let time = 1_000_000
    const { people, sessions } = await database.open({ tuning, now: () => time })
    const { id: person } = await people.create({ name: 'paris', password: 'a-good-password', roles: [] })
    const id = await sessions.start(person)
    expect((await sessions.find(id))?.idleUntil).toBe(1_060_000)
    for (; time < 1_570_000; time += 30_000) await sessions.find(id)
    expect((await sessions.find(id))?.idleUntil).toBe(1_600_000)
  })

  test('have tokens of their own', async () => {
    const { people, sessions } = await database.open({ tuning })
    const { id: person } = await people.create({ name: 'paris', password: 'a-good-password', roles: [] })
    const [a, b] = [await sessions.start(person), await sessions.start(person)]
    const tokens = [await sessions.find(a), await sessions.find(b)].map((found) => found?.csrfToken)
    expect(tokens[0]).not.toBe(tokens[1])
    expect(tokens[0]).not.toContain(a)
    expect((await sessions.find(a))?.csrfToken).toBe(tokens[0])
  })

  test('are not found by what is in the table', async () => {
    const { sessions } = await database.open({ tuning })
    for (const id of ['', 'x', "' or 1=1 --"]) expect(await sessions.find(id)).toBeUndefined()
  })
})

describeOnEachDatabase('audit', (database) => {
  const subject: AuditSubject = {
    personId: 'p-1',
    personName: 'paris',
    ip: '127.0.0.1',
    operation: 'createVgw',
    cloudId: 'demo',
    consoleRequestId: 'r-1',
  }

  test('rows begin as pending and get their end, and come newest first', async () => {
    let time = 1_000
    const { audit } = await database.open({ tuning, now: () => time })
    const id = await audit.record(subject, { outcome: 'pending', resourceId: 'gw-1' }, { name: 'gw-paris' })
    time = 2_000
    await audit.record({ ...subject, operation: 'deleteVgw' }, { outcome: 'denied', status: 403 })
    await audit.complete(id, { outcome: 'done', status: 201, requestId: 'cloud-1' })
    expect(await audit.list()).toMatchObject([
      { at: 2_000, operation: 'deleteVgw', outcome: 'denied', body: null },
      {
        at: 1_000,
        outcome: 'done',
        status: 201,
        resource_id: 'gw-1',
        request_id: 'cloud-1',
        body: '{"name":"gw-paris"}',
      },
    ])
    expect(await audit.list(1)).toHaveLength(1)
  })

  test('do not keep a body of any size', async () => {
    const { audit } = await database.open({ tuning })
    await audit.record(subject, { outcome: 'invalid' }, { name: 'x'.repeat(100_000) })
    expect((await audit.list())[0]?.body).toBe('{"left_out":"100011 characters"}')
  })
})
