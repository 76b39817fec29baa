import { Refusal } from './refusal.mjs'
import { exitCodeOfSignal } from './ending.mjs'

const commands = {
  start: async () => (await import('./start.mjs')).start(),
  emulator: async () => (await import('./start.mjs')).startEmulator(),
  test: async (words) => (await import('./test.mjs')).test(words),
  bench: async (words) => (await import('./bench.mjs')).bench(words),
}

/**
 * Runs one command and sets the exit code.
 * @param {string | undefined} name
 * @param {string[]} words
 */
export const runCommand = async (name, words) => {
  try {
    const command = commands[name ?? '']
    if (!command) throw new Refusal(`Say one of ${Object.keys(commands).join(', ')} after scripts/up.mjs.`)
    process.exitCode = await command(words)
  } catch (error) {
    // After a signal the failure of what was being done is no news.
    const code = exitCodeOfSignal()
    if (code === undefined) console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = code ?? 1
  }
}
