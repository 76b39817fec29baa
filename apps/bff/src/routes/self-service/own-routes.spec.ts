import { describe, expect, test } from 'vitest'
import { newPassword, oldPassword, startSelfService } from '../../testing/self-service.ts'

const start = async (options: Parameters<typeof startSelfService>[0] = {}) => {
  const running = await startSelfService(options)
  const { serverId, userId, person, control } = running
  const vpnUserId = await userId('nantes.01')
  const link = { type: 'vpn-user', cloudId: 'paris', scopeId: serverId, vpnUserId } as const
  const browser = await person('linked', 'vpn-user', link)
  const own = `/api/own/vpn-users/paris/${serverId}/${vpnUserId}`
  control.calls()
  return { ...running, browser, own, vpnUserId }
}

describe('a signed-in person linked to a VPN user', () => {
  test('sees him and the server', async () => {
    const { browser, serverId, vpnUserId } = await start()
    expect((await browser.get('/api/own/vpn-users')).data).toEqual({
      missing: 0,
      vpnUsers: [
        {
          cloudId: 'paris',
          serverId,
          vpnUserId,
          userName: 'nantes.01',
          serverName: 'p2c-nantes',
          signIn: 'password',
          address: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
        },
      ],
    })
    expect(browser.session()).toMatchObject({ isVpnUser: true, clouds: [] })
  })

  test('sees and ends his own connections, and nobody else’s', async () => {
    const { browser, own, control, audit } = await start()
    const [mine, his] = [control.connect('nantes.01'), control.connect('nantes.02')]
    const { data } = await browser.get(`${own}/sessions`)
    expect(data).toEqual({ sessions: [expect.objectContaining({ id: mine, virtualIp: expect.any(String) })] })
    expect((await browser.send('DELETE', `${own}/sessions/${his}`)).status).toBe(404)
    expect((await browser.send('DELETE', `${own}/sessions/${mine}`)).status).toBe(204)
    expect((await browser.get(`${own}/sessions`)).data).toEqual({ sessions: [] })
    expect(control.calls()['deleteP2cVgwConnection']).toBe(1)
    expect(await audit('endOwnVpnSession')).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ person_name: 'linked', outcome: 'done', resource_id: mine })]),
    )
  })

  test('changes the password with the old one, so often', async () => {
    const { browser, own, control } = await start({ tuning: { selfServicePerUser: 2 } })
    const change = (given: string, next: string) =>
      browser.send('PUT', `${own}/password`, { body: { oldPassword: given, newPassword: next } })
    expect((await change('Not-his-password-1', newPassword)).data?.['error_code']).toBe('CONSOLE.WRONG_SIGN_IN')
    expect((await change(oldPassword, newPassword)).status).toBe(204)
    expect(control.signIn('nantes.01', newPassword)).toMatchObject({ allowed: true })
    for (let count = 0; count < 2; count++) await change('Not-his-password-1', oldPassword)
    expect((await change(newPassword, 'Rhone-et-Saone-70!')).status).toBe(429)
  })

  test('fetches the profile', async () => {
    const { browser, own } = await start()
    const { data } = await browser.post(`${own}/profile`, { osType: 'iOS' })
    expect(data).toMatchObject({ name: 'p2c-nantes', profile: expect.stringContaining('remote ') })
  })

  test('has nothing else: not another user of the same server, nor the cloud', async () => {
    const { browser, own, vpnUserId, userId, serverId, otherServerId, control } = await start()
    const other = own.replace(vpnUserId, await userId('nantes.02'))
    control.calls()
    const passwords = { body: { oldPassword, newPassword } }
    for (const path of [other, own.replace(serverId, otherServerId), own.replace('paris', 'lyon')]) {
      expect((await browser.get(`${path}/sessions`)).status).toBe(404)
      expect((await browser.send('DELETE', `${path}/sessions/any`)).status).toBe(404)
      expect((await browser.send('PUT', `${path}/password`, passwords)).status).toBe(404)
      expect((await browser.post(`${path}/profile`, { osType: 'iOS' })).status).toBe(404)
    }
    expect((await browser.get('/api/clouds/paris/vpn/v5/-/vpn-servers')).status).toBe(404)
    expect(control.calls()).toEqual({})
  })

  test('loses it with the link', async () => {
    const { browser, own, store } = await start()
    for (const { id, role } of await store.grants.all()) if (role === 'vpn-user') await store.grants.take(id)
    expect((await browser.get(`${own}/sessions`)).status).toBe(404)
    expect((await browser.get('/api/own/vpn-users')).data).toEqual({ vpnUsers: [], missing: 0 })
  })

  test('is told when his cloud does not answer', async () => {
    const { browser, own, control } = await start()
    control.fail({ operation: 'listVpnServersByProject', times: 0, status: 503 })
    expect((await browser.get('/api/own/vpn-users')).data).toEqual({ vpnUsers: [], missing: 1 })
    expect((await browser.get(`${own}/sessions`)).data?.['error_code']).toBe('CONSOLE.SERVICE_DOWN')
  })

  test('has to be signed in', async () => {
    const { guest, own } = await start()
    expect((await guest().get('/api/own/vpn-users')).status).toBe(401)
    expect((await guest().get(`${own}/sessions`)).status).toBe(401)
  })
})
