import { describe, expect, test } from 'vitest'
import { startConsole, type Browser } from '../testing/console.ts'

const password = 'vier kleine Katzen'
const nextPassword = 'fünf große Hunde!'

/** A console with an administrator at it, and somebody else in whatever role. */
const start = async (config: Parameters<typeof startConsole>[0] = {}) => {
  const running = await startConsole(config)
  const admin = await running.signedIn()
  const people = async () => (await admin.get('/api/people')).data?.['people'] as unknown as { id: string }[]
  const invite = async (body: object) => {
    const answer = await admin.post('/api/people', { contact: '', grants: [], ...body })
    expect(answer.status).toBe(201)
    // The answer's own shape.
    return answer.data as unknown as { person: { id: string; state: string }; link: { id: string; token: string } }
  }
  const useLink = (token: string, chosen = password, browser: Browser = running.openBrowser()) =>
    browser.post('/api/links/use', { token, password: chosen })
  return { ...running, admin, invite, people, useLink }
}

const everywhere = (role: string) => ({ role, scope: { type: 'all' } })

describe('an invitation', () => {
  test('is a link by which somebody sets his password and signs in with what was given to him', async () => {
    const { admin, invite, openBrowser, useLink, lines, store } = await start()
    const { person, link } = await invite({ name: 'lyon', contact: 'desk 4', grants: [everywhere('support')] })
    expect(person).toMatchObject({ state: 'invited', contact: 'desk 4', roles: ['Support'], source: 'password' })
    const browser = openBrowser()
    expect((await browser.signIn('lyon', password)).status).toBe(401)
    const opened = await browser.post('/api/links/open', { token: link.token })
    expect(opened.data).toMatchObject({ purpose: 'invitation', user_name: 'lyon' })
    expect((await useLink(link.token, password, browser)).data).toEqual({ user_name: 'lyon' })
    expect((await browser.get('/api/session')).status, 'a link is no sign-in').toBe(401)
    expect((await browser.signIn('lyon', password)).data).toMatchObject({ user: { roles: ['support'] } })
    expect((await admin.get(`/api/people/${person.id}`)).data).toMatchObject({
      state: 'active',
      last_sign_in_at: expect.any(Number),
    })
    const written = JSON.stringify(await store.audit.list()) + lines.join('')
    for (const secret of [link.token, link.token.split('.')[1], password]) expect(written).not.toContain(secret)
    const rows = await store.audit.list()
    expect(rows.filter(({ resource_id: id }) => id === person.id).map((row) => row.operation)).toEqual(
      expect.arrayContaining(['invitePerson', 'useLink']),
    )
  })

  test('needs a name that nobody has, and roles that the inviter may give', async () => {
    const { admin, invite, store, signedIn } = await start()
    const body = { contact: '', grants: [] }
    const taken = await admin.post('/api/people', { ...body, name: 'ADMIN' })
    expect(taken.status).toBe(400)
    expect(taken.data).toMatchObject({ fields: { name: 'Somebody has this name already.' } })
    for (const name of ['', 'two words', ' lyon', 'ly\u0000on', '.lyon', 'x'.repeat(65), 'ﷺﷺﷺﷺ']) {
      expect((await admin.post('/api/people', { ...body, name })).status, name).toBe(400)
    }
    const withUnknown = { ...body, name: 'nice', grants: [{ role: 'support', scope: { type: 'server' } }] }
    expect((await admin.post('/api/people', withUnknown)).data).toMatchObject({
      fields: { 'grants.0.scope.cloudId': 'Choose a cloud.' },
    })
    const inviter = await store.roles.create({ name: 'Inviter', description: '', actions: ['console:people:*'] })
    const { id } = await store.people.create({ name: 'lyon', password, roles: [] })
    await store.grants.give({ type: 'person', id }, inviter.id, { type: 'all' }, 'admin')
    const lyon = await signedIn('lyon', password)
    const denied = await lyon.post('/api/people', { ...body, name: 'nice', grants: [everywhere('support')] })
    expect(denied.status).toBe(403)
    expect(denied.text).toContain('console:grants:give')
    expect((await lyon.post('/api/people', { ...body, name: 'nice' })).status).toBe(201)
    await invite({ name: 'paris' })
  })
})

