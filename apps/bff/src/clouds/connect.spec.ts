import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { startConsole } from '../testing/console.ts'
import { json, startFakeCloud, type SeenCall } from '../testing/fake-cloud.ts'

const gateways = (cloudId = 'paris') => `/api/clouds/${cloudId}/vpn/v5/-/vpn-gateways`
const projects = [
  { id: 'project-mos', name: 'MOS' },
  { id: 'project-of-region', name: 'eu-west-101' },
]

const tokenEnds = new Date(Date.now() + 24 * 60 * 60_000).toISOString()
const issueToken = (response: ServerResponse, token: string) => {
  response.writeHead(201, { 'content-type': 'application/json', 'x-subject-token': token })
  response.end(JSON.stringify({ token: { expires_at: tokenEnds } }))
}

/** Answers as IAM and the VPN service do; tokens are numbered. */
const answers = () => {
  let tokens = 0
  return (call: SeenCall, response: ServerResponse) => {
    if (call.target.startsWith('/v3/auth/tokens')) issueToken(response, `token-${++tokens}`)
    else if (call.target.startsWith('/v3/projects')) json(response, 200, { projects })
    else json(response, 200, { vpn_gateways: [] })
  }
}
const password = { user: 'paris', password: 'word-of-paris', domain: 'ville' }

describe('the project', () => {
  test('is looked up by the name of the region when it is first needed, once', async () => {
    const cloud = await startFakeCloud(answers())
    const { clouds, signedIn } = await startConsole()
    const account = clouds.connect({ ...cloud.settings, projectId: undefined, domainId: 'domain-1' })
    expect(account.projectId).toBe('')
    const browser = await signedIn()
    const reads = await Promise.all([browser.get(gateways()), browser.get(`${gateways()}/gw-1`)])
    expect(reads.map(({ status }) => status)).toEqual([200, 200])
    expect(cloud.calls.map(({ target }) => target).toSorted()).toEqual([
      '/v3/projects?name=eu-west-101',
      '/v5/project-of-region/vpn-gateways',
      '/v5/project-of-region/vpn-gateways/gw-1',
    ])
    expect(cloud.calls[0]?.headers).toMatchObject({ 'x-domain-id': 'domain-1' })
    expect(cloud.calls[1]?.headers).toMatchObject({ 'x-project-id': 'project-of-region' })
    expect((await browser.get('/api/session')).data).toMatchObject({ clouds: [{ project_id: 'project-of-region' }] })
  })

  test('that does not exist is told with the setting to check', async () => {
    const cloud = await startFakeCloud(answers())
    const { clouds, signedIn } = await startConsole()
    clouds.connect({ ...cloud.settings, region: 'af-north-1', projectId: undefined })
    const { data } = await (await signedIn()).get(gateways())
    expect(data).toMatchObject({ error_msg: expect.stringMatching(/HUAWEICLOUD_SDK_REGION/) })
  })

  test('is looked up again after a failure', async () => {
    const cloud = await startFakeCloud((_call, response) => json(response, 500, { error_code: 'X', error_msg: 'no' }))
    const { clouds, signedIn } = await startConsole()
    clouds.connect({ ...cloud.settings, projectId: undefined })
    const browser = await signedIn()
    expect((await browser.get(gateways())).status).toBe(500)
    cloud.answerWith(answers())
    expect((await browser.get(gateways())).status).toBe(200)
  })

  test('cannot be looked up with a wrong key, which is what is told', async () => {
    const cloud = await startFakeCloud(answers())
    const { clouds, signedIn } = await startConsole()
    clouds.connect({ ...cloud.settings, projectId: undefined, credentials: { ak: 'AKOLD', sk: 'x' } })
    const { status, data } = await (await signedIn()).get(gateways())
    expect(status).toBe(502)
    expect(data).toMatchObject({ error_code: 'CONSOLE.WRONG_CLOUD_KEY' })
  })
})

describe('temporary keys', () => {
  test('send their security token, signed', async () => {
    const cloud = await startFakeCloud(answers())
    const { clouds, signedIn } = await startConsole()
    clouds.connect({ ...cloud.settings, credentials: { ...cloud.settings.credentials, securityToken: 'temporary' } })
    expect((await (await signedIn()).get(gateways())).status).toBe(200)
    expect(cloud.calls[0]?.headers).toMatchObject({
      'x-security-token': 'temporary',
      authorization: expect.stringContaining('x-security-token'),
    })
  })
})

