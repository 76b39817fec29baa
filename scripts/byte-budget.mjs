import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { inProject } from './root.mjs'

const dist = inProject('apps/web/dist')
/** The page whose first load is held to the budget, beside the entry. */
const page = 'GatewayListPage.tsx'

export const budget = { jsBytes: 300_000, cssBytes: 95_000, requests: 20 }

/**
 * @typedef {{ file: string, src?: string, isEntry?: boolean, imports?: string[], css?: string[] }} Chunk
 * @typedef {Record<string, Chunk>} Manifest
 */

/**
 * Files that a browser loads before it can show the page: the chunks, what they import statically, and their styles.
 * @param {Manifest} manifest
 * @param {string[]} roots
 */
export const filesOf = (manifest, roots) => {
  const seen = new Set()
  const files = new Set()
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    files.add(chunk.file)
    for (const style of chunk.css ?? []) files.add(style)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const root of roots) visit(root)
  return files
}

/** Local files that the HTML itself asks for: scripts, styles, icons, preloads. */
const filesOfHtml = (html) => [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path)

// As it is sent: the build compresses once, so it takes the time it needs.
const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length

/** Gzipped bytes and number of requests of the first load of the gateway list, without the calls to the API. */
export const firstLoad = () => {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  const pages = Object.keys(manifest).filter((key) => key.endsWith(`/${page}`))
  if (pages.length === 0) throw new Error(`The web build has no chunk for ${page}.`)
  const html = filesOfHtml(readFileSync(join(dist, 'index.html'), 'utf8'))
  const files = new Set([
    ...html.filter((file) => existsSync(join(dist, file))),
    ...filesOf(manifest, [...entries, ...pages]),
  ])
  const bytesOf = (ending) =>
    [...files].filter((file) => file.endsWith(ending)).reduce((bytes, file) => bytes + gzipped(file), 0)
  // The document itself is a request, too.
  return { jsBytes: bytesOf('.js'), cssBytes: bytesOf('.css'), requests: files.size + 1 }
}

const shown = { jsBytes: 'JavaScript, gzip', cssBytes: 'CSS, gzip', requests: 'requests' }
const amount = (key, value) => (key === 'requests' ? `${value}` : `${(value / 1000).toFixed(1)} KB`)

/** Holds the first load to the budget; one line for each part. */
export const checkBudget = () => {
  const found = firstLoad()
  const lines = Object.entries(budget).map(([key, limit]) => {
    const over = found[key] > limit ? '  OVER BUDGET' : ''
    return `  ${shown[key].padEnd(18)}${amount(key, found[key])} of ${amount(key, limit)}${over}`
  })
  return { ok: Object.entries(budget).every(([key, limit]) => found[key] <= limit), lines }
}

/** Built scripts that contain the request signer: it needs the secret key, which no browser may have. */
export const scriptsWithSigner = () =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .filter((file) => /(?:SDK|V11)-HMAC-SHA256/.test(readFileSync(join(dist, file), 'utf8')))
