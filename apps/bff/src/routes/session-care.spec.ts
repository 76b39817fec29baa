import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { adminPassword, startConsole } from '../testing/console.ts'

const minute = 60_000
const begin = Date.parse('2026-03-01T08:00:00Z')

describe('a page that asks by itself', () => {
  test('does not keep a session up; one that is used does', async () => {
    let time = begin
    const { signedIn } = await startConsole({ now: () => time })
    const browser = await signedIn()
    const poll = (headers: Record<string, string> = {}) => browser.get('/api/session', headers)
    time += 10 * minute
    expect((await poll({ 'x-unattended': '1' })).headers.get('x-session-ends-in')).toBe(String(20 * 60))
    time += 5 * minute
    expect((await poll()).headers.get('x-session-ends-in')).toBe(String(30 * 60))
    time += 29 * minute
    expect((await poll({ 'x-unattended': '1' })).status).toBe(200)
    time += minute
    expect((await poll({ 'x-unattended': '1' })).status).toBe(401)
  })

  test('is not believed with a change', async () => {
    let time = begin
    const { signedIn } = await startConsole({ now: () => time })
    const browser = await signedIn()
    time += 20 * minute
    await browser.send('POST', '/api/sign-on/trials', { headers: { 'x-unattended': '1' } })
    time += 20 * minute
    expect((await browser.get('/api/session')).status).toBe(200)
  })
})

test('a session says when it ends, and that nothing makes it last longer than twelve hours', async () => {
  let time = begin
  const { signedIn } = await startConsole({ now: () => time })
  const browser = await signedIn()
  expect(browser.session()).toMatchObject({ idleUntil: begin + 30 * minute, endsAt: begin + 720 * minute })
  for (let quarter = 1; quarter <= 47; quarter++) {
    time += 15 * minute
    await browser.get('/api/session')
  }
  expect((await browser.get('/api/session')).data).toMatchObject({ idleUntil: begin + 720 * minute })
})

test('a session tells its owner where and with what it was begun', async () => {
  const { openBrowser, store } = await startConsole()
  const browser = openBrowser()
  const body = { userName: 'admin', password: adminPassword }
  await browser.post('/api/session', body, { 'user-agent': 'Browser/1.0 '.repeat(100) })
  const [admin] = await store.grants.administrators()
  const [entry] = await store.sessions.list(String(admin?.id))
  expect(entry).toMatchObject({
    ip: '127.0.0.1',
    method: 'password',
    userAgent: expect.stringMatching(/^Browser\/1\.0 /),
  })
  expect(entry?.userAgent).toHaveLength(255)
})

describe('signing in with a second factor', () => {
  const start = async (signInPerAddress = 50) => {
    let time = begin
    const house = await startConsole({ now: () => time, tuning: { signInPerAddress } })
    const { id } = await house.store.people.create({ name: 'lyon', password: 'a-good-password', roles: ['support'] })
    const code = await (async () => {
      const setUp = await house.signedIn('lyon', 'a-good-password')
      const { data } = await setUp.post('/api/account/second-factor/begin', { password: 'a-good-password' })
      const secret = Secret.fromBase32(String(data?.['secret']))
      const make = () => new TOTP({ secret }).generate({ timestamp: time })
      await setUp.post('/api/account/second-factor/confirm', { code: make() })
      return make
    })()
    const send = (given: Record<string, string>, password = 'a-good-password') =>
      house.openBrowser().post('/api/session', { userName: 'lyon', password, ...given })
    return { ...house, id, code, send, wait: (ms: number) => (time += ms) }
  }

  test('asks for the code once the password is right, as often as it takes', async () => {
    const { send, code, wait, store, openBrowser } = await start(5)
    wait(minute)
    for (let time = 0; time < 8; time++) {
      expect((await send({})).data).toMatchObject({ error_code: 'CONSOLE.CODE_NEEDED' })
    }
    expect((await store.audit.list()).filter(({ outcome }) => outcome === 'denied')).toEqual([])
    expect((await send({}, 'wrong')).data).toMatchObject({ error_code: 'CONSOLE.WRONG_SIGN_IN' })
    expect((await openBrowser().signIn()).status, 'the address is not held back').toBe(200)
    const { status, data } = await send({ code: code() })
    expect([status, data]).toMatchObject([200, { user: { name: 'lyon', hasSecondFactor: true } }])
  })

  test('takes each code once, and counts a wrong one as a wrong password', async () => {
    const { send, code, wait } = await start()
    wait(minute)
    const right = code()
    expect((await send({ code: right })).status).toBe(200)
    expect((await send({ code: right })).data).toMatchObject({ error_code: 'CONSOLE.WRONG_CODE' })
    for (let time = 0; time < 3; time++) expect((await send({ code: '000000' })).status).toBe(401)
    expect((await send({ code: '000000' })).data).toMatchObject({ error_code: 'CONSOLE.LOCKED' })
    wait(30_000)
    expect((await send({ code: code() })).data, 'also with the right one').toMatchObject({
      error_code: 'CONSOLE.LOCKED',
    })
  })
})
