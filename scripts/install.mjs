import { statSync, utimesSync } from 'node:fs'
import { wasToldToStop } from './ending.mjs'
import { Refusal } from './refusal.mjs'
import { inProject, manifest } from './root.mjs'
import { run, timed } from './run.mjs'

// Written by pnpm at the end of an install.
const stamp = inProject('node_modules/.modules.yaml')
const lockfile = inProject('pnpm-lock.yaml')

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

export const isInstalled = () => changedAt(stamp) > 0 && changedAt(stamp) >= changedAt(lockfile)

/** Installs what the lock file names, when it is not there yet. */
export const install = async () => {
  if (isInstalled()) return
  console.log('Installing packages ...')
  const { result, seconds } = await timed(() =>
    run('npx', ['--yes', manifest.packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'], {
      quiet: true,
      // pnpm asks before it replaces a folder made by something else; nobody may be there to answer. A silent npm
      // must not silence the reason of a failure.
      env: { CI: 'true', npm_config_loglevel: 'warn' },
    }),
  )
  if (result.code !== 0) {
    if (!wasToldToStop()) process.stderr.write(result.output)
    throw new Refusal('The packages could not be installed; the lines above tell why.')
  }
  // An install that finds everything in place leaves the stamp as it was.
  const now = new Date()
  utimesSync(stamp, now, now)
  console.log(`Installed in ${seconds} s.`)
}
