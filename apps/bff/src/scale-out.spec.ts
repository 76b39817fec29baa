import { Agent, fetch as fetchBy } from 'undici'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openBrowser } from './testing/console.ts'
import { describeOnPostgres, newPostgresDatabase } from './testing/databases.ts'
import { missingNginx } from './testing/nginx.ts'
import { adminPassword, cloudId, startScaleOut, type ScaleOut } from './testing/scale-out.ts'
import { until } from './testing/until.ts'
import type { Tuning } from './tuning.ts'

// Two processes, a real PostgreSQL and a real nginx with the settings that are documented.
const base = `/api/clouds/${cloudId}/vpn/v5/-`

const start = async (tuning: Partial<Tuning> = {}) => {
  const house = await startScaleOut({ databaseUrl: await newPostgresDatabase(), tuning, speed: 1_000 })
  onTestFinished(house.close)
  return house
}

/** A browser of its own: by nginx as people come, or straight to one of the replicas. */
const browserBy = ({ proxy, publicUrl }: ScaleOut) => {
  const dispatcher = new Agent({ connect: { ca: proxy.authority } })
  onTestFinished(() => dispatcher.destroy())
  const ask = ((url: string, init: object) => fetchBy(url, { ...init, dispatcher })) as unknown as typeof fetch
  return openBrowser(publicUrl, ask)
}
const browserAt = (house: ScaleOut, url: string) => {
  const ask = ((asked: string, init: object) => fetch(asked.replace(house.publicUrl, url), init)) as typeof fetch
  return openBrowser(house.publicUrl, ask)
}
const signedIn = async (browser: ReturnType<typeof openBrowser>) => {
  expect((await browser.signIn('admin', adminPassword)).status).toBe(200)
  return browser
}

const gateway = (name: string) => ({
  vpn_gateway: {
    name,
    vpc_id: 'cb4a631d-demo-a8df-va86-ca3fa348c36c',
    connect_subnet: 'f5741286-demo-a8df-va86-2c82bd9ee114',
    local_subnets: ['192.168.0.0/24'],
    eip1: { id: 'cff40e5e-demo-a8df-va86-7366077bf097' },
    eip2: { id: 'd290f1ee-demo-a8df-va86-d701748f0851' },
  },
})
type Gateways = { id: string; name: string }[]
const changeOf = (name: string) => ({ vpn_gateway: { name } })
const gatewaysOf = async (browser: ReturnType<typeof openBrowser>): Promise<Gateways> => {
  const { data } = await browser.get(`${base}/vpn-gateways`)
  return data?.['vpn_gateways'] ?? []
}

