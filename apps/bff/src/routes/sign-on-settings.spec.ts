import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startConsole } from '../testing/console.ts'
import { comeBack, sessionOf, signInAs, startHouse, visit } from '../testing/sign-on-house.ts'

describe('the settings', () => {
  test('are for administrators, and never show the secret again', async () => {
    const house = await startHouse({ provider: { clientSecret: 'a-secret-of-the-client' } })
    await house.store.people.create({ name: 'lyon', password: 'a-good-password', roles: ['support'] })
    const support = await house.signedIn('lyon', 'a-good-password')
    for (const path of ['/api/sign-on/settings', '/api/sign-on/groups']) {
      expect((await support.get(path)).status).toBe(403)
    }
    expect((await support.send('PUT', '/api/sign-on/settings', { body: {} })).status).toBe(403)
    const { data, text } = await house.admin.get('/api/sign-on/settings')
    expect(data).toEqual({
      settings: house.settings,
      hasSecret: true,
      redirectUri: `${house.url}/api/sign-on/callback`,
      postLogoutRedirectUri: `${house.url}/signed-out`,
    })
    expect(text).not.toContain('a-secret-of-the-client')
  })

  test('are changed only by who may do everything: his provider would say who is in which group', async () => {
    const house = await startHouse()
    const { people, grants, roles } = house.store
    const { id } = await people.create({ name: 'lyon', password: 'a-good-password', roles: [] })
    const role = await roles.create({ name: 'Sign-on', description: '', actions: ['console:signOn:*'] })
    await grants.give({ type: 'person', id }, role.id, { type: 'all' }, 'test')
    const helper = await house.signedIn('lyon', 'a-good-password')
    expect((await helper.get('/api/sign-on/settings')).status).toBe(200)
    const { status, data } = await helper.send('PUT', '/api/sign-on/settings', { body: { settings: house.settings } })
    expect([status, data]).toMatchObject([403, { error_msg: expect.stringContaining('everything') }])
  })

  test('do not send a kept secret to another provider', async () => {
    const house = await startHouse({ provider: { clientSecret: 'a-secret-of-the-client' } })
    const body = { settings: { ...house.settings, issuer: 'http://127.0.0.1:9' } }
    const { status, data } = await house.admin.send('PUT', '/api/sign-on/settings', { body })
    expect(status).toBe(400)
    expect(data).toMatchObject({ fields: { clientSecret: expect.stringContaining('again') } })
  })

  test('refuse a provider that the console must not call', async () => {
    const { settings } = await startHouse()
    const strict = await startConsole()
    const admin = await strict.signedIn()
    const wrong = [
      'http://login.example.org',
      'https://169.254.169.254',
      'file:///etc/passwd',
      'https://example.org/?x',
    ]
    for (const issuer of wrong) {
      const body = { settings: { ...settings, issuer } }
      const { status, data } = await admin.send('PUT', '/api/sign-on/settings', { body })
      expect(status).toBe(400)
      expect(JSON.stringify(data)).toContain('issuer')
    }
  })

  test('leave passwords to administrators where that is wished, but never to nobody', async () => {
    const house = await startHouse()
    await house.store.people.create({ name: 'lyon', password: 'a-good-password', roles: ['support'] })
    expect((await house.save({ allowsPasswords: false })).status).toBe(200)
    const { status, data } = await house.openBrowser().signIn('lyon', 'a-good-password')
    expect([status, data]).toMatchObject([403, { error_code: 'CONSOLE.PROVIDER_ONLY' }])
    expect((await house.openBrowser().signIn('lyon', 'wrong')).status, 'says so only to who he is').toBe(401)
    expect((await house.openBrowser().signIn()).status).toBe(200)
    expect((await house.openBrowser().get('/api/sign-on')).data).toEqual({
      provider: 'Sign in with Example',
      allowsPasswords: false,
    })
  })

  test('can be tested: what was found, in words', async () => {
    const house = await startHouse()
    const ask = async (issuer: string, scopes = 'openid profile') => {
      const { data } = await house.admin.post('/api/sign-on/settings/test', { issuer, scopes })
      return data?.['findings'] as unknown as { outcome: string; text: string }[] // as the row says
    }
    const csrf = (await sessionOf(house.admin)).csrfToken
    expect(csrf).toBe(house.admin.session()?.csrfToken)
    const found = await ask(house.provider.issuer, 'openid unheard-of')
    expect(found[0]).toEqual({ outcome: 'good', text: `The provider answered as ${house.provider.issuer}.` })
    expect(found.find(({ outcome }) => outcome === 'note')?.text).toContain('unheard-of')
    const server = createServer((_request, response) => response.end('hello'))
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => void server.close())
    // A server that listens on a port has an address of this kind.
    const { port } = server.address() as AddressInfo
    expect((await ask(`http://127.0.0.1:${port}`))[0]?.outcome).toBe('bad')
  })

  test('can be tried before they are switched on: it is shown what came, and nobody is signed in', async () => {
    const house = await startHouse()
    await house.save({ enabled: false, groupsClaim: 'roles' })
    const { data } = await house.admin.post('/api/sign-on/trials')
    const { text, status } = await comeBack(house.admin, await visit(house, String(data?.['url']), 'u-1'))
    expect(status).toBe(200)
    expect(text).toContain('<strong>Paris</strong>')
    expect(text).toContain('The claim roles did not come')
    expect(text).toContain('<li>groups</li>')
    expect((await sessionOf(house.admin)).user.name).toBe('admin')
    expect(await house.store.identities.groups()).toEqual(new Map())
  })

  test('know the groups that came', async () => {
    const house = await startHouse()
    await signInAs(house, 'u-1')
    await house.store.grants.give({ type: 'group', id: 'vpn-admins' }, 'support', { type: 'all' }, 'test')
    await house.store.grants.give({ type: 'group', id: 'not-yet' }, 'support', { type: 'all' }, 'test')
    expect((await house.admin.get('/api/sign-on/groups')).data).toEqual({
      groups: [
        { name: 'everybody', people: 1, grants: 0 },
        { name: 'not-yet', people: 0, grants: 1 },
        { name: 'vpn-admins', people: 1, grants: 1 },
      ],
    })
  })
})
