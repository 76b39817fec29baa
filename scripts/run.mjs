import { spawn } from 'node:child_process'
import { atSignal } from './ending.mjs'
import { inProject } from './root.mjs'

const graceMs = 5000

/**
 * Ends a child that leads its own process group, with everything it started.
 * @param {import('node:child_process').ChildProcess} child
 */
export const endGroup = (child) => {
  const kill = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (child.pid) process.kill(-child.pid, signal)
    } catch {
      // The group is gone already.
    }
  }
  kill('SIGTERM')
  const timer = setTimeout(() => kill('SIGKILL'), graceMs)
  child.once('exit', () => clearTimeout(timer))
}

/**
 * @typedef {{ cwd?: string, env?: Record<string, string>, quiet?: boolean }} RunOptions
 */

/**
 * Runs a program to its end. Quiet keeps its output for the caller instead of showing it.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export const run = (command, args, { cwd = inProject(), env = {}, quiet = false } = {}) =>
  new Promise((resolve) => {
    const shown = quiet ? 'pipe' : 'inherit'
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', shown, shown],
      // A group of its own, so that ending it ends its children too.
      detached: true,
    })
    const forget = atSignal(() => endGroup(child))
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8')
      stream?.on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => {
      forget()
      resolve({ code: 1, output: `${command} could not be started: ${error.message}` })
    })
    child.on('close', (code) => {
      forget()
      resolve({ code: code ?? 1, output })
    })
  })

/** Runs a function and tells how long it took, in seconds with one decimal. */
export const timed = async (work) => {
  const start = performance.now()
  const result = await work()
  return { result, seconds: ((performance.now() - start) / 1000).toFixed(1) }
}
