import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Absolute path of something in the project. */
export const inProject = (path = '') => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