describe('a link', () => {
  test('that cannot be used is answered alike, whatever is wrong with it', async () => {
    let time = 1_000_000
    const { admin, invite, useLink, openBrowser } = await start({ now: () => time })
    const used = await invite({ name: 'used' })
    await useLink(used.link.token)
    const revoked = await invite({ name: 'revoked' })
    await admin.send('DELETE', `/api/people/${revoked.person.id}/links/${revoked.link.id}`)
    const disabled = await invite({ name: 'disabled' })
    await admin.post(`/api/people/${disabled.person.id}/disable`)
    const deleted = await invite({ name: 'deleted' })
    await admin.send('DELETE', `/api/people/${deleted.person.id}`)
    const expired = await invite({ name: 'expired' })
    time += 7 * 24 * 60 * 60_000
    const fresh = await (await start({ now: () => time })).invite({ name: 'elsewhere' })
    const tokens = [used, revoked, disabled, deleted, expired, fresh].map(({ link }) => link.token)
    const browser = openBrowser()
    const answers: unknown[] = []
    for (const token of [...tokens, `${tokens[0]}x`, 'x', '']) {
      const { data } = await browser.post('/api/links/open', { token })
      const { status, data: usedData } = await useLink(token)
      answers.push({ status, codes: [data?.['error_code'], usedData?.['error_code']], says: usedData?.['error_msg'] })
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 404, codes: ['CONSOLE.WRONG_LINK', 'CONSOLE.WRONG_LINK'] })
  })

  test('is not used up by a password that is refused, and by nobody twice', async () => {
    const { invite, useLink } = await start()
    const { link } = await invite({ name: 'marie.dupont' })
    expect((await useLink(link.token, 'too short')).data).toMatchObject({ fields: { password: expect.any(String) } })
    expect((await useLink(link.token, 'marie.dupont1')).data).toMatchObject({
      fields: { password: 'Do not build it on the user name.' },
    })
    const [one, other] = await Promise.all([useLink(link.token), useLink(link.token)])
    expect(new Set([one.status, other.status])).toEqual(new Set([200, 404]))
  })

  test('for a forgotten password ends every session and every wait, and is limited by address', async () => {
    const { admin, invite, useLink, openBrowser, signedIn } = await start({ tuning: { signInPerAddress: 9 } })
    const { person, link } = await invite({ name: 'lyon' })
    await useLink(link.token)
    const lyon = await signedIn('lyon', password)
    for (let count = 0; count < 5; count += 1) await openBrowser().signIn('lyon', 'wrong')
    expect((await admin.get(`/api/people/${person.id}`)).data).toMatchObject({ state: 'locked' })
    const reset = (await admin.post(`/api/people/${person.id}/links`)).data as unknown as { token: string }
    expect((await lyon.get('/api/session')).status).toBe(200)
    expect((await useLink(reset.token, nextPassword)).status).toBe(200)
    expect((await lyon.get('/api/session')).status).toBe(401)
    expect((await lyon.signIn('lyon', nextPassword)).status).toBe(200)
    for (let count = 0; count < 9; count += 1) expect((await useLink('x')).status).toBe(404)
    expect((await useLink('x')).status).toBe(429)
  })

  test('is taken from our own page only', async () => {
    const { openBrowser } = await start()
    const headers = { origin: 'https://example.org' }
    expect((await openBrowser().post('/api/links/open', { token: 'x' }, headers)).status).toBe(403)
  })
})

