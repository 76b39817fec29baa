// @vitest-environment node
import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awkwardText } from '../../testing/arbitrary-text.ts'
import { toRequestJson, type CodeRequest } from './code-request.ts'
import { toCurl, toCurlScript } from './curl.ts'
import { toHcloud } from './hcloud.ts'

const cloud = { vendor: 'huawei', region: 'eu-west-101', project_id: 'p-1' } as const

// No program can be given a NUL.
const text = awkwardText.map((one) => one.replaceAll('\0', ''))
const value = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}[0-9]$/), tie('node'), { maxKeys: 4 }),
  ),
})).node
const body = fc.record({ vpn_gateway: fc.record({ name: text, extra: value }) })

const createVgw = (sent: unknown): CodeRequest => ({ name: 'createVgw', input: { body: sent } })

/** The words that a real shell makes of a command. */
const wordsOf = (command: string): string[] =>
  execFileSync('sh', ['-c', `tell() { printf '%s\\001' "$@"; }; ${command.replace(/^(?:curl|hcloud)/, 'tell')}`], {
    env: { X_AUTH_TOKEN: 't-1' },
    encoding: 'utf8',
  })
    .split('\u0001')
    .slice(0, -1)

test('JSON gives the body back', () => {
  fc.assert(
    fc.property(body, (sent) => {
      expect(JSON.parse(toRequestJson([createVgw(sent)]))).toEqual(sent)
    }),
  )
})

describe('curl', () => {
  test('carries the body through a real shell', () => {
    fc.assert(
      fc.property(body, (sent) => {
        const words = wordsOf(toCurl(cloud, createVgw(sent)))
        expect(JSON.parse(words[words.indexOf('--data') + 1] ?? '')).toEqual(sent)
        expect(words).toContain('X-Auth-Token: t-1')
      }),
      { numRuns: 60 },
    )
  })

  test('has host, path and query of the row, in the region of the cloud', () => {
    const words = wordsOf(toCurl(cloud, { name: 'listVpnConnections', input: { query: { vgw_id: 'a b', limit: 5 } } }))
    expect(words).toEqual([
      '--silent',
      '--show-error',
      '--request',
      'GET',
      'https://vpn.eu-west-101.myhuaweicloud.com/v5/p-1/vpn-connection?vgw_id=a%20b&limit=5',
      '--header',
      'X-Auth-Token: t-1',
    ])
  })

  test('a script gets the token first, where the cloud gives it out', () => {
    const script = toCurlScript({ vendor: 'otc', region: 'eu-de', project_id: 'p-2' }, [
      { name: 'showVgw', input: { params: { vgw_id: 'g-1' } }, title: 'Read gw-paris' },
    ])
    expect(script).toContain('https://iam.eu-de.otc.t-systems.com/v3/auth/tokens?nocatalog=true')
    expect(script).toContain('# Read gw-paris\ncurl')
    expect(() => execFileSync('sh', ['-n', '-c', script])).not.toThrow()
    // curl itself is stood in for: it tells a header as the cloud would.
    const stub = `curl() { case "$*" in *auth/tokens*) printf 'X-Subject-Token: t-9\\r\\n';; *) printf '%s\\n' "$@";; esac; }`
    expect(execFileSync('sh', ['-c', `${stub}\n${script}`], { encoding: 'utf8' })).toContain('X-Auth-Token: t-9\n')
  })
})

describe('hcloud', () => {
  const leaves = (path: string, item: unknown): [string, string][] => {
    if (Array.isArray(item)) {
      return item.length === 0
        ? [[path, '[]']]
        : item.flatMap((one: unknown, index) => leaves(`${path}.${index + 1}`, one))
    }
    if (typeof item !== 'object' || item === null) return [[path, String(item)]]
    const entries = Object.entries(item)
    return entries.length === 0
      ? [[path, '{}']]
      : entries.flatMap(([key, one]: [string, unknown]) => leaves(`${path}.${key}`, one))
  }

  test('has an argument for each value, as a real shell reads it', () => {
    fc.assert(
      fc.property(body, (sent) => {
        const [service, name, region, project, ...fields] = wordsOf(toHcloud(cloud, createVgw(sent)))
        expect([service, name, region, project]).toEqual([
          'VPN',
          'CreateVgw',
          '--cli-region=eu-west-101',
          '--project_id=p-1',
        ])
        expect(fields).toEqual(
          leaves('vpn_gateway', sent.vpn_gateway).map(([path, one]) => `--vpn_gateway.${path.slice(12)}=${one}`),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('names the parameters of the path', () => {
    const command = toHcloud(cloud, { name: 'showVgw', input: { params: { vgw_id: 'g-1' } } })
    expect(wordsOf(command)).toContain('--vgw_id=g-1')
  })
})
