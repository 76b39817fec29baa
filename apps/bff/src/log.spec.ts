import { describe, expect, test } from 'vitest'
import { createLog } from './log.ts'
import { startConsole } from './testing/console.ts'

const logged = (write: (log: ReturnType<typeof createLog>) => void) => {
  const lines: string[] = []
  write(createLog('debug', { write: (line) => lines.push(line) }))
  return lines.join('')
}

describe('the log', () => {
  test.each<[string, object]>([
    ['a password', { user: { password: 'very-secret' } }],
    ['a key', { psk: 'very-secret', vpn_connection: { psk: 'very-secret' } }],
    ['a cookie', { req: { headers: { cookie: 'very-secret' } } }],
    ['a body', { request: { body: { any: 'very-secret' } } }],
  ])('keeps %s out, should a line be handed one', (_name, fields) => {
    const line = logged((log) => log.info(fields, 'a line'))
    expect(line).toContain('a line')
    expect(line).not.toContain('very-secret')
  })

  test('takes of an error its kind and place, and nothing that hangs on it', () => {
    const cause = Object.assign(new SyntaxError('no JSON'), { body: 'very-secret' })
    const line = logged((log) => log.error({ err: new Error('failed', { cause }) }, 'a line'))
    expect(line).toContain('no JSON')
    expect(line).toContain('log.spec')
    expect(line).not.toContain('very-secret')
    expect(logged((log) => log.error({ err: 'very-secret' }, 'a line'))).not.toContain('very-secret')
  })
})

describe('a request', () => {
  type Line = { msg: string; method: string; path: string; status: number; reqId: string; level: number }

  test('leaves one line: what it was, and its end, with the id that the answer carries', async () => {
    const { openBrowser, lines } = await startConsole()
    const { headers } = await openBrowser().get('/api/session?token=very-secret', { cookie: 'a=very-secret' })
    await expect.poll(() => lines.length).toBe(1)
    // What pino writes is JSON of this shape.
    const line = JSON.parse(lines[0] ?? '') as Line
    expect(line).toMatchObject({ msg: 'request', method: 'GET', path: '/api/session', status: 401, ip: '127.0.0.1' })
    expect(line.reqId).toBe(headers.get('x-console-request-id'))
    expect(lines.join('')).not.toContain('very-secret')
  })

  test('that only reads, and goes well, leaves none at the usual level', async () => {
    const { openBrowser, lines } = await startConsole({ logLevel: 'info' })
    await openBrowser().get('/api/health')
    await openBrowser().signIn()
    await expect.poll(() => lines.length).toBe(1)
    expect(lines[0]).toContain('"method":"POST"')
  })
})
