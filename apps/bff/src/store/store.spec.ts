import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { AuditSubject } from './audit.ts'
import { openStore } from './store.ts'

const tuning = {
  idleMs: 60_000,
  absoluteMs: 600_000,
  logKeepMs: 10_000,
  logKeepLines: 10,
  logKeepAll: 25,
  sessionKeepMs: 10_000,
  sessionKeepAll: 25,
}

const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'vpn-console-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'data')
}

const open = async (dataDir: string | null = null, now = Date.now) => {
  const store = await openStore(dataDir, tuning, now)
  onTestFinished(() => store.close())
  return store
}

describe('the file', () => {
  test('is made with its folder, for its owner alone, and holds what was kept', async () => {
    const folder = temporaryFolder()
    const first = await open(folder)
    const person = await first.people.create({ name: 'paris', password: 'a-good-password', roles: ['support'] })
    const id = await first.sessions.start(person.id)
    await first.close()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'console.db')).mode & 0o777).toBe(0o600)

    const second = await open(folder)
    expect(await second.people.authenticate('paris', 'a-good-password')).toEqual(person)
    expect(await second.sessions.find(id)).toMatchObject({ userName: 'paris', roles: ['support'] })
  })

  test('may be open twice at the same time', async () => {
    const folder = temporaryFolder()
    const first = await open(folder)
    const second = await open(folder)
    await first.people.create({ name: 'paris', password: 'a-good-password', roles: [] })
    expect(await second.people.authenticate('paris', 'a-good-password')).toMatchObject({ name: 'paris' })
  })
})

describe('people', () => {
  test('are found by name in any case, and there are no look-alikes', async () => {
    const { people } = await open()
    await people.create({ name: 'Paris', password: 'a-good-password', roles: [] })
    expect(await people.authenticate('pARIS', 'a-good-password')).toMatchObject({ name: 'Paris' })
    await expect(people.create({ name: 'paris', password: 'another-password', roles: [] })).rejects.toThrow(/UNIQUE/)
  })

  test('are known by their whole password', async () => {
    const { people } = await open()
    await people.create({ name: 'paris', password: 'a-good-password', roles: [] })
    for (const wrong of ['', 'a-good-passwor', 'a-good-password ', 'A-good-password']) {
      expect(await people.authenticate('paris', wrong)).toBeUndefined()
    }
  })
})

describe('the demo administrator', () => {
  test('gets a password that nobody could guess, once', async () => {
    const folder = temporaryFolder()
    const first = await open(folder)
    const made = await first.people.ensureAdmin(undefined)
    expect(made).toEqual({ userName: 'admin', password: expect.stringMatching(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/) })
    expect(await first.people.authenticate('admin', String(made?.password))).toMatchObject({ roles: ['administrator'] })
    expect(await first.people.ensureAdmin(undefined)).toBeUndefined()
    const other = await (await open()).people.ensureAdmin(undefined)
    expect(other?.password).not.toBe(made?.password)
  })

  test('takes a given password, which replaces a forgotten one and ends the sessions', async () => {
    const { people, sessions } = await open()
    expect(await people.ensureAdmin('first-password')).toBeUndefined()
    const admin = await people.authenticate('admin', 'first-password')
    const id = await sessions.start(String(admin?.id))
    await people.ensureAdmin('first-password')
    expect(await sessions.find(id)).toBeDefined()
    await people.ensureAdmin('second-password')
    expect(await people.authenticate('admin', 'first-password')).toBeUndefined()
    expect(await people.authenticate('admin', 'second-password')).toBeDefined()
    expect(await sessions.find(id)).toBeUndefined()
  })
})

describe('sessions', () => {
  test('end when idle and altogether, and what has ended is cleared away', async () => {
    let time = 1_000_000
    const { people, sessions } = await open(null, () => time)
    const { id: person } = await people.create({ name: 'paris', password: 'a-good-password', roles: [] })
    const idle = await sessions.start(person)
    time += 60_000
    expect(await sessions.find(idle)).toBeUndefined()
    time -= 60_000
    expect(await sessions.find(idle), 'gone for good').toBeUndefined()
  })

  test('say when they end', async () => {
    let time = 1_000_000
    const { people, sessions } = await open(null, () => time)
    const { id: person } = await people.create({ name: 'paris', password: 'a-good-password', roles: [] })
    const id = await sessions.start(person)
    expect((await sessions.find(id))?.idleUntil).toBe(1_060_000)
    for (; time < 1_570_000; time += 30_000) await sessions.find(id)
    expect((await sessions.find(id))?.idleUntil).toBe(1_600_000)
  })

  test('have tokens of their own', async () => {
    const { people, sessions } = await open()
    const { id: person } = await people.create({ name: 'paris', password: 'a-good-password', roles: [] })
    const [a, b] = [await sessions.start(person), await sessions.start(person)]
    const tokens = [await sessions.find(a), await sessions.find(b)].map((found) => found?.csrfToken)
    expect(tokens[0]).not.toBe(tokens[1])
    expect(tokens[0]).not.toContain(a)
    expect((await sessions.find(a))?.csrfToken).toBe(tokens[0])
  })

  test('are not found by what is in the table', async () => {
    const { sessions } = await open()
    for (const id of ['', 'x', "' or 1=1 --"]) expect(await sessions.find(id)).toBeUndefined()
  })
})

describe('audit', () => {
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
    const { audit } = await open(null, () => time)
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
    const { audit } = await open()
    await audit.record(subject, { outcome: 'invalid' }, { name: 'x'.repeat(100_000) })
    expect((await audit.list())[0]?.body).toBe('{"left_out":"100011 characters"}')
  })
})
