import { spawn } from 'node:child_process'

/** Long enough for a busy machine; whoever waits in vain reads what the program said. */
const patienceMs = 30_000

export type OpenvpnProcess = {
  log: () => string
  /** Waits until it has written a line that fits. */
  says: (line: RegExp) => Promise<void>
  ended: Promise<number | null>
  close: () => Promise<void>
}

/** OpenVPN in a network namespace, as it is started by hand, with everything that it writes. */
export const startOpenvpn = (namespace: string, folder: string, args: readonly string[]): OpenvpnProcess => {
  const child = spawn('ip', ['netns', 'exec', namespace, '/usr/sbin/openvpn', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const waiting = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    text += chunk.toString()
    for (const look of waiting) look()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    log: () => text,
    ended,
    says: (line) =>
      new Promise((resolve, reject) => {
        const finish = (error?: Error) => {
          clearTimeout(timer)
          waiting.delete(look)
          if (error) reject(error)
          else resolve()
        }
        const look = () => {
          if (line.test(text)) finish()
        }
        const fail = (why: string) => finish(new Error(`OpenVPN ${why} and never said ${String(line)}:\n${text}`))
        const timer = setTimeout(() => fail('was waited for'), patienceMs)
        waiting.add(look)
        void ended.then((code) => (line.test(text) ? finish() : fail(`ended with ${code}`)))
        look()
      }),
    close: async () => {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000)
      await ended
      clearTimeout(timer)
    },
  }
}
