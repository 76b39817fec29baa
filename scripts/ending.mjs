import { constants } from 'node:os'

/** @typedef {() => void | Promise<void>} End */

/** @type {Set<End>} */
const endings = new Set()
/** @type {NodeJS.Signals | undefined} */
let received

const receive = (/** @type {NodeJS.Signals} */ signal) => {
  // A terminal and npm may both pass the same Ctrl-C on.
  if (received) return
  received = signal
  for (const end of endings) void end()
}

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
for (const signal of signals) process.on(signal, receive)

// An npm that is killed passes nothing on. Without npm, to outlive the parent may be what is wanted (nohup).
const npm = process.env['npm_lifecycle_event'] ? process.ppid : undefined
if (npm) setInterval(() => process.ppid !== npm && receive('SIGTERM'), 500).unref()

/**
 * Calls `end` when the process is told to stop; returns a function that takes it back.
 * @param {End} end
 */
export const atSignal = (end) => {
  endings.add(end)
  return () => {
    endings.delete(end)
  }
}

export const wasToldToStop = () => received !== undefined

/** What a shell expects of a process that a signal ended; undefined where none came. */
export const exitCodeOfSignal = () => (received ? 128 + constants.signals[received] : undefined)
