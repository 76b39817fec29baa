import { session as sessionSchema, type SignOnSettings } from '@vpn-console/api-client'
import { expect, onTestFinished } from 'vitest'
import type { ConsoleConfig } from '../config.ts'
import { startConsole, type Browser } from './console.ts'
import { startProvider } from './provider.ts'

type Asked = { configuration?: Partial<ConsoleConfig>; provider?: Partial<Parameters<typeof startProvider>[0]> }

const accounts = {
  'u-1': { name: 'Paris', preferred_username: 'paris', groups: ['vpn-admins', 'everybody'] },
  'u-2': { name: 'Lyon', groups: [] },
  'u-3': { preferred_username: 'nameless', groups: ['vpn-admins'] },
  'u-4': { name: 'Brest' },
}

/** A console that people sign in to by a provider, both on this machine. */
export const startHouse = async ({ configuration, provider: options }: Asked = {}) => {
  const console = await startConsole({ allowPrivateEndpoints: true, ...configuration })
  const provider = await startProvider({ consoles: [console.url], accounts, ...options })
  onTestFinished(provider.close)
  const settings: SignOnSettings = {
    enabled: true,
    issuer: provider.issuer,
    clientId: 'vpn-console',
    scopes: 'openid profile groups',
    nameClaim: 'name',
    groupsClaim: 'groups',
    buttonText: 'Sign in with Example',
    allowsPasswords: true,
    signsOutAtProvider: true,
  }
  const admin = await console.signedIn()
  const save = (
    changes: Partial<SignOnSettings> = {},
    clientSecret: string | null | undefined = options?.clientSecret,
  ) => admin.send('PUT', '/api/sign-on/settings', { body: { settings: { ...settings, ...changes }, clientSecret } })
  expect((await save()).status).toBe(200)
  return { ...console, provider, settings, admin, save }
}
export type House = Awaited<ReturnType<typeof startHouse>>

/** A browser's own cookies at the provider. */
const openProviderBrowser = () => {
  const jar = new Map<string, string>()
  return async (url: string, body?: string) => {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { body }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return { status: response.status, to: response.headers.get('location'), text: await response.text() }
  }
}

export const start = async (browser: Browser, to?: string) => {
  const { headers } = await browser.get(`/api/sign-on/start${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`)
  return headers.get('location') ?? ''
}

/** Goes to the provider, logs in there (or turns round), and gives the address it leads back to. */
export const visit = async ({ provider }: Pick<House, 'provider'>, address: string, account: string | undefined) => {
  const send = openProviderBrowser()
  let next = (await send(address)).to ?? ''
  const login = new URL(next, provider.issuer).href
  const answer = account === undefined ? await send(`${login}/cancel`) : await send(login, `account=${account}`)
  next = answer.to ?? ''
  while (next.startsWith(provider.issuer)) next = (await send(next)).to ?? ''
  return next
}

const pathOf = (address: string) => {
  const { pathname, search } = new URL(address)
  return pathname + search
}

export const comeBack = async (browser: Browser, address: string) => {
  const answer = await browser.get(pathOf(address))
  return { ...answer, problem: new URL(answer.headers.get('location') ?? '/', 'http://x').searchParams.get('problem') }
}

export const signInAs = async (house: House, account: string, to?: string) => {
  const browser = house.openBrowser()
  const back = await visit(house, await start(browser, to), account)
  const answer = await comeBack(browser, back)
  return { browser, back, ...answer }
}

export const sessionOf = async (browser: Browser) => sessionSchema.parse((await browser.get('/api/session')).data)
