import { builtInRoles, consoleOperations, isRead, operation, type ConsoleOperation } from '@vpn-console/api-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createConsole, type Console } from '../app.ts'
import { openBrowser, type Browser } from '../testing/console.ts'

// Every endpoint of the console itself, asked for by hand: signed out, and as each of the roles.
let running: Console
let url: string
const browsers = new Map<string, Browser>()

beforeAll(async () => {
  running = await createConsole({ dataDir: null, adminPassword: 'correct-horse', logLevel: 'silent' })
  url = (await running.listen(0)).url
  // Nobody listens there: it is enough that the console knows it.
  running.clouds.connect({
    id: 'test',
    name: 'Test',
    vendor: 'emulator',
    region: 'eu-west-101',
    projectId: 'project-paris',
    credentials: { ak: 'AKPARIS', sk: 'sk-of-paris' },
    endpoint: 'http://127.0.0.1:9',
  })
  for (const { id: role } of builtInRoles) {
    const person = await running.store.people.create({ name: role, password: 'a-good-password', roles: [] })
    await running.store.grants.give({ type: 'person', id: person.id }, role, { type: 'all' }, 'test')
    const browser = openBrowser(url)
    await browser.signIn(role, 'a-good-password')
    browsers.set(role, browser)
  }
})
afterAll(() => running.close())

const rows: [string, ConsoleOperation][] = Object.entries(consoleOperations)
const has = (row: ConsoleOperation, key: 'action' | 'access' | 'like') => key in row

/** Ends what the tests still need; the order of the rest does not matter. */
const isLast = ({ path, method }: ConsoleOperation) => path === '/api/session' && method === 'DELETE'

const ask = async (browser: Browser, { method, path, body }: ConsoleOperation) => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, field: string) => (field === 'cloudId' ? 'test' : 'nothing'))
  const { status, data } = await browser.send(method, filled, body ? { body: {} } : {})
  const code: unknown = data?.['error_code']
  return { status, code: typeof code === 'string' ? code : '' }
}

describe('every endpoint of the console', () => {
  test.each(rows.filter(([, row]) => !has(row, 'access')))('%s is for nobody who is signed out', async (_name, row) => {
    expect(await ask(openBrowser(url), row)).toEqual({ status: 401, code: 'CONSOLE.SIGNED_OUT' })
  })

  test.each(rows.filter(([, row]) => 'access' in row && row.access === 'public'))(
    '%s asks nobody who he is',
    async (_name, row) => {
      expect((await ask(openBrowser(url), row)).code).not.toMatch(/SIGNED_OUT|DENIED/)
    },
  )

  test.each(rows.filter(([, row]) => has(row, 'action')))('%s is for administrators alone', async (_name, row) => {
    for (const [role, browser] of browsers) {
      const { status, code } = await ask(browser, row)
      if (role === 'administrator') expect([status, code]).not.toEqual([403, 'CONSOLE.DENIED'])
      else expect([status, code]).toEqual([403, 'CONSOLE.DENIED'])
    }
  })

  test.each(rows.flatMap(([name, row]) => ('like' in row ? [[name, row, row.like] as const] : [])))(
    '%s is for whom its row of the cloud is for',
    async (_name, row, like) => {
      for (const role of ['administrator', 'network-admin', 'support', 'vpn-user']) {
        const browser = browsers.get(role)
        const { status, code } = browser ? await ask(browser, row) : { status: 0, code: '' }
        const isAllowed =
          role === 'administrator' || role === 'network-admin' || (role === 'support' && isRead(operation(like)))
        if (isAllowed) expect([status, code]).not.toEqual([403, 'CONSOLE.DENIED'])
        else expect([403, 404]).toContain(status)
      }
    },
  )

  // Last: some of them end the sign-ins of the person.
  test.each(rows.filter(([, row]) => 'access' in row && row.access === 'signed-in'))(
    '%s is for nobody who is signed out, and for anybody who is signed in',
    async (_name, row) => {
      expect((await ask(openBrowser(url), row)).code).toBe('CONSOLE.SIGNED_OUT')
      if (isLast(row)) return
      for (const { id } of builtInRoles) {
        const browser = openBrowser(url)
        await browser.signIn(id, 'a-good-password')
        expect((await ask(browser, row)).code).not.toMatch(/SIGNED_OUT|DENIED/)
      }
    },
  )
})
