import { consoleOperations, csrfHeader, operation, operationNames } from '@vpn-console/api-client'
import type { ConsoleOperation } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { forwardable } from './routes/clouds.ts'
import { sameToken } from './store/sessions.ts'
import { startConsole } from './testing/console.ts'
import { json, startFakeCloud } from './testing/fake-cloud.ts'
import { rawClient, type RawAnswer } from './testing/raw.ts'

// What holds for every endpoint, whatever room it comes from: it is derived from the rows, so that a new one is covered.

const ownRows = Object.entries<ConsoleOperation>(consoleOperations)
const isPublic = (row: ConsoleOperation) => 'access' in row && row.access === 'public'
const fill = (path: string, value = 'x') => path.replace('{cloudId}', 'paris').replaceAll(/\{\w+\}/g, () => value)
const cloudPath = (name: (typeof operationNames)[number], value?: string) =>
  `/api/clouds/paris/${operation(name).service}${fill(operation(name).path, value)}`

const start = async () => {
  const cloud = await startFakeCloud((_call, response) => json(response, 200, {}))
  const running = await startConsole()
  running.clouds.connect(cloud.settings)
  const browser = await running.signedIn()
  const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const csrf = browser.session()?.csrfToken ?? ''
  return { ...running, cloud, cookie, csrf, send: rawClient(running.url) }
}

const json400 = { 'content-type': 'application/json' }
const isForeign = ({ status, text }: RawAnswer) => status === 403 && text.includes('CONSOLE.FOREIGN_ORIGIN')

describe('every change', () => {
  const changes = [
    ...ownRows
      .filter(([, row]) => row.method !== 'GET' && !isPublic(row))
      .map(([, { method, path }]) => [method, fill(path)]),
    ...forwardable
      .filter((name) => operation(name).method !== 'GET')
      .map((name) => [operation(name).method, cloudPath(name)]),
  ] as const

  test('needs a session, its token, and a page of ours; without them nothing reaches the cloud', async () => {
    const { url, cloud, cookie, csrf, send } = await start()
    const own = { ...json400, origin: url }
    const wrong: string[] = []
    for (const [method = '', path = ''] of changes) {
      const nobody = await send(path, { method, headers: own, body: '{}' })
      const tries = [
        await send(path, { method, headers: { ...own, cookie }, body: '{}' }),
        await send(path, { method, headers: { ...own, cookie, [csrfHeader]: 'guessed' }, body: '{}' }),
        await send(path, { method, headers: { ...json400, cookie, [csrfHeader]: csrf }, body: '{}' }),
        await send(path, {
          method,
          headers: { ...json400, cookie, [csrfHeader]: csrf, origin: 'https://evil.example' },
          body: '{}',
        }),
        await send(path, {
          method,
          headers: { ...own, cookie, [csrfHeader]: csrf, 'sec-fetch-site': 'cross-site' },
          body: '{}',
        }),
      ]
      if (nobody.status !== 401 || !tries.every(isForeign)) wrong.push(`${method} ${path}`)
    }
    expect(changes.length).toBeGreaterThan(60)
    expect(wrong).toEqual([])
    expect(cloud.calls).toEqual([])
  })

  test('that is open to all takes only what comes from a page of ours', async () => {
    const { send } = await start()
    const open = ownRows.filter(([, row]) => row.method !== 'GET' && isPublic(row))
    expect(open.length).toBeGreaterThan(0)
    for (const [, { method, path }] of open) {
      const headers = { ...json400, origin: 'https://evil.example' }
      expect(isForeign(await send(fill(path), { method, headers, body: '{}' })), path).toBe(true)
    }
  })
})

test('every read but the public ones needs a session', async () => {
  const { send, cloud } = await start()
  const paths = [
    ...ownRows.filter(([, row]) => row.method === 'GET' && !isPublic(row)).map(([, { path }]) => fill(path)),
    ...forwardable.filter((name) => operation(name).method === 'GET').map((name) => cloudPath(name)),
  ]
  const open: string[] = []
  for (const path of paths) if ((await send(path)).status !== 401) open.push(path)
  expect(open).toEqual([])
  expect(cloud.calls).toEqual([])
})

