import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)
const compressible = /\.(?:js|css|html|svg|json)$/
const smallestBytes = 512

const compress = async (path: string) => {
  const bytes = await readFile(path)
  if (bytes.length < smallestBytes) return
  await writeFile(`${path}.br`, await toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  await writeFile(`${path}.gz`, await toGzip(bytes, { level: 9 }))
}

/** Puts a `.br` and a `.gz` next to each text file, so that the server never compresses at run time. */
export const precompress = (): Plugin => {
  let outDir = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        const files = await readdir(outDir, { recursive: true, withFileTypes: true })
        const paths = files
          .filter((file) => file.isFile() && compressible.test(file.name))
          .map((file) => join(file.parentPath, file.name))
        await Promise.all(paths.map(compress))
      },
    },
  }
}
