import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { inProject } from './root.mjs'

const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo // a TCP server's address is never a pipe's name
  probe.close()
  await once(probe, 'close')
  return port
}

const serveStubs = (words: (number | string)[]) => {
  const child = spawn(process.execPath, [inProject('scripts/testing/serve-stubs.mjs'), ...words.map(String)])
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said.text += text))
  }
  return { child, said, exited: once(child, 'close').then(([code]: unknown[]) => code) }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const pidsIn = (text: string) => [...text.matchAll(/pid (\d+)/g)].map(([, pid]) => Number(pid))

const startTwo = async () => {
  const stubs = serveStubs([await freePort(), await freePort()])
  await vi.waitUntil(() => stubs.said.text.includes('all up'), { timeout: 15_000 })
  const pids = pidsIn(stubs.said.text)
  expect(pids.map(isAlive)).toEqual([true, true])
  return { ...stubs, pids }
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends every server, and that is no failure', async (signal) => {
  const { child, exited, pids } = await startTwo()
  child.kill(signal)
  expect(await exited).toBe(0)
  expect(pids.map(isAlive)).toEqual([false, false])
})

test('when one server dies the other is ended, and the exit code says so', async () => {
  const { exited, pids, said } = await startTwo()
  process.kill(pids[1] ?? 0, 'SIGKILL')
  expect(await exited).toBe(1)
  expect(said.text).toMatch(/The stub \d has ended, so everything is stopped/)
  expect(pids.map(isAlive)).toEqual([false, false])
})

test('a server that does not come up takes the others with it, with its own words and exit code', async () => {
  const { exited, said } = serveStubs([await freePort(), 'fault'])
  expect(await exited).toBe(3)
  expect(said.text).toContain('The setting is wrong.')
  expect(said.text).not.toContain('all up')
  expect(pidsIn(said.text).some(isAlive)).toBe(false)
})

test('no server outlives a start script that was killed', async () => {
  const { child, pids } = await startTwo()
  child.kill('SIGKILL')
  await vi.waitUntil(() => !pids.some(isAlive), { timeout: 15_000 })
})