/** The objects of a schema that take fields they do not name. */
const loose = (schema: unknown, path: string): string[] => {
  if (schema instanceof z.ZodObject) {
    const inner = Object.entries(schema.shape).flatMap(([name, field]) => loose(field, `${path}.${name}`))
    return schema.def.catchall instanceof z.ZodNever ? inner : [path, ...inner]
  }
  if (schema instanceof z.ZodArray) return loose(schema.element, `${path}[]`)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => loose(option, path))
  if (schema instanceof z.ZodPipe) return loose(schema.in, path)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return loose(schema.unwrap(), path)
  }
  return []
}

describe('fields that nobody asked for', () => {
  test('are refused by every endpoint of the console, at every depth', () => {
    const found = ownRows.flatMap(([name, { body, query, params }]) => [
      ...loose(body, name),
      ...loose(query, `${name}?`),
      ...loose(params, `${name}/`),
    ])
    // A provider may add fields of its own to the way back, which are looked at by name.
    expect(found).toEqual(['finishSignOn?'])
  })

  test('are refused at the top of every body for the cloud', () => {
    const found = operationNames.flatMap((name) => loose(operation(name).body, name).filter((path) => path === name))
    expect(found).toEqual([])
  })

  test.each(['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}'])(
    'do not get into what all objects share: %s',
    async (body) => {
      const { send, url, cookie, csrf } = await start()
      const headers = { ...json400, origin: url, cookie, [csrfHeader]: csrf }
      const { status } = await send('/api/cloud-accounts', { method: 'POST', headers, body })
      expect(status).toBe(400)
      expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
    },
  )
})