describe('the administrator', () => {
  test('cannot shut himself out, nor the last one who could sign in', async () => {
    const { admin, store, signedIn } = await start()
    const own = `/api/people/${admin.session()?.user.id}`
    expect((await admin.post(`${own}/disable`)).text).toContain('You cannot disable yourself.')
    expect((await admin.send('DELETE', own)).text).toContain('You cannot delete yourself.')
    // All of an administrator's actions without being one.
    const all = await store.roles.create({ name: 'All', description: '', actions: ['*'] })
    const { id } = await store.people.create({ name: 'lyon', password, roles: [] })
    await store.grants.give({ type: 'person', id }, all.id, { type: 'all' }, 'admin')
    const lyon = await signedIn('lyon', password)
    const refused = await lyon.send('DELETE', own)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('admin is the last administrator who can sign in.')
    await store.people.create({ name: 'nice', password, roles: ['administrator'] })
    expect((await lyon.send('DELETE', own)).status).toBe(204)
    expect((await admin.get('/api/session')).status).toBe(401)
  })

  test('sees who waits, ends the wait, and signs somebody out everywhere', async () => {
    const { admin, store, openBrowser, signedIn } = await start()
    const { id } = await store.people.create({ name: 'lyon', password, roles: ['support'] })
    const [first, second] = [await signedIn('lyon', password), await signedIn('lyon', password)]
    for (let count = 0; count < 5; count += 1) await openBrowser().signIn('lyon', 'wrong')
    const locked = await openBrowser().signIn('lyon', password)
    expect(locked.status).toBe(429)
    expect(locked.text).toContain('Try again in 1 minute.')
    expect(locked.headers.get('retry-after')).toMatch(/^(?:59|60)$/)
    expect((await admin.post(`/api/people/${id}/unlock`)).data).toMatchObject({ state: 'active' })
    expect((await openBrowser().signIn('lyon', password)).status).toBe(200)
    expect((await admin.get(`/api/people/${id}/sessions`)).data?.['sessions']).toHaveLength(3)
    expect((await admin.send('DELETE', `/api/people/${id}/sessions`)).data).toEqual({ ended: 3 })
    for (const browser of [first, second]) expect((await browser.get('/api/session')).status).toBe(401)
  })

  test('renames, disables and enables; a rename keeps who it is', async () => {
    const { admin, store, openBrowser } = await start()
    const { id } = await store.people.create({ name: 'lyon', password, roles: [] })
    const renamed = await admin.send('PUT', `/api/people/${id}`, { body: { name: 'Lyon-2', contact: 'desk 5' } })
    expect(renamed.data).toMatchObject({ name: 'Lyon-2', contact: 'desk 5' })
    await admin.post(`/api/people/${id}/disable`)
    expect((await openBrowser().signIn('lyon-2', password)).status).toBe(401)
    expect((await admin.post(`/api/people/${id}/links`)).status).toBe(409)
    expect((await admin.post(`/api/people/${id}/enable`)).data).toMatchObject({ state: 'active' })
    expect((await openBrowser().signIn('lyon-2', password)).status).toBe(200)
  })
})

describe('others', () => {
  const helper = async () => {
    const running = await start()
    const { store, signedIn } = running
    const role = await store.roles.create({ name: 'Helper', description: '', actions: ['console:people:*'] })
    const { id } = await store.people.create({ name: 'helper', password, roles: [] })
    await store.grants.give({ type: 'person', id }, role.id, { type: 'all' }, 'admin')
    return { ...running, helper: await signedIn('helper', password) }
  }

  test('who look after people get at nobody who may do more than they', async () => {
    const { admin, helper: browser, store } = await helper()
    const target = `/api/people/${admin.session()?.user.id}`
    const before = await store.people.find(admin.session()?.user.id ?? '')
    for (const [method, path, body] of [
      ['POST', `${target}/links`],
      ['POST', `${target}/disable`],
      ['DELETE', target],
      ['DELETE', `${target}/sessions`],
      ['PUT', target, { name: 'other', contact: '' }],
    ] as const) {
      const { status, text } = await browser.send(method, path, { body })
      expect(status, path).toBe(403)
      expect(text).toContain('you lack *')
    }
    expect(await store.people.find(before?.id ?? '')).toEqual(before)
    const { id } = await store.people.create({ name: 'nobody', password, roles: [] })
    expect((await browser.post(`/api/people/${id}/links`)).status).toBe(201)
  })

  test('without the permission are told which one, and it is written down', async () => {
    const { store, signedIn, people } = await start()
    await store.people.create({ name: 'lyon', password, roles: ['support'] })
    const lyon = await signedIn('lyon', password)
    expect((await lyon.get('/api/people')).text).toContain('console:people:list')
    const [first] = await people()
    expect((await lyon.post(`/api/people/${first?.id}/disable`)).text).toContain('console:people:disable')
    const denied = (await store.audit.list()).find(({ operation }) => operation === 'disablePerson')
    expect(denied).toMatchObject({ outcome: 'denied', person_name: 'lyon' })
  })
})

