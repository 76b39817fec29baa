import { ApiError, collect, createClient, markerPages } from '@vpn-console/api-client'
import type { Logger } from 'pino'
import type { CloudRegistry } from '../clouds/registry.ts'
import type { LogLines } from '../store/log-lines.ts'
import type { Tuning } from '../tuning.ts'

type Parts = {
  clouds: CloudRegistry
  logLines: LogLines
  log: Logger
  tuning: Pick<Tuning, 'logCollectMs' | 'logCollectPauseMs' | 'logKeepMs' | 'deadlineMs'>
  closing: AbortSignal
}

/** The people of a console that has just started come first. */
const firstAfterMs = 15_000
const pageSize = 2_000

/** Waits, unless the console closes; the wait alone does not keep the process alive. */
const rest = (ms: number, closing: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      closing.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms).unref()
    closing.addEventListener('abort', done, { once: true })
  })

/**
 * Looks at the logs of all connections from time to time and keeps their lines, for the cloud has the newest 200 only.
 * It takes one call at a time and pauses after each, so that people never wait for it.
 */
export const createLogCollector = ({ clouds, logLines, log, tuning, closing }: Parts) => {
  const collectCloud = async (cloudId: string): Promise<void> => {
    const { account, transport } = await clouds.ready(cloudId)
    const client = createClient(transport, account.projectId)
    const options = () => ({ signal: AbortSignal.any([closing, AbortSignal.timeout(tuning.deadlineMs)]) })
    const pages = markerPages(pageSize, (query) => client.listVpnConnections({ query }, options()))
    const connections = await collect(pages, (page) => page.vpn_connections)
    for (const { id } of connections) {
      if (closing.aborted || clouds.get(cloudId) !== account) return
      try {
        const params = { vpn_connection_id: id }
        const { logs } = await client.showVpnConnectionLog({ params }, options())
        await logLines.keep(cloudId, id, logs)
      } catch (error) {
        // Deleted meanwhile. Anything else would meet the next connection too.
        if (!(error instanceof ApiError) || error.status !== 404) throw error
      }
      await rest(tuning.logCollectPauseMs, closing)
    }
  }

  /** One look at everything; a cloud that cannot be read is passed over until the next. */
  const collectAll = async (): Promise<void> => {
    for (const { id } of clouds.list()) {
      await collectCloud(id).catch((error: unknown) => {
        const code = error instanceof ApiError ? error.code : undefined
        if (!closing.aborted) log.info({ cloud: id, code, err: code ? undefined : error }, 'logs not collected')
      })
    }
    await logLines.prune()
  }

  const run = async () => {
    await rest(Math.min(firstAfterMs, tuning.logCollectMs), closing)
    while (!closing.aborted) {
      await collectAll().catch((error: unknown) => log.error({ err: error }, 'logs not kept'))
      await rest(tuning.logCollectMs, closing)
    }
  }

  return {
    collectAll,
    /** Resolves once the console closes and the last look has ended. */
    run: (): Promise<void> => (tuning.logCollectMs === 0 || tuning.logKeepMs === 0 ? Promise.resolve() : run()),
  }
}
export type LogCollector = ReturnType<typeof createLogCollector>
