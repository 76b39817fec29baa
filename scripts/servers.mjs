import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { atSignal, wasToldToStop } from './ending.mjs'
import { Refusal } from './refusal.mjs'
import { inProject } from './root.mjs'
import { endGroup } from './run.mjs'

const readyWithinMs = 60_000

/**
 * @typedef {object} ServerPlan
 * @property {string} name
 * @property {string} file
 * @property {Record<string, string | undefined>} env
 * @property {string} health URL that answers once the server is up
 * @property {boolean} quietStart keeps back what it prints before it is up
 */

/** @param {string} url */
const answers = (url) =>
  new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: 2000 }, (response) => {
      response.resume()
      resolve((response.statusCode ?? 500) < 500)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(false))
  })

/** @param {ServerPlan} plan */
const launch = (plan) => {
  const child = spawn(process.execPath, ['--import', './scripts/end-with-parent.mjs', plan.file], {
    cwd: inProject(),
    env: plan.env,
    // The fourth is a channel whose end tells the server that this process is gone, however it went.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: true,
  })
  let held = ''
  let isUp = !plan.quietStart
  child.stdout?.setEncoding('utf8')
  child.stdout?.on('data', (text) => {
    if (isUp) process.stdout.write(text)
    else held += text
  })
  const exited = once(child, 'exit').then(([code]) => {
    if (!isUp && !wasToldToStop()) process.stdout.write(held)
    return code ?? 1
  })
  return { plan, child, exited, markUp: () => (isUp = true) }
}

/** @param {ReturnType<typeof launch>} server */
const untilUp = async ({ plan, child, markUp }) => {
  const end = Date.now() + readyWithinMs
  while (Date.now() < end && child.exitCode === null && child.signalCode === null) {
    if (await answers(plan.health)) {
      markUp()
      return
    }
    await sleep(50)
  }
  if (child.exitCode === null && child.signalCode === null) {
    throw new Refusal(`The ${plan.name} did not answer within ${readyWithinMs / 1000} seconds.`)
  }
}

/**
 * Runs servers until a signal comes or one of them ends; then none is left. Returns the exit code.
 * @param {ServerPlan[]} plans
 * @param {() => void} whenUp
 */
export const serve = async (plans, whenUp) => {
  const servers = plans.map(launch)
  const stop = () => {
    for (const { child } of servers) if (child.exitCode === null && child.signalCode === null) endGroup(child)
  }
  atSignal(stop)
  const firstEnd = Promise.race(servers.map(async (server) => ({ server, code: await server.exited })))
  try {
    const early = await Promise.race([firstEnd, Promise.all(servers.map(untilUp)).then(() => undefined)])
    if (!early && !wasToldToStop()) whenUp()
    const { server, code } = await firstEnd
    if (wasToldToStop()) return 0
    console.error(`The ${server.plan.name} has ended, so everything is stopped.`)
    return code || 1
  } finally {
    stop()
    await Promise.all(servers.map(({ exited }) => exited))
  }
}
