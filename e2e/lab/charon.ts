import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'

const run = promisify(execFile)

const plugins =
  'random nonce openssl aes md5 sha1 sha2 hmac gcm kdf pem x509 pubkey kernel-libipsec kernel-netlink socket-default vici updown'

const settings = (folder: string) => `charon-systemd {
  load_modular = no
  load = ${plugins}
  filelog {
    log {
      path = ${folder}/charon.log
      default = 1
      flush_line = yes
    }
  }
  plugins {
    vici {
      socket = unix://${folder}/vici
    }
  }
}
swanctl {
  load =
}
`

export type Charon = {
  /** Loads a swanctl.conf as it is. */
  load: (configuration: string) => Promise<void>
  /** The security associations as swanctl lists them. */
  list: () => Promise<string>
  initiate: (child: string) => Promise<void>
  terminate: (ike: string) => Promise<void>
  log: () => string
  close: () => Promise<void>
}

/** A real IKE daemon in a network namespace, with ESP in userspace. */
export const startCharon = async (namespace: string): Promise<Charon> => {
  const folder = mkdtempSync(join(tmpdir(), 'vpnlab-'))
  const settingsFile = join(folder, 'strongswan.conf')
  const env = { ...process.env, STRONGSWAN_CONF: settingsFile }
  writeFileSync(settingsFile, settings(folder))
  const child = spawn('ip', ['netns', 'exec', namespace, 'charon-systemd'], { env, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const log = () => (existsSync(join(folder, 'charon.log')) ? readFileSync(join(folder, 'charon.log'), 'utf8') : '')
  const swanctl = async (...args: string[]) =>
    (await run('swanctl', [...args, '--uri', `unix://${folder}/vici`], { env, cwd: folder })).stdout
  await expect.poll(() => existsSync(join(folder, 'vici')), { message: 'the daemon listens' }).toBe(true)
  return {
    load: async (configuration) => {
      const file = join(folder, 'swanctl.conf')
      writeFileSync(file, configuration, { mode: 0o600 })
      await swanctl('--load-all', '--file', file)
    },
    list: () => swanctl('--list-sas'),
    initiate: async (child) => {
      await swanctl('--initiate', '--child', child, '--timeout', '10')
    },
    terminate: async (ike) => {
      await swanctl('--terminate', '--ike', ike)
    },
    log,
    close: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000)
      await ended
      clearTimeout(timer)
      rmSync(folder, { recursive: true })
    },
  }
}
