import { ownError } from '@vpn-console/api-client'
import { Router, type Request, type RequestHandler } from 'express'
import { rest } from '../background/repeat.ts'
import type { CloudRegistry } from '../clouds/registry.ts'
import type { Metrics } from '../metrics.ts'
import type { Store } from '../store/store.ts'

type Parts = { store: Store; clouds: CloudRegistry; metrics: Metrics; isClosing: () => boolean; metricsForAll: boolean }

const circuitValue = { closed: 0, 'half-open': 1, open: 2 } as const
// Whoever asks has a deadline of its own, and takes no answer for a no.
const patienceMs = 2_000
const loopback = /^(?:127\.|::1$|::ffff:127\.)/

/** Asked on this machine itself: through a proxy on it, everybody would seem to be. */
const isLocal = ({ socket, headers }: Request) =>
  loopback.test(socket.remoteAddress ?? '') && !headers['x-forwarded-for'] && !headers['forwarded'] && !headers['via']

/** For whoever runs the console: is it alive, can it take work, what does it measure. */
export const healthRoutes = ({ store, clouds, metrics, isClosing, metricsForAll }: Parts): Router => {
  const health: RequestHandler = (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  }

  const isDatabaseThere = async (): Promise<boolean> => {
    const tooLong = new AbortController()
    const answered = store.isReady().then(
      () => true,
      () => false,
    )
    const isThere = await Promise.race([answered, rest(patienceMs, tooLong.signal).then(() => false)])
    tooLong.abort()
    return isThere
  }

  const ready: RequestHandler = async (_request, response) => {
    const isReady = !isClosing() && store.replica.isListening() && (await isDatabaseThere())
    response
      .status(isReady ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: isReady ? 'ready' : 'not ready' })
  }

  const measurements: RequestHandler = async (request, response) => {
    if (!metricsForAll && !isLocal(request)) throw ownError('CONSOLE.NOT_FOUND')
    metrics.circuit.reset()
    for (const [cloud, state] of clouds.circuits()) metrics.circuit.set({ cloud }, circuitValue[state])
    response
      .set('Cache-Control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text())
  }

  const router = Router()
  router.get('/api/health', health)
  router.get('/api/ready', ready)
  router.get('/metrics', measurements)
  return router
}
