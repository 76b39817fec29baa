import { build } from './build.mjs'
import { install } from './install.mjs'
import { inProject } from './root.mjs'
import { run } from './run.mjs'

/**
 * Builds what has changed and runs the benchmark, or the sections named.
 * @param {string[]} sections
 */
export const bench = async (sections) => {
  await install()
  const needsConsole = sections.length === 0 || sections.some((name) => name !== 'signing' && name !== 'call')
  await build(needsConsole ? { projects: ['apps/emulator', 'apps/bff'], web: true } : { projects: [] })
  const { code } = await run(process.execPath, [inProject('bench/run.mjs'), ...sections])
  return code
}
