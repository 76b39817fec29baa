import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newPassword, oldPassword, startSelfService } from '../../testing/self-service.ts'

const start = async (options: Parameters<typeof startSelfService>[0] = {}) => {
  const running = await startSelfService(options)
  const portalId = await running.portal()
  const guest = running.guest()
  const change = (userName: string, given: object = {}, headers = {}) =>
    guest.post(
      `/api/self-service/portals/${portalId}/password`,
      { userName, oldPassword, newPassword, ...given },
      headers,
    )
  running.control.calls()
  return { ...running, portalId, guest, change }
}

/** What somebody outside can tell one answer from another by. */
const seen = ({ status, text, headers }: { status: number; text: string; headers: Headers }) => ({
  status,
  text: text.replaceAll(/"(?:console_)?request_id":"[^"]*"/g, ''),
  headers: [...headers.keys()].filter((name) => name !== 'date'),
})

describe('a VPN user without an account', () => {
  test('changes his password with the old one', async () => {
    const { change, control, guest, audit, serverId, lines } = await start()
    const { status, text } = await change('nantes.01')
    expect([status, text]).toEqual([204, ''])
    expect(control.signIn('nantes.01', newPassword)).toMatchObject({ allowed: true })
    expect(control.signIn('nantes.01', oldPassword)).toMatchObject({ allowed: false })
    expect(guest.jar.size).toBe(0)
    const rows = await audit('changeVpnPassword')
    expect(rows).toMatchObject([
      { person_id: null, person_name: 'nantes.01', cloud_id: 'paris', resource_id: serverId, outcome: 'done' },
    ])
    const kept = JSON.stringify(rows) + lines.join('')
    for (const secret of [oldPassword, newPassword]) expect(kept).not.toContain(secret)
  })

  test('may have spaces around his name, as autofill leaves them', async () => {
    const { change } = await start()
    expect((await change(' nantes.01 ')).status).toBe(204)
  })

  test('learns from no answer and from no call whether there is a user', async () => {
    const { change, control } = await start()
    const wrong = await change('nantes.01', { oldPassword: 'Not-his-password-1' })
    const wrongCalls = control.calls()
    const unknown = await change('nobody.01', { oldPassword: 'Not-his-password-1' })
    const unknownCalls = control.calls()
    const elsewhere = await change('lyon.01')
    const elsewhereCalls = control.calls()
    expect(wrong.status).toBe(401)
    expect(wrong.data).toMatchObject({ error_code: 'CONSOLE.WRONG_SIGN_IN' })
    expect(seen(unknown)).toEqual(seen(wrong))
    expect(seen(elsewhere)).toEqual(seen(wrong))
    expect(wrongCalls).toEqual({ listVpnUsers: 1, updateVpnUserPassword: 1 })
    expect(unknownCalls).toEqual(wrongCalls)
    expect(elsewhereCalls).toEqual(wrongCalls)
  })

  test('learns it neither from a limit, which closes for names that are not there as well', async () => {
    const { change, control } = await start({ tuning: { selfServicePerUser: 2 } })
    const given = { oldPassword: 'Not-his-password-1' }
    for (let count = 0; count < 2; count++) {
      await change('nantes.01', given)
      await change('nobody.01', given)
    }
    control.calls()
    const known = await change('nantes.01')
    const unknown = await change('nobody.01')
    expect(known.status).toBe(429)
    expect(seen(known)).toEqual(seen(unknown))
    expect(known.text).toContain('Try again in 10 minutes.')
    expect(control.calls()).toEqual({})
    expect((await change('nantes.02')).status).toBe(204)
  })

  test('leaves no word of what was typed into the wrong field', async () => {
    const { change, audit, store, lines } = await start()
    const typed = 'My-secret-of-Nantes-1'
    await change(typed, { oldPassword: 'nantes.01' })
    const [row] = await audit('changeVpnPassword')
    expect(row).toMatchObject({ person_name: '-', outcome: 'denied' })
    expect(JSON.stringify(await store.audit.list()) + lines.join('')).not.toContain(typed)
  })
})

