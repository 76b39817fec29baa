import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  consoleOperations,
  operation,
  type ConsoleOperation,
  type ConsoleOperationName,
  type OperationName,
} from '@vpn-console/api-client'
import { createEmulator, type Emulator } from '@vpn-console/emulator/app'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { startConsole } from '../testing/console.ts'
import { newFolder } from '../testing/databases.ts'
import { allSecretPaths, bodyWithSecrets } from '../testing/secrets.ts'
import { forwardable } from './clouds.ts'

// Secrets are put wherever somebody could put them, through the whole console against a whole cloud; then everything
// that leaves it or stays in it is searched for each of them.

let emulator: Emulator
let listening: Awaited<ReturnType<Emulator['listen']>>
beforeAll(async () => {
  emulator = createEmulator({ speed: 1 })
  listening = await emulator.listen(0)
})
afterAll(() => listening.close())

/** Good as a password and as a key, and nothing else looks like it. */
const makeSecrets = () => {
  const made: string[] = []
  const secret = () => {
    const text = `Zq7!${randomBytes(9).toString('hex')}`
    made.push(text)
    return text
  }
  return { made, secret }
}

const server = '3f7e48ca-cd3c-4ce2-a277-674382ce44ea'
const connection = '98c5af8a-demo-a8df-va86-ae2280a6f4c3'
/** What paths of the demo estate are filled with; anything else is an id that is not there. */
const ids: Readonly<Record<string, string>> = {
  project_id: '-',
  vgw_id: '768b2790-ccc9-4257-91b3-e008747db9e6',
  vpn_connection_id: connection,
  vpn_server_id: server,
  cloudId: 'test',
  serverId: server,
}
const fill = (path: string, known: Readonly<Record<string, string>>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? ids[name] ?? 'none')

const start = async () => {
  const project = emulator.control.createProject({ estate: 'demo' })
  const dataDir = newFolder()
  const generous = { signInPerAddress: 100_000, signInPerUser: 100_000 }
  const running = await startConsole({
    dataDir,
    tuning: { freshMs: 0, busyFirstPauseMs: 1, auditStateMs: 2_000, ...generous },
  })
  running.clouds.connect({
    id: 'test',
    name: 'Test',
    vendor: 'emulator',
    region: project.region,
    projectId: project.projectId,
    credentials: { ak: project.ak, sk: project.sk },
    endpoint: listening.url,
  })
  const { made, secret } = makeSecrets()
  const admin = await running.signedIn()
  const answers: string[] = []
  const send = async (method: string, path: string, body: unknown): Promise<number> => {
    const answer = await admin.send(method, path, { body })
    answers.push(`${answer.text}\n${JSON.stringify([...answer.headers])}`)
    return answer.status
  }

  /** Where secrets are found, after everything was searched. */
  const search = async (): Promise<string[]> => {
    await admin.signIn()
    const exported = await Promise.all(
      ['csv', 'jsonl'].map(async (format) => (await admin.get(`/api/audit/export?format=${format}`)).text),
    )
    const places: Record<string, string> = {
      'an answer': answers.join('\n'),
      'the log': running.lines.join('\n'),
      'the audit': JSON.stringify(await running.store.audit.list(100_000)),
      'an export': exported.join('\n'),
      'the metrics': (await admin.get('/metrics')).text,
      ...Object.fromEntries(
        readdirSync(dataDir).map((name) => [`the file ${name}`, readFileSync(join(dataDir, name)).toString('latin1')]),
      ),
    }
    return made.flatMap((text) =>
      Object.entries(places).flatMap(([place, whole]) => (whole.includes(text) ? [`${text} is in ${place}`] : [])),
    )
  }
  return { ...running, admin, made, secret, send, search }
}

/** Bodies that hold secrets in every place that somebody could get wrong, the right one among them. */
const variants = (schema: z.ZodType, secret: () => string): unknown[] => {
  const names = [...new Set(allSecretPaths(schema).flatMap((path) => path.at(-1) ?? []))]
  return [
    bodyWithSecrets(schema, secret()),
    Object.fromEntries(names.map((name) => [name, secret()])),
    { unknown: Object.fromEntries(names.map((name) => [name, { value: [secret()] }])) },
    Object.assign({}, bodyWithSecrets(schema, secret()), {
      [secret()]: secret(),
      spare: [secret(), { [secret()]: 1 }],
    }),
    [secret()],
    JSON.stringify(secret()),
    `{"broken": "${secret()}`,
    ...names.map((name) => ({ [name]: [secret(), { [name]: secret() }] })),
  ]
}

const cloudRows = forwardable.filter((name) => allSecretPaths(operation(name).body).length > 0)
const own: Readonly<Record<string, ConsoleOperation>> = consoleOperations
// Object.keys forgets the literal names.
const ownNames = Object.keys(consoleOperations) as ConsoleOperationName[]
const ownRows = ownNames.filter((name) => allSecretPaths(own[name]?.body).length > 0)

/** Calls that the demo estate does, so that secrets go all the way. */
const good: Partial<
  Record<OperationName, (secret: () => string, userId: string) => { params?: object; body: object }>
