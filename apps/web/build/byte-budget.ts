import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Logger, Plugin } from 'vite'

type Budget = { jsBytes: number; cssBytes: number; requests: number }

/** The page itself, its icon, and what the first page asks of the API: session, gateways, and two lists of names. */
const otherRequests = 6

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`

/** Fails the build when the first load of the first page outgrows its budget, counted as it is sent: gzip. */
export const byteBudget = (budget: Budget): Plugin => {
  let outDir = ''
  let logger: Logger | undefined
  return {
    name: 'byte-budget',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
      logger = config.logger
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        const html = await readFile(join(outDir, 'index.html'), 'utf8')
        const names = [...html.matchAll(/(?:href|src)="\/([^"]+\.(?:js|css))"/g)].map(([, name = '']) => name)
        const files = await Promise.all(
          names.map(async (name) => ({
            name,
            bytes: gzipSync(await readFile(join(outDir, name)), { level: 9 }).length,
          })),
        )
        const sum = (kind: string) =>
          files.filter(({ name }) => name.endsWith(kind)).reduce((total, { bytes }) => total + bytes, 0)
        const [js, css, requests] = [sum('.js'), sum('.css'), files.length + otherRequests]
        const words = `First load: ${kb(js)} JS, ${kb(css)} CSS (gzip), ${requests} requests`
        if (js > budget.jsBytes || css > budget.cssBytes || requests > budget.requests) {
          const limits = `${kb(budget.jsBytes)} JS, ${kb(budget.cssBytes)} CSS, ${budget.requests} requests`
          throw new Error(`${words}. The budget is ${limits}.`)
        }
        logger?.info(words)
      },
    },
  }
}
