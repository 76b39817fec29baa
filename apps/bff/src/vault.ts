import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const keyBytes = 32
const nonceBytes = 12

/** What was sealed cannot be opened: with another master key, for another place, or after it was altered. */
export class SealBroken extends Error {}

/** A master key from its text: 32 bytes as base64. */
export const readMasterKey = (text: string): Buffer | undefined => {
  const key = Buffer.from(text.trim(), 'base64')
  return key.length === keyBytes ? key : undefined
}

/** The master key in the console's folder; made at the first start, for its owner's eyes alone. */
export const masterKeyFile = (dataDir: string): Buffer => {
  const path = join(dataDir, 'master.key')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    // Fails where the file is there: of two starts at once, one makes it.
    writeFileSync(path, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  chmodSync(path, 0o600)
  const key = readMasterKey(readFileSync(path, 'utf8'))
  if (!key) throw new Error(`${path} holds no master key: it must be 32 bytes as base64.`)
  return key
}

const derive = (master: Buffer, purpose: string) => Buffer.from(hkdfSync('sha256', master, '', purpose, keyBytes))

/**
 * Keeps secrets of the console's own database: AES-256-GCM under the master key, each bound to its place (`context`,
 * such as `cloud_accounts/<id>`), so that one row's secret cannot be put into another.
 */
export const createVault = (master: Buffer) => {
  const sealing = derive(master, 'seal')
  const id = createHash('sha256').update(derive(master, 'id')).digest('hex').slice(0, 8)
  return {
    /** Which master key this is; it says nothing about the key. */
    id,
    seal: (text: string, context: string): string => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(context))
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${id}.${nonce.toString('base64url')}.${data.toString('base64url')}`
    },
    open: (sealed: string, context: string): string => {
      const [version, keyId, nonce = '', data = ''] = sealed.split('.')
      if (version !== 'v1' || keyId !== id) throw new SealBroken('This was sealed with another master key.')
      try {
        const bytes = Buffer.from(data, 'base64url')
        const decipher = createDecipheriv('aes-256-gcm', sealing, Buffer.from(nonce, 'base64url'))
        decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16))
        return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new SealBroken('What was sealed was altered, or belongs elsewhere.', { cause })
      }
    },
    /** A keyed hash, base64url: for links that nobody else can make, and marks that nobody else can set. */
    sign: (purpose: string, text: string): string =>
      createHmac('sha256', derive(master, `sign ${purpose}`))
        .update(text)
        .digest('base64url'),
  }
}
export type Vault = ReturnType<typeof createVault>