> = {
  updateVpnConnection: (secret) => ({ body: { vpn_connection: { psk: secret() } } }),
  createVpnUser: (secret) => ({ body: { user: { name: 'vaduz.01', password: secret() } } }),
  resetVpnUserPassword: (secret, user_id) => ({ params: { user_id }, body: { new_password: secret() } }),
  updateVpnUserPassword: (secret, user_id) => ({
    params: { user_id },
    body: { old_password: secret(), new_password: secret() },
  }),
  batchCreateVpnUsers: (secret) => ({ body: { users: [{ name: 'vaduz.02', password: secret() }] } }),
}

describe('secrets', () => {
  test('of every operation of the cloud that takes some are found nowhere', async () => {
    const { admin, made, secret, send, search } = await start()
    const users = await admin.get(`/api/clouds/test/vpn/v5/-/p2c-vpn-gateways/vpn-servers/${server}/users`)
    const userId = z.object({ users: z.array(z.object({ id: z.string() })) }).parse(users.data).users[0]?.id ?? ''
    const statuses: Record<string, number> = {}
    for (const name of cloudRows) {
      const { service, method, path, body } = operation(name)
      if (!body) continue
      const { params = {}, body: whole } = good[name]?.(secret, userId) ?? {}
      const target = `/api/clouds/test/${service}${fill(path, { ...params })}`
      if (whole) statuses[name] = await send(method, target, whole)
      for (const variant of variants(body, secret)) await send(method, target, variant)
    }
    expect(statuses).toMatchObject({
      updateVpnConnection: 200,
      createVpnUser: 201,
      batchCreateVpnUsers: expect.toSatisfy((status: number) => status < 300),
      resetVpnUserPassword: expect.toSatisfy((status: number) => status < 300),
    })
    expect(made.length).toBeGreaterThan(cloudRows.length * 8)
    expect(await search()).toEqual([])
  }, 60_000)

  test('would be found: what is no secret is there', async () => {
    const { made, send, search } = await start()
    const name = `cgw-${randomBytes(9).toString('hex')}`
    made.push(name)
    const body = { customer_gateway: { name, id_type: 'fqdn', id_value: 'nantes' } }
    expect(await send('POST', '/api/clouds/test/vpn/v5/-/customer-gateways', body)).toBe(201)
    const found = await search()
    for (const place of ['an answer', 'the audit', 'an export', 'the file console.db']) {
      expect(
        found.some((line) => line.startsWith(`${name} is in ${place}`)),
        place,
      ).toBe(true)
    }
  })

  test("of every operation of the console's own that takes some are found nowhere", async () => {
    const { secret, send, search, signedIn, store, admin } = await start()
    const credentials = [
      { kind: 'access-key', ak: 'AKIAEXAMPLE', sk: secret() },
      { kind: 'temporary', ak: 'AKIAEXAMPLE', sk: secret(), security_token: secret() },
      { kind: 'password', user: 'paris', password: secret(), domain: 'example' },
    ]
    const place = { vendor: 'huawei', region: 'eu-west-101', project_id: 'p', name: 'Paris', features: ['s2c-read'] }
    for (const given of credentials) {
      await send('POST', '/api/cloud-accounts', { ...place, credentials: given })
      await send('POST', '/api/cloud-account-checks', { ...place, credentials: given })
    }
    for (const name of ownRows) {
      const row = own[name]
      if (!row?.body) continue
      for (const variant of variants(row.body, secret)) {
        // Some of them end the session or make another.
        if ((await admin.get('/api/session')).status !== 200) await admin.signIn()
        await send(row.method, fill(row.path, {}), variant)
      }
    }
    const password = secret()
    await store.people.create({ name: 'lyon', password, roles: ['support'] })
    const lyon = await signedIn('lyon', password)
    await lyon.post('/api/account/password', { old_password: password, new_password: secret() })
    await lyon.post('/api/account/password', { old_password: secret(), new_password: secret() })
    expect(ownRows.length).toBeGreaterThan(10)
    expect(await search()).toEqual([])
  }, 60_000)

  test('of whoever is refused are found nowhere either', async () => {
    const { secret, made, search, store, signedIn, openBrowser, url } = await start()
    await store.people.create({ name: 'lyon', password: 'a-good-password', roles: ['support'] })
    const support = await signedIn('lyon', 'a-good-password')
    const nobody = openBrowser()
    const foreign = { origin: 'https://example.org' }
    for (const name of cloudRows) {
      const { service, method, path, body } = operation(name)
      if (!body) continue
      const target = `/api/clouds/test/${service}${fill(path, {})}`
      await support.send(method, target, { body: bodyWithSecrets(body, secret()) })
      await support.send(method, target, { body: bodyWithSecrets(body, secret()), headers: foreign })
      await nobody.send(method, target, { body: bodyWithSecrets(body, secret()) })
    }
    // In the field of the name: it happens to everybody once.
    expect((await nobody.signIn(secret(), secret())).status).toBe(401)
    await fetch(`${url}/api/session`, { method: 'POST', headers: { origin: url, cookie: `vpn-console=${secret()}` } })
    await fetch(`${url}/api/session`, { headers: { authorization: `Bearer ${secret()}`, 'x-csrf-token': secret() } })
    expect(made.length).toBeGreaterThan(20)
    expect(await search()).toEqual([])
  }, 60_000)
})
