import { describe, expect, test } from 'vitest'
import { adminPassword, startConsole } from '../testing/console.ts'

const credentials = { userName: 'admin', password: adminPassword }

describe('signing in', () => {
  test('gives a session that is told who, what and where', async () => {
    const { signedIn } = await startConsole()
    const browser = await signedIn()
    const { status, data } = await browser.get('/api/session')
    expect(status).toBe(200)
    expect(data).toMatchObject({ user: { name: 'admin', roles: ['administrator'] }, actions: ['*'], clouds: [] })
    expect(data).toEqual({ ...browser.session(), idleUntil: expect.any(Number) })
  })

  test('a wrong password and an unknown user get the same answer', async () => {
    const { openBrowser } = await startConsole()
    const wrong = await openBrowser().signIn('admin', 'wrong')
    const unknown = await openBrowser().signIn('nobody', 'wrong')
    expect(wrong.status).toBe(401)
    expect(wrong.data).toMatchObject({ error_code: 'CONSOLE.WRONG_SIGN_IN' })
    expect({ ...unknown.data, request_id: '' }).toEqual({ ...wrong.data, request_id: '' })
    expect(wrong.headers.getSetCookie()).toEqual([])
  })

  test('a disabled person cannot sign in, and his session ends', async () => {
    const { store, openBrowser } = await startConsole()
    const person = await store.people.create({ name: 'lyon', password: 'a-good-password', roles: ['support'] })
    const browser = openBrowser()
    expect((await browser.signIn('lyon', 'a-good-password')).status).toBe(200)
    await store.people.setDisabled(person.id, true)
    expect((await browser.get('/api/session')).status).toBe(401)
    expect((await openBrowser().signIn('lyon', 'a-good-password')).status).toBe(401)
  })

  test.each([
    ['no body', undefined],
    ['no password', { userName: 'admin' }],
    ['an unknown field', { ...credentials, roles: ['administrator'] }],
    ['no JSON', '{"userName": "admin", "password": "correct'],
  ])('is refused with %s, and says so without quoting it', async (_name, body) => {
    const { openBrowser } = await startConsole()
    const { status, data, text } = await openBrowser().post('/api/session', body)
    expect(status).toBe(400)
    expect(data).toMatchObject({ error_code: 'CONSOLE.INVALID_INPUT' })
    expect(text).not.toContain('correct')
  })

  test('is refused from another page', async () => {
    const { openBrowser } = await startConsole()
    const { status, data } = await openBrowser().post('/api/session', credentials, { origin: 'https://example.org' })
    expect(status).toBe(403)
    expect(data).toMatchObject({ error_code: 'CONSOLE.FOREIGN_ORIGIN' })
  })
})

