import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { adminPassword, startConsole, type Browser } from '../testing/console.ts'

const base = '/api/account/second-factor'
const password = 'a-good-password'
const begunAt = Date.UTC(2026, 5, 1, 12)

const start = async () => {
  let time = begunAt
  const running = await startConsole({ now: () => time, tuning: { logCollectMs: 0, sessionSampleMs: 0 } })
  const { id } = await running.store.people.create({ name: 'lyon', password, roles: ['support'] })
  const wait = (halfMinutes: number) => {
    time += halfMinutes * 30_000
  }
  const begin = async (browser: Browser, with_ = password) => {
    const answer = await browser.post(`${base}/begin`, { password: with_ })
    const { secret = '' } = (answer.data ?? {}) as { secret?: string }
    return { ...answer, secret, code: () => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: time }) }
  }
  /** Somebody whose second factor is on. */
  const enrolled = async () => {
    const browser = await running.signedIn('lyon', password)
    const { code, secret } = await begin(browser)
    const confirmed = await browser.post(`${base}/confirm`, { code: code() })
    const { recoveryCodes } = confirmed.data as unknown as { recoveryCodes: string[] }
    await browser.refresh()
    wait(1)
    return { browser, code, secret, recoveryCodes }
  }
  return { ...running, id, wait, begin, enrolled }
}

test('it is set up with the password and a code; secret and codes are shown once and written down nowhere', async () => {
  const { signedIn, begin, store, lines, id } = await start()
  const lyon = await signedIn('lyon', password)
  expect((await lyon.get(base)).data).toEqual({ isOn: false, recoveryCodesLeft: 0 })
  const begun = await begin(lyon)
  expect(begun.data).toEqual({ secret: begun.secret, uri: expect.stringMatching(/^otpauth:\/\/totp\/.*lyon/) })
  expect((await lyon.get(base)).data).toMatchObject({ isOn: false })
  const before = lyon.jar.get('vpn-console')
  const code = begun.code()
  const confirmed = await lyon.post(`${base}/confirm`, { code })
  expect(confirmed.status).toBe(200)
  const { recoveryCodes } = confirmed.data as unknown as { recoveryCodes: string[] }
  expect(new Set(recoveryCodes).size).toBe(10)
  // Who is more than he was gets another session id.
  expect(lyon.jar.get('vpn-console')).not.toBe(before)
  expect((await lyon.get(base)).data).toEqual({ isOn: true, since: begunAt, recoveryCodesLeft: 10 })
  const rows = await store.audit.list()
  expect(rows.slice(0, 2)).toMatchObject([
    { operation: 'confirmSecondFactor', outcome: 'done', resource_id: id },
    { operation: 'beginSecondFactor', outcome: 'done' },
  ])
  const written = JSON.stringify([rows, lines])
  for (const secret of [begun.secret, code, password, ...recoveryCodes]) expect(written).not.toContain(secret)
})

test('a wrong password and a wrong code are told at their fields', async () => {
  const { signedIn, begin, wait } = await start()
  const lyon = await signedIn('lyon', password)
  expect((await begin(lyon, 'not-his-password')).data).toMatchObject({
    error_code: 'CONSOLE.INVALID_INPUT',
    fields: { password: expect.any(String) },
  })
  const begun = await begin(lyon)
  const code = begun.code()
  wait(9)
  expect((await lyon.post(`${base}/confirm`, { code })).data).toMatchObject({ fields: { code: expect.any(String) } })
  expect((await lyon.get(base)).data).toMatchObject({ isOn: false })
})

test('guessing the password at an open session is stopped as guessing at the sign-in is', async () => {
  const { signedIn, begin } = await start()
  const lyon = await signedIn('lyon', password)
  const answers = []
  for (let tries = 0; tries < 20; tries++) answers.push((await begin(lyon, `guess-${tries}`)).data)
  expect(answers.at(-1)).toMatchObject({ error_code: 'CONSOLE.LOCKED' })
})

test('new recovery codes and turning it off take the password and a code that was not used', async () => {
  const { enrolled, wait } = await start()
  const { browser, code, recoveryCodes } = await enrolled()
  const used = code()
  const renewed = await browser.post(`${base}/recovery-codes`, { password, code: used })
  expect(renewed.status).toBe(200)
  const off = (body: object) => browser.post(`${base}/disable`, body)
  expect((await off({ password, code: used })).data).toMatchObject({ fields: { code: expect.any(String) } })
  expect((await off({ password, code: recoveryCodes[0] })).status).toBe(400)
  wait(1)
  expect((await off({ password: 'wrong-password', code: code() })).data).toMatchObject({
    fields: { password: expect.any(String) },
  })
  expect((await off({ password, code: code() })).status).toBe(204)
  expect((await browser.get(base)).data).toMatchObject({ isOn: false })
})

test('one that is on is not replaced by another', async () => {
  const { enrolled, begin } = await start()
  const { browser } = await enrolled()
  expect((await begin(browser)).data).toMatchObject({ error_code: 'CONSOLE.CONFLICT' })
})

test('an administrator resets it, and it is written down; nobody else does', async () => {
  const { enrolled, signedIn, store, id } = await start()
  const { browser } = await enrolled()
  const path = `/api/people/${id}/second-factor`
  expect((await browser.send('DELETE', path)).data).toMatchObject({
    error_msg: expect.stringContaining('console:people:reset'),
  })
  const admin = await signedIn('admin', adminPassword)
  expect((await admin.send('DELETE', path)).status).toBe(204)
  expect((await admin.send('DELETE', path)).status).toBe(404)
  expect((await browser.get(base)).data).toMatchObject({ isOn: false })
  const done = (await store.audit.list()).filter(({ operation }) => operation === 'resetSecondFactor')
  expect(done.map(({ outcome, resource_id }) => [outcome, resource_id])).toEqual([
    ['failed', id],
    ['done', id],
    ['denied', id],
  ])
})

test('who may reset people does not reset somebody with more than he has', async () => {
  const { signedIn, store } = await start()
  const [boss] = await store.grants.administrators()
  const helper = await store.people.create({ name: 'nice', password, roles: [] })
  const role = await store.roles.create({ name: 'Helper', description: '', actions: ['console:people:*'] })
  await store.grants.give({ type: 'person', id: helper.id }, role.id, { type: 'all' }, 'test')
  const nice = await signedIn('nice', password)
  expect((await nice.send('DELETE', `/api/people/${boss?.id ?? ''}/second-factor`)).data).toMatchObject({
    error_code: 'CONSOLE.DENIED',
    error_msg: expect.stringContaining('you lack *'),
  })
})
