import { createServer } from 'node:net'
import { Refusal } from './refusal.mjs'

/**
 * Whether something listens there already; other troubles (a name that does not resolve) are the server's to tell.
 * @param {number} port
 * @param {string} host
 */
export const isTaken = (port, host) =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code === 'EADDRINUSE'))
    probe.listen(port, host, () => probe.close(() => resolve(false)))
  })

/**
 * @param {{ name: string, port: number, host: string, variable: string }[]} wanted
 */
export const demandFreePorts = async (wanted) => {
  for (const { name, port, host, variable } of wanted) {
    if (await isTaken(port, host)) {
      throw new Refusal(
        `Port ${port}, which the ${name} needs, is taken: end what listens there, or set ${variable} to another port.`,
      )
    }
  }
}
