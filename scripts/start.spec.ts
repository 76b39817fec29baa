import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { nodeProblem } from './node-version.mjs'
import { inProject } from './root.mjs'

const execute = promisify(execFile)

/** What a command prints on stderr and ends with, when it refuses before it installs or builds anything. */
const refusal = async (command: string, settings: Record<string, string>) => {
  const env = { PATH: process.env['PATH'], ...settings }
  try {
    await execute(process.execPath, [inProject('scripts/up.mjs'), command], { env })
  } catch (error) {
    const { code, stderr, stdout } = error as { code: number; stderr: string; stdout: string } // of execFile
    return { code, stderr, stdout }
  }
  throw new Error('The command was expected to refuse.')
}

test.each([
  ['start', { CONSOLE_PORT: '99999' }, 'CONSOLE_PORT is 99999, but a port is a whole number from 1 to 65535.'],
  ['start', { CONSOLE_PORT: 'abc' }, 'CONSOLE_PORT is abc, but a port is a whole number from 1 to 65535.'],
  ['start', { CONSOLE_PORT: '9301', EMULATOR_PORT: '9301' }, 'CONSOLE_PORT and EMULATOR_PORT are both 9301'],
  ['start', { EMULATOR_SPEED: 'abc' }, 'EMULATOR_SPEED is abc, but it must be a number above 0'],
  ['emulator', { EMULATOR_SPEED: '0' }, 'EMULATOR_SPEED is 0, but it must be a number above 0'],
  ['emulator', { EMULATOR_ESTATE: 'huge' }, 'EMULATOR_ESTATE is huge, but it must be one of empty, demo, large.'],
  ['start', { HUAWEICLOUD_SDK_AK: 'AK' }, 'Set HUAWEICLOUD_SDK_SK too: it belongs to HUAWEICLOUD_SDK_AK.'],
  ['start', { HUAWEICLOUD_SDK_AK: 'AK', HUAWEICLOUD_SDK_SK: 'SK' }, 'Set HUAWEICLOUD_SDK_REGION'],
  ['stop', {}, 'Say one of start, emulator, test, bench'],
])('%s with %o is refused in one sentence', async (command, settings, sentence) => {
  const { code, stderr, stdout } = await refusal(command, settings)
  expect(code).toBe(1)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain(sentence)
  expect(stdout).toBe('')
})

test.each([
  ['start', 'CONSOLE_PORT', 'console'],
  ['start', 'EMULATOR_PORT', 'emulator'],
  ['emulator', 'EMULATOR_PORT', 'emulator'],
])('%s with a taken %s is refused in one sentence', async (command, variable, name) => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => {
    taken.close()
  })
  const { port } = taken.address() as AddressInfo // a TCP server's address is never a pipe's name
  const other: Record<string, string> = variable === 'EMULATOR_PORT' ? { CONSOLE_PORT: '65535' } : {}
  const { code, stderr } = await refusal(command, { ...other, [variable]: String(port) })
  expect(code).toBe(1)
  expect(stderr).toBe(
    `Port ${port}, which the ${name} needs, is taken: end what listens there, or set ${variable} to another port.\n`,
  )
})

test.each(['18.20.4', '20.18.3', '21.7.3', '22.11.0', '16.0.0'])('Node %s is refused in one sentence', (version) => {
  expect(nodeProblem(version)).toBe(
    `This needs Node 24, 22 (22.12 or later) or 20 (20.19 or later), and this is Node ${version}.`,
  )
})

test.each(['20.19.0', '20.20.2', '22.12.0', '22.21.1', '24.0.0', '26.1.0'])('Node %s is good', (version) => {
  expect(nodeProblem(version)).toBeUndefined()
})
