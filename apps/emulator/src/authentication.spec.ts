import { describe, expect, test } from 'vitest'
import { defaults } from './config.ts'
import { callerOf, sendSigned, startCloud, type Cloud } from './testing/cloud.ts'

const refused = (reason: string | RegExp) => ({
  status: 401,
  body: {
    error_code: 'APIGW.0301',
    error_msg: typeof reason === 'string' ? expect.stringContaining(reason) : expect.stringMatching(reason),
    request_id: expect.any(String),
  },
})

const list = (cloud: Cloud) => ({ method: 'GET', target: `/v5/${cloud.projectId}/customer-gateways` })

describe('a signature', () => {
  test('opens the project of its key', async () => {
    const cloud = await startCloud()
    expect(await cloud.raw(list(cloud))).toMatchObject({ status: 200 })
  })

  test('of the derived kind is taken too', async () => {
    const cloud = await startCloud()
    const { ak, sk } = cloud.access
    const key = { ak, sk, derived: { region: 'eu-de', service: 'vpn' } }
    expect(await sendSigned(cloud.url, { ...list(cloud), key })).toMatchObject({ status: 200 })
  })

  test('is needed', async () => {
    const cloud = await startCloud()
    expect(await sendSigned(cloud.url, list(cloud))).toMatchObject(refused('x-auth-token not found'))
  })

  test('of a wrong secret, an unknown key or a key that was switched off is refused', async () => {
    const cloud = await startCloud()
    const { ak, sk } = cloud.access
    const wrongSecret = await sendSigned(cloud.url, { ...list(cloud), key: { ak, sk: 'another' } })
    expect(wrongSecret).toMatchObject(refused('verify aksk signature fail'))
    const unknown = await sendSigned(cloud.url, { ...list(cloud), key: { ak: 'NOBODY', sk } })
    expect(unknown).toMatchObject(refused('Get secretKey failed'))

    cloud.control.setKeyValid(cloud.projectId, false)
    expect(await cloud.raw(list(cloud))).toMatchObject(refused('Get secretKey failed'))
    cloud.control.setKeyValid(cloud.projectId, true)
    expect(await cloud.raw(list(cloud))).toMatchObject({ status: 200 })
  })

  test.each([-16, 16])('with a date %i minutes off is refused', async (minutes) => {
    const cloud = await startCloud()
    const date = new Date(Date.now() + minutes * 60_000)
    expect(await cloud.raw({ ...list(cloud), date })).toMatchObject(refused('date'))
  })

  test('is held to the real time, however far the clock of the project was advanced', async () => {
    const cloud = await startCloud()
    cloud.advance('3d')
    expect(await cloud.raw(list(cloud))).toMatchObject({ status: 200 })
  })

  test('does not fit another body', async () => {
    const cloud = await startCloud()
    const { method, target } = { method: 'POST', target: list(cloud).target }
    const body = '{"customer_gateway":{"id_value":"192.0.2.1"}}'
    const { ak, sk } = cloud.access
    const headers: Record<string, string> = {}
    // Signed for one body and sent with another of the same length.
    const signed = await import('@vpn-console/api-client/node').then(({ signRequest }) =>
      signRequest({ method, url: cloud.url + target, headers, body }, { ak, sk }),
    )
    const sent = await sendSigned(cloud.url, { method, target, body: body.replace('.1"', '.9"'), headers: signed })
    expect(sent).toMatchObject(refused('verify aksk signature fail'))
  })

  test('with a temporary key needs its security token', async () => {
    const cloud = await startCloud()
    const access = cloud.control.createProject({ securityToken: 'of-today' })
    const target = `/v5/${access.projectId}/customer-gateways`
    const { ak, sk } = access
    const send = (securityToken: string | undefined) =>
      sendSigned(cloud.url, { method: 'GET', target, key: { ak, sk, securityToken } })
    expect(await send('of-today')).toMatchObject({ status: 200 })
    expect(await send('of-yesterday')).toMatchObject(refused('security token'))
    expect(await send(undefined)).toMatchObject(refused('security token'))
  })
})

