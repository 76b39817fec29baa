import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ConsoleConfig } from '../config.ts'

// What the server does with its settings, but for figures that a test can wait for. It ends when its input does.
const program = `
const { createConsole } = await import(process.argv[1])
const { masterKey, ...config } = JSON.parse(process.env.REPLICA_CONFIG)
const running = await createConsole({ ...config, masterKey: Buffer.from(masterKey, 'base64') })
const { url } = await running.listen(0)
process.stdout.write(url + '\\n')
process.stdin.resume().once('end', () => process.exit(0))
process.once('SIGTERM', () => void running.close().then(() => process.exit(0)))
`
const built = fileURLToPath(new URL('../../dist/app.js', import.meta.url))

export type ReplicaConfig = Omit<ConsoleConfig, 'masterKey' | 'logStream' | 'now'> & { masterKey: Buffer }

export type ReplicaProcess = {
  url: string
  /** As when the machine loses power: nothing more is done or said. */
  kill: () => Promise<void>
  /** As when the service is stopped. */
  stop: () => Promise<void>
}

/** Starts a console as a process of its own. */
export const startReplica = async (config: ReplicaConfig): Promise<ReplicaProcess> => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, built], {
    env: {
      PATH: process.env['PATH'],
      REPLICA_CONFIG: JSON.stringify({ ...config, masterKey: config.masterKey.toString('base64') }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    await ended
  }
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    void ended.then(() => reject(new Error(`A replica ended: ${errors}`)))
  })
  return { url, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