test('a path parameter leads nowhere else, in any row, and nothing is sent', async () => {
  const values = [
    '..',
    '.',
    '%2e%2e',
    '..%2f..',
    'a%2fb',
    'a%5cb',
    '%00',
    'a%0d%0aX-A:1',
    '%ff',
    'a;b',
    '%25%32%65',
    '~',
  ]
  const { send, cookie, cloud } = await start()
  const rows = forwardable.filter((name) => {
    const { method, path } = operation(name)
    return method === 'GET' && /\{(?!project_id)/.test(path)
  })
  const passed: string[] = []
  for (const value of values) {
    for (const name of rows) {
      const { status } = await send(cloudPath(name, value), { headers: { cookie } })
      if (status < 400 || status >= 500) passed.push(`${name} ${value}`)
    }
  }
  expect(rows.length).toBeGreaterThan(10)
  expect(passed).toEqual([])
  expect(cloud.calls).toEqual([])
})

describe('every answer', () => {
  const answers = async () => {
    const { send, cookie, url } = await start()
    const page = { accept: 'text/html' }
    const paths: [string, Parameters<typeof send>[1]][] = [
      ['/api/health', {}],
      ['/api/session', { headers: { cookie } }],
      ['/api/session', {}],
      ['/api/clouds/paris/vpn/v5/-/vpn-gateways', { headers: { cookie } }],
      ['/api/clouds/nowhere/vpn/v5/-/vpn-gateways', { headers: { cookie } }],
      ['/api/nothing', { headers: { cookie } }],
      ['/nothing.js', {}],
      ['/', { headers: page }],
      ['/%ff', { headers: page }],
      ['/api/%ff', {}],
      ['/api/session', { method: 'POST', headers: { ...json400, origin: url }, body: '{' }],
      ['/api/session', { method: 'POST', headers: { 'content-type': 'text/plain', origin: url }, body: 'a' }],
      ['/api/session', { method: 'PATCH' }],
      ['/api/session', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }],
      ['/api/session', { method: 'TRACE', headers: { 'x-secret': 'echo-me' } }],
    ]
    return Promise.all(paths.map(async ([path, sent]) => ({ path, ...(await send(path, sent)) })))
  }

  test('keeps scripts, frames and guesses about its kind away, and tells nothing of what made it', async () => {
    for (const { path, headers, text } of await answers()) {
      const policy = String(headers['content-security-policy'])
      expect(policy, path).toContain("default-src 'none'")
      expect(policy.replace("style-src-attr 'unsafe-inline'", ''), path).not.toContain('unsafe')
      expect(headers, path).toMatchObject({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers, path).not.toHaveProperty('x-powered-by')
      expect(headers, path).not.toHaveProperty('server')
      expect(
        Object.keys(headers).filter((name) => name.startsWith('access-control')),
        path,
      ).toEqual([])
      expect(text, path).not.toMatch(/\n\s+at |node_modules|\.ts:\d|\.js:\d|echo-me/)
    }
  })

  test('of the API is kept by no cache that others share', async () => {
    const ofApi = (await answers()).filter(({ path }) => path.startsWith('/api/') && path !== '/api/health')
    for (const { path, headers } of ofApi) {
      expect(String(headers['cache-control']), path).toMatch(/^(?:no-store|private, no-cache)$/)
    }
  })

  test('is JSON where it is an error of the API', async () => {
    const failed = (await answers()).filter(({ path, status }) => path.startsWith('/api/') && status >= 400)
    expect(failed.length).toBeGreaterThan(5)
    for (const { path, headers, text } of failed) {
      expect(String(headers['content-type']), path).toMatch(/^application\/json/)
      expect(JSON.parse(text), path).toHaveProperty('error_code')
    }
  })
})

test('whatever host or proxy is claimed, no answer repeats it', async () => {
  const { send, cookie } = await start()
  const claims = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
  for (const [, row] of ownRows.filter(([, { method }]) => method === 'GET')) {
    const { headers, text } = await send(fill(row.path), { headers: { cookie, ...claims } })
    expect(JSON.stringify(headers) + text, row.path).not.toContain('evil.example')
  }
})

test('a method cannot be hidden in a header or the query', async () => {
  const { send, cookie, url } = await start()
  const headers = { cookie, origin: url, 'x-http-method-override': 'DELETE' }
  await send('/api/session?_method=DELETE', { headers })
  expect((await send('/api/session', { headers: { cookie } })).status).toBe(200)
})

test('what somebody types makes no lines of its own in the log', async () => {
  const { send, url, lines } = await start()
  const userName = 'admin\n{"level":30,"msg":"planted"}'
  const body = JSON.stringify({ userName, password: 'planted-word' })
  await send('/api/session', { method: 'POST', headers: { ...json400, origin: url }, body })
  await send('/api/%0a%7B%22msg%22:%22planted%22%7D')
  for (const line of lines) expect(JSON.parse(line)).not.toMatchObject({ msg: 'planted' })
  expect(lines.join('')).not.toContain('planted-word')
})

test('a cloud that is there and one that is not are alike to who has nothing to do with them', async () => {
  const { store, openBrowser, clouds, cloud } = await start()
  clouds.connect({ ...cloud.settings, id: 'lyon' })
  const maria = await store.people.create({ name: 'maria', password: 'correct-horse', roles: [] })
  await store.grants.give({ type: 'person', id: maria.id }, 'support', { type: 'account', cloudId: 'lyon' }, 'admin')
  const browser = openBrowser()
  await browser.signIn('maria', 'correct-horse')
  const path = (id: string) => `/api/clouds/${id}/vpn/v5/-/vpn-gateways`
  const [there, nowhere] = [await browser.get(path('paris')), await browser.get(path('nowhere'))]
  const plain = ({ data, status }: typeof there) => [status, data?.['error_code'], data?.['error_msg']]
  expect(plain(there)).toEqual(plain(nowhere))
  expect(there.status).toBe(404)
})

test('tokens are the same exactly when they are equal', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(sameToken(a, a)).toBe(true)
      expect(sameToken(a, b)).toBe(Buffer.from(a).equals(Buffer.from(b)))
      expect(sameToken(undefined, b)).toBe(b === '')
    }),
  )
})
