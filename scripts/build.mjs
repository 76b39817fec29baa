import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { wasToldToStop } from './ending.mjs'
import { fingerprint } from './fingerprint.mjs'
import { Refusal } from './refusal.mjs'
import { inProject } from './root.mjs'
import { run, timed } from './run.mjs'

const webInputs = ['apps/web', 'packages/api-client/src', 'pnpm-lock.yaml', 'tsconfig.base.json']
const webOutput = 'apps/web/dist/index.html'
const webStamp = inProject('node_modules/.cache/vpn-console/web-build')

/** Compiles projects; TypeScript itself knows what has changed. */
export const compile = (...projects) => run(inProject('node_modules/.bin/tsc'), ['-b', ...projects], { quiet: true })

/** Builds the web app into apps/web/dist. */
export const buildWeb = async () => {
  const inputs = fingerprint(inProject(), webInputs)
  rmSync(webStamp, { force: true })
  const cwd = inProject('apps/web')
  const result = await run(inProject('apps/web/node_modules/.bin/vite'), ['build'], { cwd, quiet: true })
  if (result.code === 0) {
    mkdirSync(dirname(webStamp), { recursive: true })
    writeFileSync(webStamp, inputs)
  }
  return result
}

const webIsBuilt = () =>
  existsSync(inProject(webOutput)) &&
  existsSync(webStamp) &&
  readFileSync(webStamp, 'utf8') === fingerprint(inProject(), webInputs)

const orRefuse = ({ code, output }, what) => {
  if (code === 0) return
  if (!wasToldToStop()) process.stderr.write(output)
  throw new Refusal(`${what} could not be built; the lines above tell why.`)
}

/**
 * Builds what has changed since the last time.
 * @param {{ projects: string[], web?: boolean }} what
 */
export const build = async ({ projects, web = false }) => {
  const needsWeb = web && !webIsBuilt()
  if (needsWeb || !projects.every((project) => existsSync(inProject(`${project}/dist`)))) console.log('Building ...')
  const { seconds } = await timed(async () => {
    // The web build and the servers both read the package's output.
    orRefuse(await compile('packages/api-client'), 'The package')
    const [servers, page] = await Promise.all([
      compile('packages/api-client', ...projects),
      needsWeb ? buildWeb() : undefined,
    ])
    orRefuse(servers, 'The servers')
    if (page) orRefuse(page, 'The web app')
  })
  if (needsWeb) console.log(`Built in ${seconds} s.`)
}
