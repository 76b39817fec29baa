import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const key = { HUAWEICLOUD_SDK_AK: 'AKPARIS', HUAWEICLOUD_SDK_SK: 'sk-of-paris', HUAWEICLOUD_SDK_REGION: 'eu-west-101' }

const problems = (env: Record<string, string | undefined>) => {
  try {
    readConfig(env)
  } catch (error) {
    return error instanceof ConfigError ? error.problems : error
  }
  return []
}

describe('readConfig', () => {
  test('takes an account from a key and a region, and has a default for the rest', () => {
    expect(readConfig(key)).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      dataDir: expect.stringMatching(/\/\.data$/),
      webDir: expect.stringMatching(/\/apps\/web\/dist$/),
      trustProxy: 0,
      logLevel: 'info',
      metrics: false,
      adminPassword: undefined,
      cloud: { id: 'default', name: 'Huawei Cloud', vendor: 'huawei', region: 'eu-west-101', endpoint: undefined },
      tuning: { logKeepMs: 2_592_000_000, logKeepLines: 10_000, logCollectMs: 600_000 },
    })
  })

  test('says how much of the connection logs is kept, down to nothing', () => {
    const env = { ...key, CONSOLE_LOG_KEEP_DAYS: '0', CONSOLE_LOG_KEEP_LINES: '50', CONSOLE_LOG_COLLECT_MINUTES: '0' }
    expect(readConfig(env).tuning).toMatchObject({ logKeepMs: 0, logKeepLines: 50, logCollectMs: 0 })
  })

  test('keeps its data in a file, or in PostgreSQL, whose password it never repeats', () => {
    expect(readConfig(key).databaseUrl).toBeUndefined()
    const sealing = { CONSOLE_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }
    for (const scheme of ['postgres', 'postgresql']) {
      const url = `${scheme}://console:p%40ss@db.example.org:5432/console`
      expect(readConfig({ ...key, ...sealing, DATABASE_URL: url }).databaseUrl).toBe(url)
      expect(problems({ ...key, DATABASE_URL: url })).toEqual([expect.stringMatching(/^Set CONSOLE_MASTER_KEY too/)])
    }
    const wrong = ['mysql://console:p4ss@db/console', 'postgres', 'postgres://console:p4ss%zz@db/console', '/var/p4ss']
    for (const url of wrong) {
      const told = [
        expect.stringMatching(/^DATABASE_URL must be the address of a PostgreSQL database: (?!.*p4ss).*\.$/),
      ]
      expect(problems({ ...key, ...sealing, DATABASE_URL: url })).toEqual(told)
    }
  })

  test('an account in the environment is no must: administrators add theirs', () => {
    expect(readConfig({}).cloud).toBeUndefined()
  })

  test('an empty variable is one that is not set', () => {
    const config = readConfig({ ...key, CONSOLE_PORT: '', CONSOLE_ADMIN_PASSWORD: '', HUAWEICLOUD_SDK_PROJECT_ID: '' })
    expect(config).toMatchObject({ port: 8080, adminPassword: undefined })
    expect(config.cloud?.projectId).toBeUndefined()
  })

  test('takes an endpoint for all services, and one for each', () => {
    const { cloud } = readConfig({
      ...key,
      CONSOLE_ENDPOINT: 'http://127.0.0.1:8081',
      CONSOLE_ENDPOINT_VPN: 'https://vpn.example.org',
      CONSOLE_ENDPOINT_IAM: 'https://iam.example.org',
    })
    expect(cloud).toMatchObject({
      endpoint: 'http://127.0.0.1:8081',
      endpoints: { vpn: 'https://vpn.example.org', iam: 'https://iam.example.org' },
    })
  })

  test('takes temporary keys, or a user and password', () => {
    expect(readConfig({ ...key, HUAWEICLOUD_SDK_SECURITY_TOKEN: 'token' }).cloud?.credentials).toEqual({
      ak: 'AKPARIS',
      sk: 'sk-of-paris',
      securityToken: 'token',
    })
    const user = { CONSOLE_CLOUD_USER: 'paris', CONSOLE_CLOUD_PASSWORD: 'word', CONSOLE_CLOUD_DOMAIN: 'ville' }
    expect(readConfig({ ...user, HUAWEICLOUD_SDK_REGION: 'eu-de' }).cloud).toMatchObject({
      vendor: 'otc',
      credentials: { user: 'paris', password: 'word', domain: 'ville' },
    })
  })

  test.each<[string, Record<string, string | undefined>, RegExp]>([
    ['no key', { ...key, HUAWEICLOUD_SDK_AK: undefined, HUAWEICLOUD_SDK_SK: undefined }, /Set HUAWEICLOUD_SDK_AK and/],
    ['half a key', { ...key, HUAWEICLOUD_SDK_SK: '' }, /Set HUAWEICLOUD_SDK_SK too/],
    ['the other half', { ...key, HUAWEICLOUD_SDK_AK: '' }, /Set HUAWEICLOUD_SDK_AK too/],
    [
      'half a sign-in',
      { HUAWEICLOUD_SDK_REGION: 'eu-de', CONSOLE_CLOUD_USER: 'a' },
      /Set all three of CONSOLE_CLOUD_USER/,
    ],
    ['no region', { ...key, HUAWEICLOUD_SDK_REGION: '' }, /Set HUAWEICLOUD_SDK_REGION/],
    ['a region that is none', { ...key, HUAWEICLOUD_SDK_REGION: 'Paris!' }, /HUAWEICLOUD_SDK_REGION must be/],
    ['a word for a port', { ...key, CONSOLE_PORT: 'http' }, /CONSOLE_PORT must be a whole number from 0 to 65535/],
    ['a port too high', { ...key, CONSOLE_PORT: '70000' }, /CONSOLE_PORT must be a whole number from 0 to 65535/],
    ['a short password', { ...key, CONSOLE_ADMIN_PASSWORD: 'short' }, /CONSOLE_ADMIN_PASSWORD must have at least 8/],
    ['an open host', { ...key, CONSOLE_HOST: '0.0.0.0' }, /set CONSOLE_PUBLIC_URL to the https address/],
    ['an open address', { ...key, CONSOLE_PUBLIC_URL: 'http://vpn.example.org' }, /must be an https address/],
    ['no address', { ...key, CONSOLE_PUBLIC_URL: 'vpn.example.org' }, /CONSOLE_PUBLIC_URL must be an http or https/],
    ['no endpoint', { ...key, CONSOLE_ENDPOINT_LTS: 'lts' }, /CONSOLE_ENDPOINT_LTS must be an http or https/],
    ['a level', { ...key, CONSOLE_LOG_LEVEL: 'loud' }, /CONSOLE_LOG_LEVEL must be/],
    ['a yes', { ...key, CONSOLE_METRICS: 'yes' }, /CONSOLE_METRICS must be 0 or 1/],
    ['a master key that is none', { ...key, CONSOLE_MASTER_KEY: 'c2hvcnQ=' }, /CONSOLE_MASTER_KEY must be 32 bytes/],
    ['a vendor', { ...key, CONSOLE_CLOUD_VENDOR: 'aws' }, /CONSOLE_CLOUD_VENDOR must be/],
    ['an id', { ...key, CONSOLE_CLOUD_ID: '../x' }, /CONSOLE_CLOUD_ID must be/],
  ])('%s gives one sentence', (_name, env, sentence) => {
    expect(problems(env)).toEqual([expect.stringMatching(sentence)])
  })

  test('names every wrong setting at once, and repeats no secret', () => {
    const found = problems({ ...key, CONSOLE_PORT: 'x', CONSOLE_ADMIN_PASSWORD: 'hush', CONSOLE_ENDPOINT_VPN: 'y' })
    expect(found).toHaveLength(3)
    expect(String(found)).not.toContain('hush')
  })

  test('others may reach it behind https, or a loopback address of another name', () => {
    expect(problems({ ...key, CONSOLE_HOST: '0.0.0.0', CONSOLE_PUBLIC_URL: 'https://vpn.example.org' })).toEqual([])
    expect(problems({ ...key, CONSOLE_HOST: '0.0.0.0', CONSOLE_PUBLIC_URL: 'http://localhost:8080' })).toEqual([])
  })
})
