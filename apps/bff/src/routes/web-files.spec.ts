import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, brotliCompressSync } from 'node:zlib'
import { request } from 'undici'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startConsole } from '../testing/console.ts'

const page = '<!doctype html><title>VPN Console</title>'
const script = 'console.log("hello")'

const start = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vpn-console-web-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const webDir = join(folder, '.dist')
  mkdirSync(join(webDir, 'assets'), { recursive: true })
  writeFileSync(join(webDir, 'index.html'), page)
  writeFileSync(join(webDir, 'favicon.svg'), '<svg/>')
  writeFileSync(join(webDir, 'assets', 'main-abc123.js'), script)
  writeFileSync(join(webDir, 'assets', 'main-abc123.js.br'), brotliCompressSync(script))
  writeFileSync(join(webDir, 'assets', 'main-abc123.js.gz'), gzipSync(script))
  writeFileSync(join(webDir, 'assets', 'style-def456.css'), 'a{}')
  writeFileSync(join(folder, 'secret.txt'), 'not for you')
  const { openBrowser, url } = await startConsole({ webDir })
  return { ...openBrowser(), url }
}
const navigation = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

describe('the page', () => {
  test.each(['/', '/index.html', '/clouds/demo/vpn-gateways', '/clouds/demo/vpn-gateways/gw-1?tab=routes'])(
    'answers at %s, and is always asked for anew',
    async (path) => {
      const { status, text, headers } = await (await start()).get(path, navigation)
      expect(status).toBe(200)
      expect(text).toBe(page)
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(headers.get('cache-control')).toBe('no-cache')
    },
  )

  test('that has not changed is a 304', async () => {
    const { get, url } = await start()
    const etag = String((await get('/', navigation)).headers.get('etag'))
    // fetch would ask caches on the way to step aside, which a browser does not.
    const { statusCode, body } = await request(url, { headers: { ...navigation, 'if-none-match': etag } })
    expect([statusCode, await body.text()]).toEqual([304, ''])
  })

  test('may load its own files and nothing else, and runs no script that is written into it', async () => {
    const { headers } = await (await start()).get('/', navigation)
    const policy = String(headers.get('content-security-policy'))
    const directives = Object.fromEntries(
      policy.split(';').map((directive): [string, string] => {
        const [name = '', ...values] = directive.trim().split(' ')
        return [name, values.join(' ')]
      }),
    )
    expect(directives).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'style-src-attr': "'unsafe-inline'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
    })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
  })
})

describe('an asset', () => {
  test('is kept for a year, since its name changes with it', async () => {
    const { status, text, headers } = await (await start()).get('/assets/style-def456.css')
    expect([status, text]).toEqual([200, 'a{}'])
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('content-type')).toBe('text/css; charset=utf-8')
  })

  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
  ])('for who takes %s comes as %s', async (accepted, encoding) => {
    const { text, headers } = await (await start()).get('/assets/main-abc123.js', { 'accept-encoding': accepted })
    expect(text).toBe(script)
    expect(headers.get('content-encoding')).toBe(encoding)
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(headers.get('vary')).toContain('Accept-Encoding')
  })

  test('that is no more is a 404, not the page', async () => {
    const { status, data } = await (await start()).get('/assets/main-old.js', navigation)
    expect(status).toBe(404)
    expect(data).toMatchObject({ error_code: 'CONSOLE.NOT_FOUND' })
  })
})

test('another file is served, but asked for anew', async () => {
  const { status, headers } = await (await start()).get('/favicon.svg')
  expect(status).toBe(200)
  expect(headers.get('cache-control')).toBe('no-cache')
})

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/missing.png'])(
  '%s leads nowhere',
  async (path) => {
    const { status, text } = await (await start()).get(path)
    expect(status).toBe(404)
    expect(text).not.toContain('not for you')
  },
)

test('an address of the API that does not exist is never the page', async () => {
  const { status, data } = await (await start()).get('/api/nothing', navigation)
  expect(status).toBe(404)
  expect(data).toMatchObject({ error_code: 'CONSOLE.NOT_FOUND' })
})

test('without a built web app that is what is said', async () => {
  const { openBrowser } = await startConsole({ webDir: '/nowhere' })
  const { status, data } = await openBrowser().get('/', navigation)
  expect(status).toBe(404)
  expect(data).toMatchObject({ error_msg: expect.stringContaining('not built') })
})
