import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { openBrowser } from './testing/console.ts'

const program = fileURLToPath(new URL('../dist/server.js', import.meta.url))
beforeAll(() => {
  expect(existsSync(program), 'the BFF is built: run tsc -b').toBe(true)
})

/** Runs the built server as a process of its own. */
const run = (env: Record<string, string>) => {
  const folder = mkdtempSync(join(tmpdir(), 'vpn-console-run-'))
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env['PATH'],
      CONSOLE_PORT: '0',
      CONSOLE_DATA_DIR: folder,
      CONSOLE_LOG_LEVEL: 'silent',
      HUAWEICLOUD_SDK_AK: 'AKPARIS',
      HUAWEICLOUD_SDK_SK: 'sk-of-paris',
      HUAWEICLOUD_SDK_REGION: 'eu-west-101',
      HUAWEICLOUD_SDK_PROJECT_ID: 'project-paris',
      ...env,
    },
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true })
  })
  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output)
        if (found) resolve(found)
      }
      child.stdout.on('data', look)
      child.once('exit', () => reject(new Error(`ended: ${errors}`)))
      look()
    })
  return { child, ended, said, output: () => output, errors: () => errors }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'it says where it listens and how to sign in, and %s ends it',
  async (signal) => {
    const { child, ended, said } = run({})
    const [, password = '', url = ''] = await said(/^Sign in as admin with the password (\S+)\n.*listens on (\S+)\n/)
    expect((await openBrowser(url).signIn('admin', password)).status).toBe(200)
    child.kill(signal)
    expect(await ended).toBe(0)
  },
)

test('a given password is not printed', async () => {
  const { said, output } = run({ CONSOLE_ADMIN_PASSWORD: 'correct-horse' })
  const [, url = ''] = await said(/listens on (\S+)\n/)
  expect((await openBrowser(url).signIn('admin', 'correct-horse')).status).toBe(200)
  expect(output()).not.toContain('correct-horse')
})

test('a wrong setting gives one sentence and ends it', async () => {
  const { ended, errors } = run({ CONSOLE_PORT: 'http' })
  expect(await ended).toBe(1)
  expect(errors()).toBe('CONSOLE_PORT must be a whole number from 0 to 65535.\n')
})

test('a taken port gives one sentence and ends it, but the new password is told', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    other.close()
  })
  // A server that listens on a port has an address of this kind.
  const { port } = other.address() as AddressInfo
  const { ended, errors, output } = run({ CONSOLE_PORT: String(port) })
  expect(await ended).toBe(1)
  expect(output()).toMatch(/^Sign in as admin with the password \S+\n$/)
  expect(errors()).toBe(`Port ${port} is taken: stop what uses it, or set CONSOLE_PORT to another.\n`)
})

test('a data folder that cannot be used gives one sentence and ends it', async () => {
  const { ended, errors } = run({ CONSOLE_DATA_DIR: '/dev/null/data' })
  expect(await ended).toBe(1)
  expect(errors()).toMatch(/^The folder \/dev\/null\/data cannot be used for the console's data \(\w+\)\.\n$/)
})

test('a database that is not there gives one sentence without its password and ends it', async () => {
  const { ended, errors, output } = run({
    DATABASE_URL: 'postgresql://console:p4ss@127.0.0.1:1/console',
    CONSOLE_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  })
  expect(await ended).toBe(1)
  expect(output()).toBe('')
  expect(errors()).toBe(
    "The console's database at 127.0.0.1:1/console cannot be used (nothing listens there): check DATABASE_URL.\n",
  )
})
