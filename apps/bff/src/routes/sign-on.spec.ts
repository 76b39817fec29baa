import { describe, expect, test, vi } from 'vitest'
import type { Browser } from '../testing/console.ts'
import { comeBack, sessionOf, signInAs, start, startHouse, visit } from '../testing/sign-on-house.ts'

describe('signing in by the provider', () => {
  test('asks for a code with PKCE, state and nonce, and gives a session with the groups', async () => {
    const house = await startHouse()
    await house.store.grants.give({ type: 'group', id: 'vpn-admins' }, 'administrator', { type: 'all' }, 'test')
    const browser = house.openBrowser()
    const address = await start(browser)
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      client_id: 'vpn-console',
      response_type: 'code',
      redirect_uri: `${house.url}/api/sign-on/callback`,
      scope: 'openid profile groups',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    const { status } = await comeBack(browser, await visit(house, address, 'u-1'))
    expect(status).toBe(200)
    expect(await sessionOf(browser)).toMatchObject({
      user: { name: 'Paris', method: 'sso', roles: ['administrator'] },
      groups: ['vpn-admins', 'everybody'],
      actions: ['*'],
    })
    const audit = JSON.stringify(await house.store.audit.list())
    expect(audit).toContain('finishSignOn')
    expect(house.lines.join('')).not.toMatch(/code=|eyJ/)
    expect(audit).not.toMatch(/eyJ/)
  })

  test('works with a client secret, and with claims that have to be asked for', async () => {
    const house = await startHouse({ provider: { clientSecret: 'a-secret-of-the-client', isShyOfClaims: true } })
    const { browser } = await signInAs(house, 'u-1')
    expect(await sessionOf(browser)).toMatchObject({ user: { name: 'Paris' }, groups: ['vpn-admins', 'everybody'] })
    expect(house.provider.seen).toContain('GET /me')
    expect(JSON.stringify(await house.store.audit.list())).not.toContain('a-secret-of-the-client')
    expect((await house.admin.get('/api/sign-on/settings')).text).not.toContain('a-secret-of-the-client')
  })

  test('leads on by a page of ours, so that the strict cookie is sent along; nothing in it is run', async () => {
    const house = await startHouse()
    const { headers, text } = await signInAs(house, 'u-1', '/clouds/demo/vpn-gateways?page=2')
    expect(text).toContain('content="0;url=/clouds/demo/vpn-gateways?page=2"')
    expect(text).not.toContain('<script')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    const cookies = headers.getSetCookie()
    expect(cookies).toEqual([expect.stringMatching(/^vpn-console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)])
  })

  test('does not lead to a foreign site', async () => {
    const house = await startHouse()
    expect((await signInAs(house, 'u-1', '//evil.example')).text).toContain('content="0;url=/"')
  })

  test('gives the browser a lax cookie for the way, and the session another id each time', async () => {
    const house = await startHouse()
    const browser = house.openBrowser()
    browser.jar.set('vpn-console', 'planted-by-somebody-else')
    const { headers } = await browser.get('/api/sign-on/start')
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^vpn-sign-on=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
    await comeBack(browser, await visit(house, headers.get('location') ?? '', 'u-1'))
    const first = String(browser.jar.get('vpn-console'))
    expect(first).not.toBe('planted-by-somebody-else')
    await comeBack(browser, await visit(house, await start(browser), 'u-1'))
    expect(browser.jar.get('vpn-console')).not.toBe(first)
    browser.jar.set('vpn-console', first)
    expect((await browser.get('/api/session')).status).toBe(401)
  })

  test('knows a person by issuer and subject alone, and never takes the name of another', async () => {
    const house = await startHouse()
    house.provider.people.set('u-9', { name: 'ADMIN', groups: [] })
    const first = await sessionOf((await signInAs(house, 'u-9')).browser)
    expect(first.user).toMatchObject({ name: 'ADMIN-2', roles: [] })
    house.provider.people.set('u-9', { name: 'somebody new', groups: ['later'] })
    const again = await sessionOf((await signInAs(house, 'u-9')).browser)
    expect(again).toMatchObject({ user: { id: first.user.id, name: 'ADMIN-2' }, groups: ['later'] })
    house.provider.people.set('u-10', { name: 'ADMIN', groups: [] })
    expect((await sessionOf((await signInAs(house, 'u-10')).browser)).user.name).toBe('ADMIN-3')
  })

  test('lets nobody in by a password who has none', async () => {
    const house = await startHouse()
    await signInAs(house, 'u-1')
    expect((await house.openBrowser().signIn('Paris', '')).status).toBe(400)
    expect((await house.openBrowser().signIn('Paris', ' ')).status).toBe(401)
  })

  test('without any grant signs in all the same, and says which groups came', async () => {
    const house = await startHouse()
    const { browser } = await signInAs(house, 'u-4')
    expect(await sessionOf(browser)).toMatchObject({ user: { name: 'Brest', roles: [] }, groups: [], clouds: [] })
  })
})

