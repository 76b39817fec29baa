import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { ownError } from '@vpn-console/api-client'
import { Router, type Request, type Response } from 'express'
import { etagOf } from '../etag.ts'

type Variant = { path: string; etag: string }
type WebFile = Variant & { encoded: (Variant & { encoding: 'br' | 'gzip' })[] }

const extension = { br: '.br', gzip: '.gz' } as const
const compressed = /\.(?:br|gz)$/

// Not by time and size, as usual: two replicas of one version must agree.
const variantOf = (path: string): Variant => ({ path, etag: etagOf(readFileSync(path)) })

/** Every file of the built web app by its URL. The list is closed: a path that is not in it leads nowhere. */
const listFiles = (folder: string): Map<string, WebFile> => {
  if (!existsSync(folder)) return new Map()
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const known = new Set(paths)
  const files = paths
    .filter((path) => !compressed.test(path))
    .map((path): [string, WebFile] => {
      const encoded = (['br', 'gzip'] as const).flatMap((encoding) => {
        const file = path + extension[encoding]
        return known.has(file) ? [{ ...variantOf(file), encoding }] : []
      })
      return [`/${relative(folder, path).split(sep).join('/')}`, { ...variantOf(path), encoded }]
    })
  return new Map(files)
}

// What is in assets/ carries a hash of its content in its name, so it never changes.
const cacheControl = (url: string) => (url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')

const sendFile = (request: Request, response: Response, url: string, file: WebFile) => {
  const encoded = file.encoded.find(({ encoding }) => request.acceptsEncodings(encoding) === encoding)
  response.vary('Accept-Encoding')
  response.setHeader('Cache-Control', cacheControl(url))
  response.setHeader('ETag', encoded?.etag ?? file.etag)
  response.type(extname(file.path) || 'bin')
  if (encoded) response.setHeader('Content-Encoding', encoded.encoding)
  // A dot in the folder's own path is none of the request's doing.
  response.sendFile(encoded?.path ?? file.path, { cacheControl: false, acceptRanges: false, dotfiles: 'allow' })
}

const isNavigation = (request: Request) =>
  !request.path.startsWith('/assets/') && request.headers.accept?.includes('text/html') === true

/** The web app: its files, and its page for every address that a person may open. */
export const webFiles = (folder: string): Router => {
  const files = listFiles(folder)
  const page = files.get('/index.html')
  const router = Router()
  router.get('/{*path}', (request, response, next) => {
    const file = request.path === '/' ? undefined : files.get(request.path)
    if (file) {
      sendFile(request, response, request.path, file)
      return
    }
    if (!isNavigation(request)) {
      next()
      return
    }
    if (!page) throw ownError('CONSOLE.NOT_FOUND', 'The web app is not built.')
    sendFile(request, response, '/index.html', page)
  })
  return router
}
