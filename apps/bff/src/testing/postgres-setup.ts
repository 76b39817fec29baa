import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startPostgres } from './postgres.ts'

/** What the setup tells a test that asks for PostgreSQL. */
export type PostgresAnswer = { url: string } | { missing: string } | { failed: string }

/** The variable that names where to ask for PostgreSQL, which is started when the first test asks. */
export const postgresVariable = 'VPN_CONSOLE_TEST_POSTGRES'

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      // A server that listens on a port has an address of this kind.
      resolve((server.address() as AddressInfo).port)
    })
  })

/** One PostgreSQL for a whole run of tests, and none for a run that needs none. */
export const setup = async (): Promise<() => Promise<void>> => {
  let starting: ReturnType<typeof startPostgres> | undefined
  const server = createServer((_request, response) => {
    const answer = (its: PostgresAnswer) => response.end(JSON.stringify(its))
    starting ??= startPostgres()
    starting.then(
      (found) => answer(typeof found === 'string' ? { missing: found } : { url: found.url }),
      (error: unknown) => answer({ failed: String(error) }),
    )
  })
  // Whoever runs the tests is started after this, with these variables.
  process.env[postgresVariable] = `http://127.0.0.1:${await listening(server)}`
  return async () => {
    server.close()
    const found = await starting?.catch(() => undefined)
    if (typeof found === 'object') await found.stop()
  }
}
