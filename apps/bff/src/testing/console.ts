import { csrfHeader, session as sessionSchema, type Session } from '@vpn-console/api-client'
import { onTestFinished } from 'vitest'
import { createConsole } from '../app.ts'
import type { ConsoleConfig } from '../config.ts'

export const adminPassword = 'correct-horse'

type Answer = { status: number; headers: Headers; text: string; data: Record<string, never> | undefined }

type Sent = { body?: unknown; headers?: Record<string, string> }

/** What a browser does for a person: keeps the cookie, and says where a request comes from. */
export const openBrowser = (url: string, ask: typeof fetch = fetch) => {
  const jar = new Map<string, string>()
  let session: Session | undefined

  const send = async (method: string, path: string, { body, headers }: Sent = {}): Promise<Answer> => {
    const isChange = method !== 'GET'
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await ask(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(isChange ? { origin: url, [csrfHeader]: session?.csrfToken ?? '' } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const isJson = response.headers.get('content-type')?.includes('application/json;') === true
    // Tests look into answers by path, and fail where there is nothing.
    const data = (isJson && text ? JSON.parse(text) : undefined) as Record<string, never> | undefined
    return { status: response.status, headers: response.headers, text, data }
  }

  return {
    jar,
    send,
    get: (path: string, headers: Record<string, string> = {}) => send('GET', path, { headers }),
    post: (path: string, body?: unknown, headers: Record<string, string> = {}) => send('POST', path, { body, headers }),
    signIn: async (userName = 'admin', password = adminPassword) => {
      const answer = await send('POST', '/api/session', { body: { userName, password } })
      if (answer.status === 200) session = sessionSchema.parse(answer.data)
      return answer
    },
    /** Reads the session again: its token is another one once its id is. */
    refresh: async () => {
      session = sessionSchema.parse((await send('GET', '/api/session')).data)
    },
    session: () => session,
  }
}
export type Browser = ReturnType<typeof openBrowser>

/**
 * A console on a free port, with everything in memory; `lines` is its log. What a change is made to is not looked at
 * before and after it, unless the tuning says so.
 */
export const startConsole = async (config: Partial<ConsoleConfig> = {}) => {
  const lines: string[] = []
  const running = await createConsole({
    dataDir: null,
    adminPassword,
    logLevel: 'debug',
    logStream: { write: (line) => lines.push(line) },
    ...config,
    // Tests count the calls to their clouds.
    tuning: { auditStateMs: 0, ...config.tuning },
  })
  const { url } = await running.listen(0)
  onTestFinished(running.close)
  return {
    ...running,
    url,
    lines,
    openBrowser: () => openBrowser(url),
    signedIn: async (userName?: string, password?: string) => {
      const browser = openBrowser(url)
      await browser.signIn(userName, password)
      return browser
    },
  }
}