test('a key opens no project but its own', async () => {
  const cloud = await startCloud()
  const other = cloud.control.createProject()
  const stranger = await cloud.raw({ method: 'GET', target: `/v5/${other.projectId}/vpn-gateways` })
  expect(stranger).toMatchObject({
    status: 403,
    body: { error_code: 'VPN.0003', error_msg: expect.stringContaining('Authentication failed') },
  })
  expect(await callerOf(cloud.url, other).call('listVgws', {})).toMatchObject({ status: 200 })
})

const signIn = (user: object, scope?: object) =>
  JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } }, ...(scope ? { scope } : {}) } })
const person = { name: defaults.user, password: defaults.password, domain: { name: defaults.domain } }

const tokenOf = async (cloud: Cloud, body: string) =>
  sendSigned(cloud.url, { method: 'POST', target: '/v3/auth/tokens?nocatalog=1', body })

describe('a token', () => {
  test('opens its project for 24 hours of the project’s clock', async () => {
    const cloud = await startCloud()
    const before = Date.now()
    const issued = await tokenOf(cloud, signIn(person, { project: { id: cloud.projectId } }))
    expect(issued.status).toBe(201)
    expect(issued.body).toMatchObject({ token: { project: { id: cloud.projectId }, user: { name: defaults.user } } })
    const { token } = issued.body as { token: { expires_at: string } } // checked above
    expect(Date.parse(token.expires_at) - before).toBeGreaterThanOrEqual(24 * 3_600_000)

    const headers = { 'x-auth-token': issued.headers.get('x-subject-token') ?? '' }
    expect(await sendSigned(cloud.url, { ...list(cloud), headers })).toMatchObject({ status: 200 })
    cloud.advance('23h')
    expect(await sendSigned(cloud.url, { ...list(cloud), headers })).toMatchObject({ status: 200 })
    cloud.advance('61m')
    expect(await sendSigned(cloud.url, { ...list(cloud), headers })).toMatchObject(refused('token expires'))
  })

  test('by the name of the project does the same', async () => {
    const cloud = await startCloud()
    const issued = await tokenOf(cloud, signIn(person, { project: { name: 'cn-south-1' } }))
    expect(issued.body).toMatchObject({ token: { project: { id: cloud.projectId, name: 'cn-south-1' } } })
  })

  test.each([undefined, { domain: { name: defaults.domain } }])(
    'of the whole account opens no project',
    async (scope) => {
      const cloud = await startCloud()
      const issued = await tokenOf(cloud, signIn(person, scope))
      const headers = { 'x-auth-token': issued.headers.get('x-subject-token') ?? '' }
      expect(await sendSigned(cloud.url, { ...list(cloud), headers })).toMatchObject({
        status: 403,
        body: { error_code: 'VPN.0003' },
      })
      const projects = await sendSigned(cloud.url, { method: 'GET', target: '/v3/projects', headers })
      expect(projects).toMatchObject({ status: 200, body: { projects: [{ id: cloud.projectId, name: 'cn-south-1' }] } })
    },
  )

  test('of another project, or made up, opens nothing', async () => {
    const cloud = await startCloud()
    const other = cloud.control.createProject()
    const issued = await tokenOf(cloud, signIn(person, { project: { id: other.projectId } }))
    const headers = { 'x-auth-token': issued.headers.get('x-subject-token') ?? '' }
    expect(await sendSigned(cloud.url, { ...list(cloud), headers })).toMatchObject({ status: 403 })
    const madeUp = { 'x-auth-token': 'MIIMADEUP' }
    expect(await sendSigned(cloud.url, { ...list(cloud), headers: madeUp })).toMatchObject(refused('token'))
  })

  test.each([
    { ...person, password: 'guessed' },
    { ...person, name: 'somebody' },
    { ...person, domain: { name: 'elsewhere' } },
  ])('is not given to the wrong person, who is not told what was wrong', async (user) => {
    const cloud = await startCloud()
    const answer = await tokenOf(cloud, signIn(user, { project: { id: cloud.projectId } }))
    expect(answer).toMatchObject({ status: 401, body: { error_msg: 'The username or password is wrong.' } })
    expect(answer.headers.get('x-subject-token')).toBeNull()
  })

  test('needs a sign-in of the documented form', async () => {
    const cloud = await startCloud()
    for (const body of ['{', '{}', signIn({ name: defaults.user })]) {
      expect(await tokenOf(cloud, body)).toMatchObject({ status: 400, body: { error_code: 'IAM.0011' } })
    }
  })
})
