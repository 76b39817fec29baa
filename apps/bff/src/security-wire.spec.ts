import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { startConsole } from './testing/console.ts'

// What no browser sends, byte by byte: requests that two servers would read in two ways, too large, or too slow.

const lines = (...parts: string[]) => parts.join('\r\n')

/** Sends bytes as they are, and gives everything that comes back until the console closes the connection. */
const converse = (url: string, ...pieces: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => (answer += text))
    socket.once('close', () => resolve(answer))
    // A reset after the answer is an end like any other.
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNREFUSED' ? reject(error) : undefined))
    for (const piece of pieces) socket.write(piece)
  })

const statuses = (answer: string) => [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => status)
const chunked = 'Transfer-Encoding: chunked'
const signOut = lines('DELETE /api/session HTTP/1.1', 'Host: a', 'Connection: close', '', '')

describe('a request that two servers could read in two ways', () => {
  test.each<[string, string[], string]>([
    ['two lengths', ['Content-Length: 4', 'Content-Length: 11'], '4444'],
    ['a length and chunks', ['Content-Length: 4', chunked], '0\r\n\r\n'],
    ['chunks and a length', [chunked, 'Content-Length: 4'], '0\r\n\r\n'],
    ['chunks that are not the last encoding', ['Transfer-Encoding: chunked, identity'], '0\r\n\r\n'],
    ['an encoding nobody knows', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
    ['a length that is none', ['Content-Length: 4, 4'], '4444'],
    ['a length with a sign', ['Content-Length: +4'], '4444'],
    ['a blank before the colon', ['Content-Length : 4'], '4444'],
    ['a header over two lines', ['X-A: 1', ' continued'], ''],
    ['a line that ends in half', ['X-A: 1\nX-B: 2'], ''],
    ['a header with a zero byte', ['X-A: 1\u0000'], ''],
    ['chunks whose size is none', [chunked], 'g\r\n\r\n'],
  ])('is refused, and nothing after it is read: %s', async (_name, headers, body) => {
    const { url } = await startConsole()
    const request = lines(
      'POST /api/session HTTP/1.1',
      'Host: a',
      'Content-Type: application/json',
      ...headers,
      '',
      body,
    )
    const answer = await converse(url, request + signOut)
    const [status, ...more] = statuses(answer)
    expect(status).toMatch(/^4/)
    expect(more).toEqual([])
    expect(answer).not.toMatch(/set-cookie|node_modules|at \w+/i)
  })

  test.each([
    ['no host', lines('GET /api/health HTTP/1.1', 'Connection: close', '', '')],
    ['two hosts', lines('GET /api/health HTTP/1.1', 'Host: a', 'Host: b', 'Connection: close', '', '')],
    ['no version', 'GET /api/health\r\n\r\n'],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a path with a blank', lines('GET /api/ health HTTP/1.1', 'Host: a', 'Connection: close', '', '')],
  ])('is no request: %s', async (_name, request) => {
    const { url } = await startConsole()
    expect(statuses(await converse(url, request))).not.toContain('200')
  })
})

describe('a request that is too large', () => {
  test.each<[string, string]>([
    ['one header', `X-A: ${'a'.repeat(20_000)}`],
    ['many headers', Array.from({ length: 2_000 }, (_, number) => `X-${number}: aaaaaaaa`).join('\r\n')],
    ['a cookie', `Cookie: vpn-console=${'a'.repeat(20_000)}`],
  ])('in its headers is answered with 431: %s', async (_name, header) => {
    const { url } = await startConsole()
    const answer = await converse(url, lines('GET /api/health HTTP/1.1', 'Host: a', header, '', ''))
    expect(statuses(answer)).toEqual(['431'])
  })

  test('in its address, too', async () => {
    const { url } = await startConsole()
    const answer = await converse(url, lines(`GET /${'a'.repeat(20_000)} HTTP/1.1`, 'Host: a', '', ''))
    expect(statuses(answer)).toEqual(['431'])
  })

  test('in its body is refused before anything is done with it', async () => {
    const { signedIn } = await startConsole()
    const browser = await signedIn()
    const body = { customer_gateway: { name: 'a'.repeat(2_000_000) } }
    const { status, data } = await browser.post('/api/clouds/paris/vpn/v5/-/customer-gateways', body)
    expect([404, 413]).toContain(status)
    const big = await browser.post('/api/cloud-accounts', { name: 'a'.repeat(2_000_000) })
    expect([big.status, big.data]).toMatchObject([413, { error_code: 'CONSOLE.TOO_LARGE' }])
    expect(data).toHaveProperty('error_code')
  })

  test('after it was unpacked is refused as well, or is not unpacked at all', async () => {
    const { gzipSync } = await import('node:zlib')
    const { url, openBrowser } = await startConsole()
    const bomb = gzipSync(Buffer.alloc(20_000_000, ' '))
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', origin: url },
      body: bomb,
    })
    expect([400, 413, 415]).toContain(answer.status)
    expect((await openBrowser().get('/api/health')).status).toBe(200)
  })
})

describe('a client that is too slow', () => {
  const patience = { tuning: { headersMs: 60, requestMs: 120 } }

  test('with its headers is sent away', async () => {
    const { url } = await startConsole(patience)
    expect(statuses(await converse(url, 'GET /api/health HTTP/1.1\r\nHost: a\r\nX-'))).toEqual(['408'])
  })

  test('with its body is sent away, and nothing is done', async () => {
    const { url, store } = await startConsole(patience)
    const head = lines(
      'POST /api/session HTTP/1.1',
      'Host: 127.0.0.1',
      `Origin: ${url}`,
      'Content-Type: application/json',
      'Content-Length: 60',
      '',
      '{"userName":',
    )
    const answer = await converse(url, head)
    expect(statuses(answer)).not.toContain('200')
    expect((await store.audit.list()).filter(({ outcome }) => outcome === 'done')).toEqual([])
  })
})