describe('tries', () => {
  test('are counted by address, whatever the names', async () => {
    const { change } = await start({ tuning: { selfServicePerAddress: 3 } })
    for (let count = 0; count < 3; count++) await change(`nobody.0${count}`, { oldPassword: 'Not-his-password-1' })
    expect((await change('nantes.01')).status).toBe(429)
  })

  test('that were right are not counted', async () => {
    const { change } = await start({ tuning: { selfServicePerUser: 2, selfServicePerAddress: 2 } })
    let [now, next] = [oldPassword, newPassword]
    for (let count = 0; count < 4; count++) {
      expect((await change('nantes.01', { oldPassword: now, newPassword: next })).status).toBe(204)
      ;[now, next] = [next, `Rhone-et-Saone-${count}9!`]
    }
  })

  test('hold longer each time, by the clock of the console', async () => {
    const hour = { now: Date.now() }
    const { change } = await start({ hour, tuning: { selfServicePerUser: 1 } })
    const given = { oldPassword: 'Not-his-password-1' }
    const words: string[] = []
    for (const minutes of [10, 20, 40]) {
      await change('nobody.01', given)
      const { status, data } = await change('nobody.01', given)
      expect(status).toBe(429)
      words.push(String(data?.['error_msg']).replace(/.*Try/, 'Try'))
      hour.now += minutes * 60_000
    }
    expect(words).toEqual(['Try again in 10 minutes.', 'Try again in 20 minutes.', 'Try again in 40 minutes.'])
  })
})

describe('a new password', () => {
  test.each([
    ['too short', 'short', /8 to 32/],
    ['of one kind', 'abcdefghijkl', /two of/],
    ['the name backwards', '10.setnan', /forwards or backwards/],
    ['easy to guess', 'Password1!', /easy to guess/],
    ['the old one', oldPassword, /old password/],
  ])('that is %s is refused before anybody is asked', async (_name, password, words) => {
    const { change, control } = await start()
    const { status, data } = await change('nantes.01', { newPassword: password })
    expect(status).toBe(400)
    expect(data).toMatchObject({ fields: { newPassword: expect.stringMatching(words) } })
    expect(control.calls()).toEqual({})
  })

  test('that only the cloud knows to be used before is refused in words for its field', async () => {
    const { change } = await start()
    await change('nantes.01')
    const { status, data } = await change('nantes.01', { oldPassword: newPassword, newPassword: oldPassword })
    expect(status).toBe(400)
    expect(data).toMatchObject({
      error_code: 'CONSOLE.INVALID_INPUT',
      fields: { newPassword: 'This is one of your last five passwords. Choose another.' },
    })
  })
})

test('a cloud that looks at the new password first tells nobody who is there', async () => {
  const { change, control } = await start()
  const judgeFirst = () =>
    control.fail({ operation: 'updateVpnUserPassword', status: 400, error_code: 'VPN.1314', error_msg: 'weak' })
  judgeFirst()
  const wrong = await change('nantes.01', { oldPassword: 'Not-his-password-1' })
  expect(seen(wrong)).toEqual(seen(await change('nobody.01', { oldPassword: 'Not-his-password-1' })))
  judgeFirst()
  const right = await change('nantes.01')
  expect(right).toMatchObject({
    status: 400,
    data: { fields: { newPassword: expect.stringContaining('easy to guess') } },
  })
  expect(control.signIn('nantes.01', oldPassword)).toMatchObject({ allowed: true })
})