describe('a user and password', () => {
  const connected = async () => {
    const cloud = await startFakeCloud(answers())
    const { clouds, signedIn } = await startConsole({ tuning: { freshMs: 0 } })
    clouds.connect({ ...cloud.settings, projectId: undefined, credentials: password })
    return { cloud, browser: await signedIn() }
  }
  const signIns = (calls: SeenCall[]) => calls.filter(({ target }) => target.startsWith('/v3/auth/tokens'))

  test('are sent to IAM once, and the token with each call', async () => {
    const { cloud, browser } = await connected()
    expect((await browser.get(gateways())).status).toBe(200)
    expect((await browser.get(gateways())).status).toBe(200)
    const [signIn, ...others] = cloud.calls
    expect(JSON.parse(signIn?.body ?? '')).toMatchObject({
      auth: {
        identity: { password: { user: { name: 'paris', domain: { name: 'ville' } } } },
        scope: { project: { name: 'eu-west-101' } },
      },
    })
    expect(others.map(({ headers }) => headers['x-auth-token'])).toEqual(['token-1', 'token-1', 'token-1'])
  })

  test('get a new token when the cloud takes the old one no more, and the call goes through', async () => {
    const { cloud, browser } = await connected()
    await browser.get(gateways())
    const answer = answers()
    cloud.answerWith((call, response) => {
      if (call.headers['x-auth-token'] === 'token-1')
        json(response, 401, { error_code: 'APIGW.0307', error_msg: 'old' })
      else if (call.target.startsWith('/v3/auth/tokens')) issueToken(response, 'token-2')
      else answer(call, response)
    })
    expect((await browser.get(gateways())).status).toBe(200)
    expect(cloud.calls.at(-1)?.headers['x-auth-token']).toBe('token-2')
  })

  test('that are wrong are told in one sentence, and not tried again and again', async () => {
    const { cloud, browser } = await connected()
    cloud.answerWith((_call, response) => json(response, 401, { error: { code: 401, message: 'wrong password' } }))
    for (let times = 0; times < 3; times++) {
      const { status, data, text } = await browser.get(gateways())
      expect(status).toBe(502)
      expect(data).toMatchObject({
        error_code: 'CONSOLE.WRONG_CLOUD_SIGN_IN',
        error_msg: expect.stringMatching(/CONSOLE_CLOUD_USER/),
      })
      expect(text).not.toContain('word-of-paris')
    }
    expect(signIns(cloud.calls)).toHaveLength(1)
  })

  test('at an IAM that is away are told as a cloud that cannot be reached', async () => {
    const { cloud, browser } = await connected()
    await cloud.stop()
    const { status, data } = await browser.get(gateways())
    expect(status).toBe(502)
    expect(data).toMatchObject({ error_code: 'CONSOLE.CLOUD_UNREACHABLE' })
  })
})

describe('the registry', () => {
  test('clouds come and go while the console runs', async () => {
    const cloud = await startFakeCloud(answers())
    const { clouds, signedIn } = await startConsole()
    const browser = await signedIn()
    expect((await browser.get(gateways('lyon'))).status).toBe(404)
    clouds.connect({ ...cloud.settings, id: 'lyon' })
    expect((await browser.get(gateways('lyon'))).status).toBe(200)
    expect(clouds.list().map(({ id }) => id)).toEqual(['lyon'])
    clouds.remove('lyon')
    expect(clouds.get('lyon')).toBeUndefined()
    expect((await browser.get(gateways('lyon'))).status).toBe(404)
  })

  test('one that is replaced does not answer with what was read of the other', async () => {
    const before = await startFakeCloud((_call, response) => json(response, 200, { vpn_gateways: ['before'] }))
    const after = await startFakeCloud((_call, response) => json(response, 200, { vpn_gateways: ['after'] }))
    const { clouds, signedIn } = await startConsole({ tuning: { freshMs: 60_000 } })
    const browser = await signedIn()
    clouds.connect(before.settings)
    expect((await browser.get(gateways())).text).toContain('before')
    clouds.connect(after.settings)
    expect((await browser.get(gateways())).text).toContain('after')
  })
})