describe('what goes wrong on the way leads back with a reason:', () => {
  test('the provider is down at the start, and in the middle', async () => {
    const house = await startHouse({ configuration: { tuning: { providerTimeoutMs: 1_500 } } })
    const browser = house.openBrowser()
    house.provider.setFault((request, response) => {
      if (request.url === '/token') response.writeHead(503).end()
      return request.url === '/token'
    })
    const back = await visit(house, await start(browser), 'u-1')
    expect((await comeBack(browser, back)).problem).toBe('provider-down')
    // It keeps the connection and says nothing.
    house.provider.setFault((request) => request.url === '/token')
    const silent = await visit(house, await start(browser), 'u-1')
    expect((await comeBack(browser, silent)).problem).toBe('provider-down')
    await house.provider.close()
    await house.save({ clientId: 'another' })
    expect(await start(browser, '/clouds/demo')).toBe('/sign-in?problem=provider-down&to=%2Fclouds%2Fdemo')
  })

  test('the address is not the issuer', async () => {
    const house = await startHouse()
    await house.save({ issuer: house.provider.issuer.replace('127.0.0.1', 'localhost') })
    expect(await start(house.openBrowser())).toBe('/sign-in?problem=provider-wrong')
  })

  test('the secret is wrong', async () => {
    const house = await startHouse({ provider: { clientSecret: 'a-secret-of-the-client' } })
    await house.save({}, 'not-the-secret')
    expect((await signInAs(house, 'u-1')).problem).toBe('client-refused')
    expect(house.lines.join('')).not.toContain('not-the-secret')
  })

  test('the clocks are apart', async () => {
    const house = await startHouse()
    const browser = house.openBrowser()
    const back = await visit(house, await start(browser), 'u-1')
    // The provider's clock is two hours late while it makes the token.
    house.provider.setFault((request, response) => {
      if (request.url !== '/token') return false
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 2 * 60 * 60_000 })
      response.once('finish', () => vi.useRealTimers())
      return false
    })
    expect((await comeBack(browser, back)).problem).toBe('clock')
  })

  test('the person turns round at the provider', async () => {
    const house = await startHouse()
    const browser = house.openBrowser()
    const back = await visit(house, await start(browser, '/clouds/demo'), undefined)
    expect(new URL(back).searchParams.get('error')).toBe('access_denied')
    const { problem, headers } = await comeBack(browser, back)
    expect(problem).toBe('refused')
    expect(headers.get('location')).toContain('to=%2Fclouds%2Fdemo')
  })

  test('the claim with the name is missing', async () => {
    const house = await startHouse()
    const { problem, browser } = await signInAs(house, 'u-3')
    expect(problem).toBe('claims-missing')
    expect((await browser.get('/api/session')).status).toBe(401)
  })

  test('the person is disabled', async () => {
    const house = await startHouse()
    const { user } = await sessionOf((await signInAs(house, 'u-1')).browser)
    await house.store.people.setDisabled(user.id, true)
    expect((await signInAs(house, 'u-1')).problem).toBe('disabled')
  })

  test('the way back is gone a second time', async () => {
    const house = await startHouse()
    const { browser, back } = await signInAs(house, 'u-1')
    const before = browser.jar.get('vpn-console')
    expect((await comeBack(browser, back)).problem).toBe('lost')
    expect(browser.jar.get('vpn-console')).toBe(before)
    expect((await browser.get('/api/session')).status).toBe(200)
  })

  test('the way back belongs to another browser, or to nobody', async () => {
    const house = await startHouse()
    const mine = house.openBrowser()
    const back = await visit(house, await start(mine), 'u-1')
    const other = house.openBrowser()
    await start(other)
    expect((await comeBack(other, back)).problem).toBe('lost')
    expect(other.jar.has('vpn-console')).toBe(false)
    expect((await comeBack(other, `${house.url}/api/sign-on/callback?code=x&state=made-up`)).problem).toBe('lost')
    expect((await comeBack(other, `${house.url}/api/sign-on/callback`)).problem).toBe('lost')
    expect((await comeBack(mine, back)).status, 'his own way is still open').toBe(200)
  })

  test('a code of somebody else is put into it', async () => {
    const house = await startHouse()
    const [mine, other] = [house.openBrowser(), house.openBrowser()]
    const back = new URL(await visit(house, await start(mine), 'u-1'))
    const foreign = new URL(await visit(house, await start(other), 'u-2'))
    back.searchParams.set('code', foreign.searchParams.get('code') ?? '')
    expect((await comeBack(mine, back.href)).problem).toBe('lost')
    expect(mine.jar.has('vpn-console')).toBe(false)
  })

  test('it took longer than ten minutes', async () => {
    let time = Date.now()
    const house = await startHouse({ configuration: { now: () => time } })
    const browser = house.openBrowser()
    const back = await visit(house, await start(browser), 'u-1')
    time += 10 * 60_000
    expect((await comeBack(browser, back)).problem).toBe('lost')
  })

  test('it is switched off', async () => {
    const house = await startHouse()
    const browser = house.openBrowser()
    const back = await visit(house, await start(browser), 'u-1')
    await house.save({ enabled: false })
    expect((await comeBack(browser, back)).problem).toBe('off')
    expect(await start(browser)).toBe('/sign-in?problem=off')
  })
})

