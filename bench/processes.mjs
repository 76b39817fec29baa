import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const file = (path) => fileURLToPath(new URL(path, import.meta.url))

const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (!address || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

const launch = async (path, env, health) => {
  const child = spawn(process.execPath, [file(path)], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`${path} ended with ${child.exitCode}.`)
    const isUp = await fetch(health).then(
      ({ status }) => status < 500,
      () => false,
    )
    if (isUp) return child
    await sleep(50)
  }
  throw new Error(`${path} did not answer.`)
}

const end = async (child) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

const key = { ak: 'BENCHACCESSKEY000001', sk: 'an-example-secret-key-of-forty-characters' }
const projectId = '0123456789abcdef0123456789abcdef'

/** An emulator with an estate in a process of its own. */
export const startEmulator = async (estate = 'demo') => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    EMULATOR_PORT: String(port),
    EMULATOR_AK: key.ak,
    EMULATOR_SK: key.sk,
    EMULATOR_PROJECT_ID: projectId,
    EMULATOR_ESTATE: estate,
    EMULATOR_CONTROL: '1',
  }
  const child = await launch('../apps/emulator/dist/server.js', env, url)
  const callsUrl = `${url}/control/projects/${projectId}/calls`
  return {
    url,
    projectId,
    key,
    /** How often the cloud saw an operation since the last time. */
    takeCalls: async (operation) => {
      /** @type {any} */
      const { counts } = await (await fetch(callsUrl)).json()
      await fetch(callsUrl, { method: 'DELETE' })
      return counts[operation] ?? 0
    },
    close: () => end(child),
  }
}

const adminPassword = 'bench-only-password'

const signIn = async (url) => {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ userName: 'admin', password: adminPassword }),
  })
  if (!response.ok) throw new Error(`Signing in failed with ${response.status}.`)
  /** @type {any} */
  const { clouds } = await response.json()
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return { cookie: cookie.join('; '), cloudId: clouds[0].id }
}

const residentBytes = (pid) => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024

/**
 * The console in front of an emulator, in a process of its own, with somebody signed in.
 * @param {Awaited<ReturnType<typeof startEmulator>>} emulator
 * @param {string} server
 */
export const startConsole = async (emulator, server = '../apps/bff/dist/server.js') => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'vpn-console-bench-'))
  const env = {
    CONSOLE_PORT: String(port),
    CONSOLE_DATA_DIR: folder,
    CONSOLE_ADMIN_PASSWORD: adminPassword,
    CONSOLE_LOG_LEVEL: 'warn',
    // Another build than the one in its place, for measuring a change beside it.
    ...(process.env['CONSOLE_WEB_DIR'] && { CONSOLE_WEB_DIR: process.env['CONSOLE_WEB_DIR'] }),
    CONSOLE_CLOUD_VENDOR: 'emulator',
    CONSOLE_ENDPOINT: emulator.url,
    HUAWEICLOUD_SDK_AK: emulator.key.ak,
    HUAWEICLOUD_SDK_SK: emulator.key.sk,
    HUAWEICLOUD_SDK_PROJECT_ID: emulator.projectId,
    HUAWEICLOUD_SDK_REGION: 'eu-west-101',
  }
  const child = await launch(server, env, `${url}/api/health`)
  return {
    url,
    ...(await signIn(url)),
    rss: () => residentBytes(child.pid),
    close: async () => {
      await end(child)
      rmSync(folder, { recursive: true })
    },
  }
}
