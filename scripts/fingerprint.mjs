import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const skipped = new Set(['node_modules', 'dist'])

/** @returns {string[]} */
const filesUnder = (path) => {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return [path]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name) || entry.name.includes('.spec.')) return []
    return entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]
  })
}

/**
 * One hash over names and contents of files and folders; tests and what is built do not count.
 * @param {string} root
 * @param {string[]} paths
 */
export const fingerprint = (root, paths) => {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(join(root, path))).toSorted()) {
    const bytes = readFileSync(file)
    // The length keeps two files from passing for one.
    hash.update(`${relative(root, file)}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}
