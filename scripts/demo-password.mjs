import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// No 0, 1, I, O or l: it is read from a terminal and typed.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'

const generate = () => {
  const signs = [...randomBytes(64)]
    .filter((byte) => byte < letters.length * 4)
    .map((byte) => letters[byte % letters.length])
  return [0, 4, 8, 12].map((at) => signs.slice(at, at + 4).join('')).join('-')
}

/**
 * Password of the demo administrator: generated once, and the same at every later start. It is kept readable for its
 * owner alone, in the demo's folder: it opens nothing but an emulator on this machine.
 * @param {string} folder
 */
export const demoPassword = (folder) => {
  const file = join(folder, 'admin-password')
  try {
    const kept = readFileSync(file, 'utf8').trim()
    if (kept.length >= 8) return kept
  } catch {
    // The first start.
  }
  const password = generate()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return password
}
