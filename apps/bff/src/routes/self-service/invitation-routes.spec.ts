import type { NewVpnInvitation, VpnInvitation } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { newPassword, oldPassword, startSelfService } from '../../testing/self-service.ts'

const minute = 60_000
const day = 24 * 60 * minute

type Options = Parameters<typeof startSelfService>[0]

const start = async (options: Options = {}) => {
  const hour = { now: Date.now() }
  const running = await startSelfService({ hour, ...options })
  const { admin, base } = running
  const guest = running.guest()
  const invite = async (body: object, browser = admin): Promise<NewVpnInvitation[]> => {
    const { status, data, text } = await browser.post(`${base}/invitations`, { days: 3, ...body })
    expect(status, text).toBe(201)
    // The endpoint's own answer.
    return (data as unknown as { invitations: NewVpnInvitation[] }).invitations
  }
  const inviteUser = async (name = 'nantes.01') => {
    const [made] = await invite({ vpnUserIds: [await running.userId(name)] })
    running.control.calls()
    return made ?? { id: '', userName: '', token: '', expiresAt: 0 }
  }
  const listed = async () => {
    const { data } = await admin.get(`${base}/invitations`)
    // The endpoint's own answer.
    return (data as unknown as { invitations: VpnInvitation[] }).invitations
  }
  const open = (token: string) => guest.post('/api/self-service/invitation', { token })
  const use = (token: string, password: string | undefined = newPassword) =>
    guest.post('/api/self-service/invitation/password', { token, newPassword: password })
  const profile = (token: string, osType = 'Linux') =>
    guest.post('/api/self-service/invitation/profile', { token, osType })
  return { ...running, hour, guest, invite, inviteUser, listed, open, use, profile }
}

const withoutIds = (text: string) => text.replaceAll(/"(?:console_)?request_id":"[^"]*"/g, '')

describe('an invited VPN user', () => {
  test('sets his password once, and fetches his profile for half an hour', async () => {
    const { inviteUser, open, use, profile, control, hour, listed, guest, audit } = await start()
    const { token, id } = await inviteUser()
    expect(await open(token)).toMatchObject({
      status: 200,
      data: { userName: 'nantes.01', signIn: 'password', step: 'password', expiresAt: hour.now + 3 * day },
    })
    expect((await profile(token)).status).toBe(410)
    expect(await listed()).toMatchObject([{ id, state: 'opened' }])
    expect(await use(token)).toMatchObject({
      status: 200,
      data: { step: 'profile', profileUntil: hour.now + 30 * minute },
    })
    expect(control.signIn('nantes.01', newPassword)).toMatchObject({ allowed: true })
    expect((await use(token, oldPassword)).status).toBe(410)
    hour.now += 29 * minute
    const { data } = await profile(token, 'Windows')
    expect(data).toMatchObject({ name: 'p2c-nantes', profile: expect.stringContaining('remote ') })
    expect(await open(token)).toMatchObject({ status: 200, data: { step: 'profile' } })
    hour.now += minute
    expect((await profile(token)).status).toBe(410)
    expect((await open(token)).status).toBe(410)
    expect(await listed()).toMatchObject([{ state: 'used', userName: 'nantes.01', createdBy: 'admin' }])
    expect(guest.jar.size).toBe(0)
    const set = await audit('useVpnInvitation')
    expect(set.at(-1)).toMatchObject({ person_name: 'nantes.01', cloud_id: 'paris', resource_id: id, outcome: 'done' })
  })

  test('has one use, however many come at the same moment', async () => {
    const { inviteUser, use, control } = await start()
    const { token } = await inviteUser()
    const answers = await Promise.all([use(token), use(token), use(token), use(token)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410, 410])
    expect(control.calls()['resetVpnUserPassword']).toBe(1)
  })

  test('keeps his link when the password is refused, or the cloud does not answer', async () => {
    const { inviteUser, use, control } = await start()
    const { token } = await inviteUser()
    expect(await use(token, 'short')).toMatchObject({ status: 400, data: { fields: { newPassword: /8 to 32/ } } })
    expect(await use(token, oldPassword)).toMatchObject({
      status: 400,
      data: { fields: { newPassword: 'This is one of your last five passwords. Choose another.' } },
    })
    control.fail({ operation: 'resetVpnUserPassword', drop: 'before' })
    expect(await use(token)).toMatchObject({ status: 504, data: { error_code: 'CONSOLE.ANSWER_LOST' } })
    control.fail({ operation: 'listVpnServersByProject', times: 3, status: 503 })
    expect(await use(token)).toMatchObject({ status: 503, data: { error_code: 'CONSOLE.SERVICE_DOWN' } })
    expect((await use(token)).status).toBe(200)
  })

  test('is told where his user is gone', async () => {
    const { inviteUser, open, use, admin, userId, serverId } = await start()
    const { token } = await inviteUser()
    const path = `/api/clouds/paris/vpn/v5/-/p2c-vpn-gateways/vpn-servers/${serverId}/users`
    await admin.send('DELETE', `${path}/${await userId('nantes.01')}`)
    for (const answer of [await open(token), await use(token)]) {
      expect(answer.status).toBe(409)
      expect(answer.data?.['error_msg']).toContain('The VPN user nantes.01 does not exist any more.')
    }
  })

  test('of a server with certificates gets the profile, and sets nothing', async () => {
    const { invite, open, use, profile, control } = await start({ server: { client_auth_type: 'CERT' } })
    const [made] = await invite({ names: ['Laptop of Nantes'] })
    const token = made?.token ?? ''
    expect((await open(token)).data).toMatchObject({
      userName: 'Laptop of Nantes',
      signIn: 'certificate',
      step: 'password',
    })
    expect((await use(token, undefined)).data).toMatchObject({ step: 'profile' })
    expect((await profile(token)).status).toBe(200)
    expect(control.calls()['resetVpnUserPassword']).toBeUndefined()
  })
})