describe('when the cloud fails', () => {
  test('there are words without its own, and the try does not count', async () => {
    const { change, control, lines } = await start({ tuning: { selfServicePerUser: 1 } })
    control.fail({
      operation: 'updateVpnUserPassword',
      times: 2,
      status: 403,
      error_code: 'VPN.0002',
      error_msg: `quoted: ${newPassword}`,
    })
    for (let count = 0; count < 2; count++) {
      const { status, data } = await change('nantes.01')
      expect(status).toBe(503)
      expect(data).toMatchObject({
        error_code: 'CONSOLE.SERVICE_DOWN',
        error_msg: expect.not.stringContaining('quoted'),
      })
    }
    expect((await change('nantes.01')).status).toBe(204)
    expect(lines.join('')).toContain('"code":"VPN.0002"')
    expect(lines.join('')).not.toContain('quoted')
  })

  test('a lost answer is told as one, and kept as one', async () => {
    const { change, control, audit } = await start()
    control.fail({ operation: 'updateVpnUserPassword', drop: 'after' })
    const { status, data } = await change('nantes.01')
    expect([status, data?.['error_code']]).toEqual([504, 'CONSOLE.ANSWER_LOST'])
    expect(control.signIn('nantes.01', newPassword)).toMatchObject({ allowed: true })
    expect(await audit('changeVpnPassword')).toMatchObject([{ outcome: 'unknown', person_name: 'nantes.01' }])
  })
})

describe('the page', () => {
  test('is there as long as it is on', async () => {
    const { guest, admin, base, portalId, change } = await start()
    const page = () => guest.get(`/api/self-service/portals/${portalId}`)
    expect(await page()).toMatchObject({ status: 200, data: { portalId } })
    expect((await guest.get('/api/self-service/portal')).data).toEqual({ portalId })
    await admin.send('PUT', `${base}/self-service`, { body: { isOn: false } })
    expect((await page()).status).toBe(404)
    expect((await change('nantes.01')).status).toBe(404)
    expect((await guest.get('/api/self-service/portal')).data).toEqual({})
    expect((await admin.get(`${base}/self-service`)).data).toEqual({ portalId, isOn: false })
    await admin.send('PUT', `${base}/self-service`, { body: { isOn: true } })
    expect((await change('nantes.01')).status).toBe(204)
  })

  test('is not told of where there are several, nor which server it belongs to', async () => {
    const { guest, admin, base, serverId, otherServerId, portalId } = await start()
    await admin.send('PUT', `${base.replace(serverId, otherServerId)}/self-service`, { body: { isOn: true } })
    expect((await guest.get('/api/self-service/portal')).data).toEqual({})
    const { text } = await guest.get(`/api/self-service/portals/${portalId}`)
    expect(text).not.toMatch(/p2c-nantes|paris/)
    expect(text).not.toContain(serverId)
  })

  test('of a cloud that is gone is not there', async () => {
    const { guest, clouds, portalId } = await start()
    clouds.remove('paris')
    expect((await guest.get('/api/self-service/portal')).data).toEqual({})
    expect((await guest.get(`/api/self-service/portals/${portalId}`)).status).toBe(404)
  })

  test('takes only what comes from our own pages, and nothing but its fields', async () => {
    const { change, control } = await start()
    expect((await change('nantes.01', {}, { origin: 'https://example.org' })).status).toBe(403)
    expect((await change('nantes.01', { vpnUserId: randomUUID() })).status).toBe(400)
    expect(control.calls()).toEqual({})
  })

  test('is switched by who may reset passwords on that server, and by nobody else', async () => {
    const { base, serverId, otherServerId, person } = await start()
    const manager = await person('manager', 'user-manager', { type: 'server', cloudId: 'paris', scopeId: serverId })
    const other = await person('other', 'user-manager', { type: 'server', cloudId: 'paris', scopeId: otherServerId })
    const support = await person('support', 'support', { type: 'account', cloudId: 'paris' })
    const put = { body: { isOn: true } }
    expect((await manager.send('PUT', `${base}/self-service`, put)).status).toBe(200)
    expect((await other.send('PUT', `${base}/self-service`, put)).status).toBe(404)
    expect(await support.send('PUT', `${base}/self-service`, put)).toMatchObject({
      status: 403,
      data: { error_msg: expect.stringContaining('vpn:p2cVpnUser:resetPassword') },
    })
  })

  test('is refused for a server whose users have no passwords', async () => {
    const { admin, base } = await startSelfService({ server: { client_auth_type: 'CERT' } })
    const { status, data } = await admin.send('PUT', `${base}/self-service`, { body: { isOn: true } })
    expect([status, data?.['error_code']]).toEqual([409, 'CONSOLE.CONFLICT'])
  })
})
