import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inProject } from './root.mjs'

// What the repository promises about itself. Each test names the files that break the promise.

const skipped = new Set(['node_modules', 'dist', 'fixtures', '.git', '.data', 'test-results', 'playwright-report'])

const filesUnder = (folder: string): string[] =>
  existsSync(inProject(folder))
    ? readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) => {
        if (skipped.has(entry.name)) return []
        const path = join(folder, entry.name)
        return entry.isDirectory() ? filesUnder(path) : [path]
      })
    : []

const read = (path: string) => readFileSync(inProject(path), 'utf8')
const everything = filesUnder('.').map((path) => normalize(path))
const code = everything.filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
const isTest = (path: string) => /\.(?:spec|e2e)\.tsx?$|^e2e\/|\/src\/testing\//.test(path)

type Import = { from: string; to: string; isLazy: boolean }

/** Static and dynamic imports of a file; relative ones as a path in the repository. */
const importsOf = (from: string): Import[] =>
  [...read(from).matchAll(/(?:^|\s)(?:from|import)\s*(\(?)\s*['"]([^'"\n]+)['"]/g)].map(([, call, specifier = '']) => ({
    from,
    isLazy: call === '(',
    to: specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier,
  }))

const imports = code.flatMap(importsOf)
const shown = (broken: Import[]) => broken.map(({ from, to }) => `${from} imports ${to}`)
const roomOf = (path: string) => /^(?:apps|packages)\/[^/]+/.exec(path)?.[0]
const featureOf = (path: string) => /^apps\/web\/src\/features\/([^/]+)/.exec(path)?.[1]

describe('sizes', () => {
  const lengths = code.map((path) => ({ path, lines: read(path).split('\n').length - 1 }))

  test('no file has more than 400 lines', () => {
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([])
  })

  test('nine files in ten have at most 250 lines', () => {
    const long = lengths.filter(({ lines }) => lines > 250)
    expect(long.length / lengths.length, JSON.stringify(long)).toBeLessThanOrEqual(0.1)
  })
})

describe('who may import what', () => {
  test('the search for imports finds the usual forms', () => {
    expect(imports).toContainEqual({ from: 'scripts/repository.spec.ts', to: 'scripts/root.mjs', isLazy: false })
    expect(imports).toContainEqual({ from: 'scripts/commands.mjs', to: 'scripts/test.mjs', isLazy: true })
    expect(imports).toContainEqual({ from: 'scripts/repository.spec.ts', to: 'vitest', isLazy: false })
  })

  test('a relative import stays in its app or package', () => {
    const broken = imports.filter(({ from, to }) => {
      const room = roomOf(from)
      return room !== undefined && roomOf(to) !== undefined && roomOf(to) !== room
    })
    expect(shown(broken)).toEqual([])
  })

  test('an app imports no app, but its tests may', () => {
    const broken = imports.filter(
      ({ from, to }) => from.startsWith('apps/') && !isTest(from) && /^@vpn-console\/(?!api-client)/.test(to),
    )
    expect(shown(broken)).toEqual([])
  })

  test('a package imports nothing of ours', () => {
    const broken = imports.filter(({ from, to }) => from.startsWith('packages/') && to.startsWith('@vpn-console/'))
    expect(shown(broken)).toEqual([])
  })

  test('the package is imported by its two entries alone', () => {
    const broken = imports.filter(({ to }) => /^@vpn-console\/api-client\/(?!node$)/.test(to))
    expect(shown(broken)).toEqual([])
  })

  test('ui and api know no feature, layout or route', () => {
    const broken = imports.filter(
      ({ from, to }) =>
        /^apps\/web\/src\/(?:ui|api)\//.test(from) && /^apps\/web\/src\/(?:features\/|layouts\/|routes)/.test(to),
    )
    expect(shown(broken)).toEqual([])
  })

  test('features know neither the routes nor each other, but as parts of a page that are loaded when they are opened', () => {
    const broken = imports.filter(({ from, to, isLazy }) => {
      const feature = featureOf(from)
      if (!feature) return false
      const other = featureOf(to)
      return (other !== undefined && other !== feature && !isLazy) || to.startsWith('apps/web/src/routes')
    })
    expect(shown(broken)).toEqual([])
  })
})

describe('keys stay out of the browser', () => {
  test('the web app does not import the entry that signs', () => {
    const broken = imports.filter(
      ({ from, to }) => from.startsWith('apps/web/') && to === '@vpn-console/api-client/node',
    )
    expect(shown(broken)).toEqual([])
  })

  test('the browser entry reaches no file that signs, and nothing of Node', () => {
    const reached = new Set<string>()
    const foreign: Import[] = []
    const visit = (file: string) => {
      if (reached.has(file)) return
      reached.add(file)
      for (const found of importsOf(file)) {
        if (found.to.startsWith('packages/')) visit(found.to)
        else if (found.to.startsWith('node:') || found.to === 'undici') foreign.push(found)
      }
    }
    visit('packages/api-client/src/index.ts')
    expect(reached).toContain('packages/api-client/src/catalogue/catalogue.ts')
    expect(shown(foreign)).toEqual([])
    expect([...reached].filter((file) => file.includes('/signing/'))).toEqual([])
  })
})

test('only config.ts reads the environment of an app', () => {
  const broken = code.filter(
    (path) =>
      /^(?:apps|packages)\//.test(path) &&
      !isTest(path) &&
      !path.endsWith('/config.ts') &&
      read(path).includes('process.env'),
  )
  expect(broken).toEqual([])
})

describe('the lock file', () => {
  const lock = read('pnpm-lock.yaml')

  test('names every package of the workspace', () => {
    const packages = everything.filter((path) => /^(?:(?:apps|packages)\/[^/]+|e2e)\/package\.json$/.test(path))
    expect(packages.length).toBeGreaterThan(3)
    expect(packages.filter((path) => !lock.includes(`\n  ${dirname(path)}:\n`))).toEqual([])
  })

  test('leaves it to the reader which registry packages come from', () => {
    expect(lock.match(/https?:\/\/\S+/g) ?? []).toEqual([])
  })
})

test('no file tells where it was written', () => {
  // Put together here, so that this file is not the first to break the rule.
  const places = [
    ['', 'work', ''].join('/'),
    ['', 'root', ''].join('/'),
    ['registry', 'npm'].join('.'),
    ['npm', 'mirror'].join(''),
  ]
  const texts = everything.filter((path) => !/\.(?:png|ico|woff2|tsbuildinfo)$/.test(path))
  const broken = texts.flatMap((path) => {
    const text = read(path)
    return places.filter((place) => text.includes(place)).map((place) => `${path} says ${place}`)
  })
  expect(broken).toEqual([])
})