describe('a link that cannot be used', () => {
  test('gives one answer, whatever is wrong with it', async () => {
    const { inviteUser, open, use, profile, hour, admin, base } = await start()
    const used = await inviteUser('nantes.01')
    await use(used.token)
    const expired = await inviteUser('nantes.02')
    hour.now += 3 * day
    const revoked = await inviteUser('nantes.03')
    await admin.send('DELETE', `${base}/invitations/${revoked.id}`)
    const replaced = await inviteUser('nantes.02')
    const good = await inviteUser('nantes.02')
    const [, random = '', signature = ''] = good.token.split('.')
    const answers = await Promise.all(
      [
        used.token,
        expired.token,
        revoked.token,
        replaced.token,
        'nothing',
        `${used.id}.${random}.${signature}`,
        good.token.slice(0, -1),
      ].flatMap((token) => [open(token), use(token), profile(token)]),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${withoutIds(text)}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(410)
    expect((await open(good.token)).status).toBe(200)
  })

  test('is tried so often from one address, which does not hinder good ones from there', async () => {
    const { inviteUser, open } = await start({ tuning: { selfServicePerAddress: 2 } })
    const { token } = await inviteUser()
    const statuses = []
    for (let count = 0; count < 4; count++) statuses.push((await open('nothing')).status)
    expect(statuses).toEqual([410, 410, 429, 429])
    for (let count = 0; count < 4; count++) expect((await open(token)).status).toBe(200)
  })
})

test('a good link is not asked with for ever', async () => {
  const { inviteUser, open, control } = await start()
  const { token } = await inviteUser()
  const statuses = new Set<number>()
  for (let count = 0; count < 60; count++) statuses.add((await open(token)).status)
  expect([...statuses]).toEqual([200])
  control.calls()
  expect((await open(token)).status).toBe(429)
  expect(control.calls()).toEqual({})
})

describe('who invites', () => {
  test('gets each token once, of which nothing but a hash is kept', async () => {
    const { invite, userId, listed, store, lines, serverId } = await start()
    const made = await invite({ vpnUserIds: [await userId('nantes.01'), await userId('nantes.02')] })
    expect(made.map(({ userName }) => userName)).toEqual(['nantes.01', 'nantes.02'])
    const kept = JSON.stringify([
      await listed(),
      await store.audit.list(),
      await store.selfService.invitations({ cloudId: 'paris', serverId }),
    ])
    for (const { token } of made) {
      const [, random = '-', signature = '-'] = token.split('.')
      for (const secret of [random, signature]) expect(kept + lines.join('')).not.toContain(secret)
    }
  })

  test.each([
    [{ vpnUserIds: ['no-user'] }, 'vpnUserIds'],
    [{}, 'vpnUserIds'],
    [{ names: ['somebody'] }, 'vpnUserIds'],
    [{ vpnUserIds: [], days: 15 }, 'days'],
    [{ vpnUserIds: [], days: 0 }, 'days'],
  ])('%j is refused', async (body, field) => {
    const { admin, base } = await start()
    const { status, data } = await admin.post(`${base}/invitations`, { days: 3, ...body })
    expect(status).toBe(400)
    expect(Object.keys(data?.['fields'] ?? {})).toEqual([field])
  })

  test('may reset passwords on that server', async () => {
    const { base, serverId, otherServerId, person, userId, invite } = await start()
    const on = (scopeId: string) => ({ type: 'server', cloudId: 'paris', scopeId }) as const
    const manager = await person('manager', 'user-manager', on(serverId))
    const other = await person('other', 'user-manager', on(otherServerId))
    const body = { vpnUserIds: [await userId('nantes.01')], days: 1 }
    const [made] = await invite(body, manager)
    expect((await other.post(`${base}/invitations`, body)).status).toBe(404)
    expect((await other.get(`${base}/invitations`)).status).toBe(404)
    expect((await other.send('DELETE', `${base}/invitations/${made?.id}`)).status).toBe(404)
    // Neither by the way of a server of his own.
    const ways = base.replace(serverId, otherServerId)
    expect((await other.send('DELETE', `${ways}/invitations/${made?.id}`)).status).toBe(404)
    expect((await other.post(`${ways}/invitations`, body)).status).toBe(400)
    expect((await manager.send('DELETE', `${base}/invitations/${made?.id}`)).status).toBe(204)
  })
})
