import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verdictOf } from './dependency-audit.mjs'
import { inProject } from './root.mjs'

type Manifest = Partial<Record<'dependencies' | 'devDependencies' | 'scripts', Record<string, string>>>

const packages = [
  '.',
  'e2e',
  ...['apps', 'packages'].flatMap((room) => readdirSync(inProject(room)).map((name) => join(room, name))),
]
const manifests = packages.map((path) => ({
  path,
  // Ours, and pnpm refuses one of another shape.
  manifest: JSON.parse(readFileSync(inProject(join(path, 'package.json')), 'utf8')) as Manifest,
}))
const lock = readFileSync(inProject('pnpm-lock.yaml'), 'utf8')
const workspace = readFileSync(inProject('pnpm-workspace.yaml'), 'utf8')

describe('what is installed', () => {
  test('is pinned to exact versions', () => {
    const loose = manifests.flatMap(({ path, manifest: { dependencies, devDependencies } }) =>
      Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => version !== 'workspace:*' && !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${path}: ${name} ${version}`),
    )
    expect(manifests.length).toBeGreaterThan(4)
    expect(loose).toEqual([])
  })

  test('is known by the hash of its content, each package of it', () => {
    const resolutions = lock.match(/^ {4}resolution: .*$/gm) ?? []
    expect(resolutions.length).toBeGreaterThan(100)
    expect(resolutions.filter((line) => !/^ {4}resolution: \{integrity: sha512-[\w+/=]+\}$/.test(line))).toEqual([])
  })

  test('runs nothing of its own while it is installed', () => {
    expect(workspace).toMatch(/^onlyBuiltDependencies: \[\]$/m)
    const hooks = manifests.flatMap(({ path, manifest: { scripts = {} } }) =>
      Object.keys(scripts)
        .filter((name) => /^(?:pre|post)?(?:install|prepare|pack|publish)/.test(name))
        .map((name) => `${path}: ${name}`),
    )
    expect(hooks).toEqual([])
  })
})

describe('the verdict of an audit', () => {
  test.each([
    [0, 'No known vulnerabilities found', 0],
    [1, '1 vulnerabilities found\nSeverity: 1 high', 1],
    [1, 'ERR_PNPM_AUDIT_BAD_RESPONSE  The audit endpoint responded with 405', 3],
    [1, 'request failed, reason: getaddrinfo ENOTFOUND', 3],
  ])('of an end with %i and %j is %i', (code, output, exitCode) => {
    expect(verdictOf({ code, output }).exitCode).toBe(exitCode)
  })
})