describe('oneself', () => {
  const own = async () => {
    const running = await start()
    const { id } = await running.store.people.create({ name: 'lyon', password, roles: [] })
    const [here, there] = [await running.signedIn('lyon', password), await running.signedIn('lyon', password)]
    return { ...running, id, here, there }
  }

  test('changes the password: other sessions end, this one gets another id', async () => {
    const { here, there, openBrowser, store, id } = await own()
    const link = await store.links.make({ sign: (_, text) => text }, { purpose: 'reset', personId: id, by: 'admin' })
    const before = here.jar.get('vpn-console')
    const changed = await here.post('/api/account/password', { old_password: password, new_password: nextPassword })
    expect(changed.data).toEqual({ ended: 1 })
    expect(here.jar.get('vpn-console')).not.toBe(before)
    expect((await here.get('/api/session')).status).toBe(200)
    expect((await there.get('/api/session')).status).toBe(401)
    const old = openBrowser()
    old.jar.set('vpn-console', String(before))
    expect((await old.get('/api/session')).status).toBe(401)
    expect((await openBrowser().signIn('lyon', password)).status).toBe(401)
    expect((await openBrowser().signIn('lyon', nextPassword)).status).toBe(200)
    expect(await store.links.use(link.id)).toBe(false)
  })

  test('must know the old one, and cannot find it out by trying', async () => {
    const { here } = await own()
    const change = (old: string, next = nextPassword) =>
      here.post('/api/account/password', { old_password: old, new_password: next })
    expect((await change(password, 'short')).data).toMatchObject({ fields: { new_password: expect.any(String) } })
    expect((await change(password, password)).data).toMatchObject({
      fields: { new_password: 'This is the password you have.' },
    })
    for (let count = 0; count < 4; count += 1) {
      const { status, data } = await change('wrong')
      expect(status).toBe(400)
      expect(data).toMatchObject({ fields: { old_password: 'This is not your password.' } })
    }
    expect((await change('wrong')).status).toBe(429)
    expect((await change(password)).status).toBe(429)
    expect((await here.get('/api/session')).status).toBe(200)
  })

  test('who comes from the provider has none to change', async () => {
    const { store, admin, signedIn } = await own()
    const { id } = await store.people.create({ name: 'sso', password, source: 'sso', roles: [] })
    const browser = await signedIn('sso', password)
    const changed = await browser.post('/api/account/password', { old_password: password, new_password: nextPassword })
    expect(changed.status).toBe(409)
    expect((await admin.post(`/api/people/${id}/links`)).status).toBe(409)
  })

  test('sees the own sessions, and ends others one by one or at once', async () => {
    const { here, there, signedIn, admin } = await own()
    type Listed = { id: string; is_current: boolean; ip: string }[]
    const list = async () => (await here.get('/api/account/sessions')).data?.['sessions'] as unknown as Listed
    const sessions = await list()
    expect(sessions.filter(({ is_current: isCurrent }) => isCurrent)).toHaveLength(1)
    expect(sessions).toHaveLength(2)
    expect(sessions[0]).toMatchObject({ ip: '127.0.0.1', method: 'password' })
    const other = sessions.find(({ is_current: isCurrent }) => !isCurrent)?.id
    expect((await admin.send('DELETE', `/api/account/sessions/${other}`)).status, 'of somebody else').toBe(404)
    expect((await here.send('DELETE', `/api/account/sessions/${other}`)).status).toBe(204)
    expect((await there.get('/api/session')).status).toBe(401)
    await signedIn('lyon', password)
    expect((await here.send('DELETE', '/api/account/sessions')).data).toEqual({ ended: 1 })
    expect(await list()).toHaveLength(1)
  })
})