test('two tabs of one browser can both be on their way', async () => {
  const house = await startHouse()
  const browser = house.openBrowser()
  const [first, second] = [await start(browser, '/first'), await start(browser, '/second')]
  expect((await comeBack(browser, await visit(house, second, 'u-1'))).text).toContain('url=/second')
  expect((await comeBack(browser, await visit(house, first, 'u-1'))).text).toContain('url=/first')
})

describe('signing out', () => {
  const signOut = async (browser: Browser) => {
    const { csrfToken } = await sessionOf(browser)
    const { data } = await browser.send('DELETE', '/api/session', { headers: { 'x-csrf-token': csrfToken } })
    return data?.['next'] as string | undefined // an answer of the kind that is looked for
  }

  test('leads to the provider, and back from there', async () => {
    const house = await startHouse()
    const next = await signOut((await signInAs(house, 'u-1')).browser)
    const { origin, pathname, searchParams } = new URL(next ?? '')
    expect(origin + pathname).toBe(`${house.provider.issuer}/session/end`)
    expect(searchParams.get('post_logout_redirect_uri')).toBe(`${house.url}/signed-out`)
    expect(searchParams.get('id_token_hint')?.split('.')).toHaveLength(3)
  })

  test('stays here where that is wished, where a password was used, and where the provider is gone', async () => {
    const house = await startHouse()
    expect(await signOut(house.admin)).toBeUndefined()
    const { browser } = await signInAs(house, 'u-1')
    const other = (await signInAs(house, 'u-1')).browser
    const admin = await house.signedIn()
    const body = { settings: { ...house.settings, signsOutAtProvider: false } }
    expect((await admin.send('PUT', '/api/sign-on/settings', { body })).status).toBe(200)
    expect(await signOut(browser)).toBeUndefined()
    // Another client id, so that nothing that is kept of the provider helps.
    await admin.send('PUT', '/api/sign-on/settings', { body: { settings: { ...house.settings, clientId: 'another' } } })
    await house.provider.close()
    expect(await signOut(other)).toBeUndefined()
    expect((await other.get('/api/session')).status).toBe(401)
  })
})