describe('behind nginx', { timeout: 90_000 }, () => {
  beforeEach(({ skip }) => {
    const missing = missingNginx()
    skip(missing !== undefined, missing)
  })

  describeOnPostgres('two consoles', () => {
    test('start at once on an empty database, keep changes in order, and sessions survive one of them', async () => {
      const house = await start({ freshMs: 60_000 })
      const { gateways } = house.control.seed(house.projectId, { gateways: [{ name: 'gw-paris' }] })
      const path = `${base}/vpn-gateways/${gateways[0]}`
      const browser = await signedIn(browserBy(house))
      expect(browser.jar.has('__Host-vpn-console')).toBe(true)
      const first = await signedIn(browserAt(house, house.first.url))
      const second = await signedIn(browserAt(house, house.second.url))

      // Each asks the cloud once for all who ask it.
      const reads = () => house.asked.filter(({ path: asked }) => asked.endsWith('/vpn-gateways')).map(({ by }) => by)
      const lists = [first, second].flatMap((each) => Array.from({ length: 20 }, () => gatewaysOf(each)))
      for (const list of await Promise.all(lists)) expect(list[0]?.name).toBe('gw-paris')
      expect(reads().toSorted()).toEqual(['first', 'second'])

      // Two to the one, one to the other, and all before the first is through.
      const goOn = house.hold()
      const names = Array.from({ length: 8 }, (_, index) => `gw-${index}`)
      const sent: ReturnType<typeof browser.send>[] = []
      for (const [index, name] of names.entries()) {
        sent.push((index % 3 === 2 ? second : first).send('PUT', path, { body: changeOf(name) }))
        await until(async () => (await house.turns()) === index + 1)
      }
      goOn()
      const answers = await Promise.all(sent)
      expect(answers.filter(({ status }) => status !== 200).map(({ text }) => text)).toEqual([])
      const changes = house.asked.filter(({ method }) => method === 'PUT')
      expect(changes.map(({ body }) => JSON.parse(body))).toEqual(names.map(changeOf))
      expect(new Set(changes.map(({ by }) => by)).size).toBe(2)

      // What either had read is forgotten, long before it is old.
      for (const each of [first, second]) await until(async () => (await gatewaysOf(each))[0]?.name === 'gw-7')

      await house.first.kill()
      for (let count = 0; count < 10; count += 1) expect((await browser.get('/api/session')).status).toBe(200)
      expect((await browser.get('/api/ready')).status).toBe(200)
      expect((await browser.get('/api/people')).data).toMatchObject({ people: [{ name: 'admin' }] })
      expect(browser.session()?.user).toMatchObject({ name: 'admin', roles: ['administrator'] })
    })

    test('lose no create when one of them dies: it is sent once, found by its name, and in the audit', async () => {
      const house = await start()
      const browser = await signedIn(browserBy(house))
      expect(await gatewaysOf(browser)).toEqual([])
      house.control.fail(house.projectId, { operation: 'createVgw', latency_ms: 1_000 })
      const created = browser.post(`${base}/vpn-gateways`, gateway('gw-paris'))
      await until(() => house.callsOf('createVgw') === 1)
      const { by } = await until(() => house.asked.find(({ method }) => method === 'POST'))
      await [house.first, house.second].find(({ name }) => name === by)?.kill()
      expect((await created).status).toBe(502)
      const [found, ...others] = await until(async () => {
        const list = await gatewaysOf(browser)
        return list.length > 0 && list
      })
      expect([found?.name, others]).toEqual(['gw-paris', []])
      const entries = await until(async () => {
        const { data } = await browser.get('/api/audit/entries?operation=createVgw&outcome=unknown')
        const listed: object[] = data?.['entries'] ?? []
        return listed.length > 0 && listed
      })
      expect(entries).toMatchObject([{ operation: 'createVgw', outcome: 'unknown', person_name: 'admin' }])
      expect(house.callsOf('createVgw')).toBe(1)
      expect(house.proxy.accessLog()).toMatch(/POST \S+\/vpn-gateways 502 /)
    })

    test('take over from each other: work in the background, and the turns of those who wait', async () => {
      const house = await start({ sessionSampleMs: 100, logCollectMs: 100, logCollectPauseMs: 0 })
      const { gateways } = house.control.seed(house.projectId, { gateways: [{ name: 'gw-paris' }] })
      const path = `${base}/vpn-gateways/${gateways[0]}`
      const samples = () => house.asked.filter((call) => call.path.endsWith('/p2c-vpn-gateways')).map(({ by }) => by)
      const collections = () => house.asked.filter((call) => call.path.endsWith('/vpn-connection')).map(({ by }) => by)
      await until(() => samples().length >= 10 && collections().length >= 10)
      expect([new Set(samples()).size, new Set(collections()).size]).toEqual([1, 1])

      const [doomed, heir] = samples()[0] === 'first' ? [house.first, house.second] : [house.second, house.first]
      const one = await signedIn(browserAt(house, doomed.url))
      const other = await signedIn(browserAt(house, heir.url))
      const goOn = house.hold()
      const lost = one.send('PUT', path, { body: changeOf('gw-lyon') }).catch(() => 'lost')
      await until(() => house.asked.some(({ method }) => method === 'PUT'))
      const waiting = other.send('PUT', path, { body: changeOf('gw-nantes') })
      await until(async () => (await house.turns()) === 2)
      await doomed.kill()
      expect(await lost).toBe('lost')
      goOn()
      expect((await waiting).status).toBe(200)
      const changes = house.asked.filter(({ method }) => method === 'PUT')
      expect(changes.map(({ by }) => by)).toEqual([doomed.name, heir.name])
      expect((await gatewaysOf(other))[0]?.name).toBe('gw-nantes')
      const had = [samples().length, collections().length] as const
      await until(() => samples().length >= had[0] + 3 && collections().length >= had[1] + 3)
      expect([samples().at(-1), collections().at(-1)]).toEqual([heir.name, heir.name])
    })
  })
})