describe('the cookie', () => {
  test('cannot be read by scripts, goes to no other site, and holds nothing but a random id', async () => {
    const { openBrowser } = await startConsole()
    const [cookie = ''] = (await openBrowser().signIn()).headers.getSetCookie()
    expect(cookie).toMatch(/^vpn-console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  test('is bound to https and the host where the public address is https', async () => {
    const { openBrowser } = await startConsole({ publicUrl: 'https://vpn.example.org' })
    const browser = openBrowser()
    const origin = { origin: 'https://vpn.example.org' }
    const [cookie = ''] = (await browser.post('/api/session', credentials, origin)).headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-vpn-console=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect((await browser.get('/api/session')).status).toBe(200)
  })

  test('changes with each sign-in, so that a planted one is worth nothing', async () => {
    const { openBrowser } = await startConsole()
    const browser = openBrowser()
    browser.jar.set('vpn-console', 'planted-by-somebody-else')
    await browser.signIn()
    const first = browser.jar.get('vpn-console')
    expect(first).not.toBe('planted-by-somebody-else')
    await browser.signIn()
    const second = browser.jar.get('vpn-console')
    expect(second).not.toBe(first)
    browser.jar.set('vpn-console', String(first))
    expect((await browser.get('/api/session')).status).toBe(401)
  })

  test('is not in the database', async () => {
    const { openBrowser, store } = await startConsole()
    const browser = openBrowser()
    await browser.signIn()
    const id = String(browser.jar.get('vpn-console'))
    expect(await store.sessions.find(id)).toBeDefined()
    expect(JSON.stringify(await store.audit.list())).not.toContain(id)
  })
})

describe('signing out', () => {
  test('ends the session and clears the cookie', async () => {
    const { signedIn } = await startConsole()
    const browser = await signedIn()
    const id = String(browser.jar.get('vpn-console'))
    const { status, headers, data } = await browser.send('DELETE', '/api/session')
    expect([status, data]).toEqual([200, {}])
    expect(headers.getSetCookie()[0]).toMatch(/^vpn-console=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict$/)
    browser.jar.set('vpn-console', id)
    const after = await browser.get('/api/session')
    expect(after.status).toBe(401)
    expect(after.data).toMatchObject({ error_code: 'CONSOLE.SIGNED_OUT' })
  })

  test.each([
    ['without the token', { 'x-csrf-token': '' }],
    ["with another session's token", { 'x-csrf-token': 'x'.repeat(43) }],
    ['from another page', { origin: 'https://example.org' }],
    ['from nowhere that is known', { origin: '' }],
    ['from another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s', async (_name, headers) => {
    const { signedIn } = await startConsole()
    const browser = await signedIn()
    const { status, data } = await browser.send('DELETE', '/api/session', { headers })
    expect(status).toBe(403)
    expect(data).toMatchObject({ error_code: 'CONSOLE.FOREIGN_ORIGIN' })
    expect((await browser.get('/api/session')).status).toBe(200)
  })
})

describe('lifetimes', () => {
  test('a session ends when nothing is done, and is kept up by use', async () => {
    let time = Date.parse('2026-03-01T08:00:00Z')
    const { signedIn } = await startConsole({ now: () => time })
    const browser = await signedIn()
    time += 29 * 60_000
    expect((await browser.get('/api/session')).status).toBe(200)
    time += 29 * 60_000
    expect((await browser.get('/api/session')).status).toBe(200)
    time += 30 * 60_000
    expect((await browser.get('/api/session')).status).toBe(401)
  })

  test('a session ends after twelve hours, however much it is used', async () => {
    let time = Date.parse('2026-03-01T08:00:00Z')
    const { signedIn } = await startConsole({ now: () => time })
    const browser = await signedIn()
    const statuses: number[] = []
    for (let quarter = 1; quarter <= 48; quarter++) {
      time += 15 * 60_000
      statuses.push((await browser.get('/api/session')).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 47 }, () => 200), 401])
  })
})

describe('too many tries', () => {
  const tuning = { lockoutAfter: 3, signInPerAddress: 5 }

  test('are stopped by user name, with the time to wait; others may go on', async () => {
    const { openBrowser } = await startConsole({ tuning })
    const browser = openBrowser()
    for (const name of ['admin', 'Admin']) expect((await browser.signIn(name, 'wrong')).status).toBe(401)
    expect((await browser.signIn('ADMIN', 'wrong')).status).toBe(429)
    const { status, data, headers } = await browser.signIn()
    expect(status).toBe(429)
    expect(data).toMatchObject({ error_code: 'CONSOLE.LOCKED', request_id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await browser.signIn('lyon', 'wrong')).status).toBe(401)
  })

  test('are stopped by address, whatever the names', async () => {
    const { openBrowser } = await startConsole({ tuning })
    const browser = openBrowser()
    for (const name of ['a', 'b', 'c', 'd', 'e']) expect((await browser.signIn(name, 'wrong')).status).toBe(401)
    expect((await browser.signIn()).status).toBe(429)
  })

  test('do not count those who got in', async () => {
    const { openBrowser } = await startConsole({ tuning })
    const browser = openBrowser()
    for (let time = 0; time < 7; time++) expect((await browser.signIn()).status).toBe(200)
  })
})

test('signing in and out, and failing to, is written down', async () => {
  const { openBrowser, store } = await startConsole()
  const browser = openBrowser()
  await browser.signIn('admin', 'not-the-password')
  await browser.signIn()
  await browser.send('DELETE', '/api/session')
  const rows = await store.audit.list()
  const told = rows.map(({ operation, outcome, person_name }) => `${person_name}: ${operation} ${outcome}`)
  expect(told.toSorted()).toEqual(['admin: signIn denied', 'admin: signIn done', 'admin: signOut done'])
  expect(rows.every(({ ip }) => ip === '127.0.0.1')).toBe(true)
  expect(JSON.stringify(rows)).not.toContain('not-the-password')
})
